// Pages that set properties early, show frames, or have two sites' scripts, in each of the three engines.

import { readFile } from 'node:fs/promises';
import { ENGINES, onEngines } from './engines.js';
import { ELEMENT, LITHUANIA, SCRIPT, TITLE, expect, test as base, told } from './hosts.js';

const test = onEngines(base);

const element = `document.querySelector('partner-profile')`;
const text = (selector) => `${element}.shadowRoot.querySelector('${selector}').textContent`;

for (const engine of ENGINES) {
  test.describe(engine, () => {
    test.use({ engine });
    test.setTimeout(120_000);

    test('what frameworks write before the script comes is taken up, or told', async ({ driven: browser, host, site }) => {
      // As React, Vue and Preact do where an element has no such property yet.
      const write = (attributes) => `<script>{
        const element = document.body.appendChild(document.createElement('partner-profile'));
        const given = { src: '${site.url}${LITHUANIA}', loading: 'eager', ...${attributes} };
        for (const [name, value] of Object.entries(given)) element.setAttribute(name, value);
      }</script>`;
      await browser.goto(await host.make('<body>' + write(`{ headingLevel: 4, sections: ['places', 'key-dates'] }`) + SCRIPT));
      expect(await told(browser)).toEqual(['load']);
      expect(await browser.evaluate(text('h4'))).toBe(TITLE);
      expect(await browser.evaluate(`[...${element}.shadowRoot.querySelectorAll('h5')].map(({ id }) => id).join()`)).toBe('places,key-dates');
      // Set again, the property counts.
      await browser.evaluate(`void (${element}.headingLevel = 3)`);
      expect(await browser.evaluate(text('h3'))).toBe(TITLE);

      await browser.goto(await host.make('<body>' + write('{ data: {} }') + SCRIPT));
      expect(await told(browser)).toEqual(['not-json']);
      await browser.evaluate(`void fetch('${site.url}${LITHUANIA}').then((answer) => answer.json()).then((data) => Object.assign(${element}, { data }))`);
      expect(await told(browser, 2)).toEqual(['not-json', 'load']);

      // As Svelte, Angular and Lit do.
      await browser.goto(
        await host.make(`<body><script>{
          const element = document.body.appendChild(document.createElement('partner-profile'));
          Object.assign(element, { src: '${site.url}${LITHUANIA}', loading: 'eager', headingLevel: 4, sections: ['places'], consentPurposes: { a: true } });
        }</script>${SCRIPT}`),
      );
      expect(await told(browser)).toEqual(['load']);
      expect(await browser.evaluate(text('h4'))).toBe(TITLE);
      expect(await browser.evaluate(`${element}.consentPurposes.a`)).toBe(true);
    });

    test('none of its requests carries a Referer', async ({ driven: browser, host, site }) => {
      const quiet = SCRIPT.replace('<script', '$& referrerpolicy="no-referrer"');
      await browser.goto(await host.make(`<meta name="referrer" content="unsafe-url">${ELEMENT.replace('<partner-profile', '$& consent="own"')}${quiet}`));
      expect(await told(browser)).toEqual(['load']);
      const asked = site.requests.filter(({ path }) => path.startsWith('/some/path/'));
      expect(asked.length).toBeGreaterThanOrEqual(6);
      expect(asked.filter(({ referer }) => referer)).toEqual([]);
    });

    test('in a frame by srcdoc addresses are those of the page around', async ({ driven: browser, host }) => {
      const inner = `<script type="module" src="https://HOST/embed.js"></script><partner-profile src="near.json" loading="eager"></partner-profile>
        <script>for (const what of ['load', 'error']) addEventListener('partner-profile-' + what, ({ detail }) => parent.told.push(detail ? detail.code + detail.message : what))</script>`;
      const page = await host.make(`<iframe srcdoc="${inner.replaceAll('"', '&quot;')}" width="600" height="400"></iframe>`);
      await host.write('near.json', await readFile('tests/fixtures/prose-full.json', 'utf8'));
      await browser.goto(page);
      expect(await told(browser)).toEqual(['load']);
      const link = `frames[0].${element}.shadowRoot.querySelector('nav a').href`;
      expect(await browser.evaluate(link)).toContain(`${host.url}made.html#`);
    });

    test('where two sites have their script on a page, each document has what its own site has', async ({
      driven: browser,
      host,
      serve,
      site,
    }) => {
      const other = await serve({ root: 'dist', under: '/another/', headers: { 'Access-Control-Allow-Origin': '*' } });
      const both = ELEMENT + SCRIPT + (ELEMENT + SCRIPT).replaceAll('https://HOST/', other.url);
      await browser.goto(await host.make(both.replaceAll('<partner-profile', '$& consent="own"')));
      expect(await told(browser, 2)).toEqual(['load', 'load']);
      const links = `[...document.querySelectorAll('partner-profile')].map(({ shadowRoot }) => shadowRoot.querySelector('nav a').href.split('#')[0])`;
      expect(await browser.evaluate(links)).toEqual([`${site.url}lithuania/`, `${other.url}lithuania/`]);
      const asked = ({ requests }) => requests.map(({ path }) => path.replace(/^\/[^/]+\/(path\/)?/, '').replace(/-[0-9a-f]{16}/, ''));
      for (const server of [site, other]) {
        for (const name of ['site.json', LITHUANIA, 'embed.js']) expect(asked(server)).toContain(name);
        expect(asked(server).filter((name) => name.startsWith('maps/'))).toHaveLength(1);
      }
      expect(asked(other).filter((name) => name.endsWith('.wasm'))).toEqual([]);
    });

    test('in a frame that is not shown it is as large as elsewhere once it is', async ({ driven: browser, host }) => {
      await host.write('inner.html', `<!doctype html><meta charset="utf-8">${ELEMENT}${SCRIPT}
        <script>addEventListener('partner-profile-load', () => parent.told.push('load'))</script>`);
      const size = (frame) => `frames[${frame}].getComputedStyle(frames[${frame}].${element}.shadowRoot.querySelector('.pp-embed')).fontSize`;
      await browser.goto(await host.make(`<iframe src="inner.html" style="display: none"></iframe><iframe src="inner.html" width="600" height="400"></iframe>`));
      expect(await told(browser, 2)).toEqual(['load', 'load']);
      await browser.evaluate(`void (document.querySelector('iframe').style = 'width: 600px; height: 400px')`);
      await expect.poll(() => browser.evaluate(size(0))).toBe(await browser.evaluate(size(1)));
      const width = (frame) => `frames[${frame}].${element}.shadowRoot.querySelector('.pp-map').getBoundingClientRect().width`;
      await expect.poll(() => browser.evaluate(width(0))).toBeGreaterThan(100);
    });
  });
}
