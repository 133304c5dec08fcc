// Scripts and frames that wait for the choice, where the engines of browsers differ.

import { adding } from './consent.js';
import { ENGINES, onEngines, started } from './engines.js';
import { expect, test as base } from './fixtures.js';

const test = onEngines(base);

const NAMES = 'Array.from({ length: frames.length }, (_, index) => frames[index].name)';

/** Serves a page with what an operator adds, and a script under the address of a file that is there. */
function serve(site, body, code) {
  site.faults.unshift({ match: '', tamper: (text) => adding(body, String(text)) }, { match: 'robots.txt', type: 'text/javascript', tamper: () => code });
}

for (const engine of ENGINES) {
  test.describe(engine, () => {
    test.use({ engine });
    test.setTimeout(120_000);

    const open = async (browser, site) => {
      await browser.goto(site.url);
      await started(browser);
    };

    test('scripts of every kind start in their order, and frames are blocked and named as the choice says', async ({ driven: browser, site }) => {
      const gated = (attributes, code = '') => `<script type="text/plain" data-consent="preferences" ${attributes}>${code}</script>`;
      serve(
        site,
        `${gated('data-type="TEXT/x-JavaScript" src="robots.txt"')}${gated('', "window.ran.push('inline')")}
          ${gated('data-type="banner"', 'window.ran.push(document.currentScript.dataset.type)')}
          ${gated('data-type="Module"', "window.ran.push('module')")}
          <iframe data-consent="preferences" data-src="404.html" name="film" title="A film"></iframe>`,
        "window.ran = ['file']",
      );
      await open(browser, site);
      await expect.poll(() => browser.evaluate('window.ran')).toEqual(['file', 'inline', 'banner', 'module']);
      await expect.poll(() => browser.evaluate(NAMES)).toEqual(['film']);
      await browser.evaluate('window.partnerProfileConsent.optOut()');
      await expect.poll(() => browser.evaluate('document.readyState === "complete" && !window.ran').catch(() => false)).toBe(true);
      await started(browser);
      expect(await browser.evaluate(NAMES)).toEqual(['']);
      expect(await browser.evaluate("document.querySelectorAll('.pp-blocked').length")).toBe(1);
      await browser.evaluate(`(() => {
        const [frame, wrapper] = [document.querySelector('iframe'), document.createElement('div')];
        frame.replaceWith(wrapper);
        wrapper.append(frame);
        document.querySelector('.pp-blocked button').click();
      })()`);
      await expect.poll(() => browser.evaluate(NAMES)).toEqual(['film']);
      expect(await browser.evaluate("document.querySelectorAll('.pp-blocked').length")).toBe(0);
    });

    test('a script that refuses for the visitor while it runs leaves nothing, and ends', async ({ driven: browser, site }) => {
      serve(
        site,
        '<script type="text/plain" data-consent="preferences" src="robots.txt"></script>',
        `sessionStorage.setItem('runs', Number(sessionStorage.getItem('runs')) + 1);
          window.partnerProfileConsent.optOut();
          localStorage.setItem('partner-profile:theme', 'dark');`,
      );
      await browser.goto(site.url);
      const type = "performance.getEntriesByType('navigation')[0].type";
      await expect.poll(() => browser.evaluate(type).catch(() => ''), { timeout: 30_000 }).toBe('reload');
      await started(browser);
      expect(await browser.evaluate('window.partnerProfileConsent.get().purposes')).toEqual({ preferences: false });
      expect(await browser.evaluate("[localStorage.getItem('partner-profile:theme'), sessionStorage.getItem('runs')]")).toEqual([null, '1']);
    });
  });
}
