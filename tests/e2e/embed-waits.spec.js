// Nothing waits without an end, and what has failed once is tried again, in each of the three engines.

import { ENGINES, onEngines } from './engines.js';
import { ELEMENT, LITHUANIA, SCRIPT, expect, test as base, told } from './hosts.js';

const test = onEngines(base);

/** The long waits are a fiftieth as long. */
const HURRY = `<script>{
  const wait = window.setTimeout;
  window.hurry = 50;
  window.setTimeout = (call, time, ...given) => wait(call, time >= 5000 ? time / hurry : time, ...given);
}</script>`;

/** Adds a profile to a page. */
const add = (site) => `(() => {
  const element = document.createElement('partner-profile');
  element.setAttribute('src', '${site.url}${LITHUANIA}');
  element.setAttribute('loading', 'eager');
  document.body.append(element);
})()`;

for (const engine of ENGINES) {
  test.describe(engine, () => {
    test.use({ engine });
    test.setTimeout(120_000);

    for (const [what, match] of [
      ['Wasm', /^assets\/element-\w+\.wasm$/],
      ['style', /^assets\/embed-\w+\.css$/],
      ['document', LITHUANIA],
    ]) {
      test(`a ${what} that stalls is given up; reload() and the next element try again`, async ({
        driven: browser,
        host,
        site,
      }) => {
        site.faults.push({ match, stall: 500 });
        await browser.goto(await host.make(HURRY + ELEMENT + SCRIPT));
        expect(await told(browser)).toEqual(['timeout']);
        site.faults.length = 0;
        await browser.evaluate(`void document.querySelector('partner-profile').reload()`);
        await browser.evaluate(add(site));
        expect(await told(browser, 3)).toEqual(['timeout', 'load', 'load']);
      });
    }

    test('a profile whose map stalls is shown without it, and the next one with it', async ({ driven: browser, host, site }) => {
      site.faults.push({ match: /^maps\//, stall: 500 });
      await browser.goto(await host.make(HURRY + ELEMENT + SCRIPT));
      expect(await told(browser)).toEqual(['load']);
      const maps = `[...document.querySelectorAll('partner-profile')].map(({ shadowRoot }) => shadowRoot.querySelectorAll('.pp-map').length)`;
      expect(await browser.evaluate(maps)).toEqual([0]);
      site.faults.length = 0;
      // By then the one that stalls has been given up.
      await browser.evaluate(`void setTimeout(() => (document.title = 'later'), 120_000)`);
      await expect.poll(() => browser.evaluate('document.title')).toBe('later');
      // A map that comes has all the time that it needs.
      await browser.evaluate('void (window.hurry = 1)');
      await browser.evaluate(add(site));
      expect(await told(browser, 2)).toEqual(['load', 'load']);
      expect(await browser.evaluate(maps)).toEqual([0, 1]);
    });

    test('what never answers is given up, and asked for again while that is told', async ({ driven: browser, host }) => {
      for (const name of ['element', 'embed', 'lithuania']) {
        const once = `<script>{
          const ask = window.fetch;
          let asked = 0;
          window.fetch = (url, ...given) => url.includes('/${name}') && !asked++ ? new Promise(() => {}) : ask(url, ...given);
          addEventListener('partner-profile-error', ({ target }) => target.reload());
        }</script>`;
        await browser.goto(await host.make(HURRY + once + ELEMENT + SCRIPT));
        expect([name, await told(browser, 2)]).toEqual([name, ['timeout', 'load']]);
      }
    });

    test('a router may clear the head and put another body in place of the page’s', async ({ driven: browser, host }) => {
      const clear = `<script type="module">
        document.head.replaceChildren();
        const body = document.createElement('body');
        body.innerHTML = ${JSON.stringify(ELEMENT)};
        document.documentElement.replaceChild(body, document.body);
        new MutationObserver(() => document.head.replaceChildren()).observe(document.head, { childList: true });
      </script>`;
      await browser.goto(await host.make(ELEMENT + SCRIPT + clear));
      expect(await told(browser)).toEqual(['load']);
    });
  });
}
