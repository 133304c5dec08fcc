// The page in each of the three engines that browsers are made of.

import { readFileSync } from 'node:fs';
import { ENGINES, onEngines, started, webKitConsole } from './engines.js';
import { expect, test as base } from './fixtures.js';
import { policySource } from './hash.js';

const test = onEngines(base);

const profile = JSON.parse(readFileSync('public/profiles/lithuania.json', 'utf8'));

const text = (selector) => `(document.querySelector('${selector}') || {}).textContent || ''`;

for (const engine of ENGINES) {
  test.describe(engine, () => {
    test.use({ engine });
    test.setTimeout(120_000);

    test('reads the page, brings it to life, draws its figures and keeps the choice', async ({ driven: browser, site }) => {
      await browser.goto(`${site.url}lithuania/`);
      expect(await browser.evaluate(text('h1'))).toBe(profile.title);
      for (const { id, title } of profile.sections) {
        expect(await browser.evaluate(text(`#${id}`)), id).toContain(title);
      }
      await started(browser);

      const sizes = await browser.evaluate(
        `[...document.querySelectorAll('main svg')].map((svg) => svg.getBoundingClientRect().width)`,
      );
      expect(sizes.length).toBeGreaterThan(0);
      for (const width of sizes) expect(width).toBeGreaterThan(10);
      expect(await browser.evaluate(`document.querySelector('.pp-header__flag').naturalWidth`)).toBeGreaterThan(0);

      const decided = 'window.partnerProfileConsent.get().decided';
      expect(await browser.evaluate(decided)).toBe(false);
      await browser.evaluate(
        `[...document.querySelectorAll('.pp-notice button')].find((button) => button.textContent === 'Opt out').click()`,
      );
      await expect.poll(() => browser.evaluate(decided)).toBe(true);
      await browser.reload();
      await started(browser);
      expect(await browser.evaluate(decided)).toBe(true);
      expect(await browser.evaluate('window.partnerProfileConsent.get().purposes')).toEqual({ preferences: false });
      expect(await browser.evaluate(text('.pp-notice:not([hidden])'))).toBe('');
      if (engine !== 'WebKitGTK') expect(browser.said).toEqual([]);
    });
  });
}

test('comes to life in WebKit without a word on the console', async ({ site }) => {
  test.setTimeout(120_000);
  // What was preloaded for nothing is told of some seconds later.
  const code = `addEventListener('partner-profile-consent-change', () => setTimeout(() => fetch('../robots.txt'), 4000))`;
  site.faults.unshift({
    match: 'lithuania/',
    tamper: (text) =>
      String(text).replace("script-src 'self'", `script-src 'self' ${policySource(code)}`).replace('</head>', `<script>${code}</script></head>`),
  });
  const isDone = () => site.requests.some(({ path }) => path === '/robots.txt');
  const lines = await webKitConsole(`${site.url}lithuania/`, isDone);
  test.skip(lines === null, 'WebKitGTK is not installed here: sudo apt-get install webkit2gtk-driver xvfb xauth');
  expect(isDone(), 'it has come to life').toBe(true);
  expect(lines).toEqual([]);
});
