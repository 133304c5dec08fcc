// The profile inside another site, in each of the three engines that browsers are made of.

import { ENGINES, onEngines } from './engines.js';
import { TITLE, expect, test as base } from './hosts.js';

const test = onEngines(base);

const inside = (selector) => `document.querySelector('partner-profile').shadowRoot.querySelector('${selector}')`;

for (const engine of ENGINES) {
  test.describe(engine, () => {
    test.use({ engine });
    test.setTimeout(120_000);

    test('shows a profile of another origin, styles it and follows its links', async ({ driven: browser, host, site }) => {
      await browser.goto(`${host.url}plain.html`);
      const state = () => browser.evaluate(`document.querySelector('partner-profile').state`);
      await expect.poll(state, { timeout: 60_000 }).toBe('ready');
      expect(await browser.evaluate(`${inside('h2')}.textContent`)).toBe(TITLE);
      expect(await browser.evaluate(`document.querySelector('partner-profile > a').getClientRects().length`)).toBe(0);
      expect(await browser.evaluate(`getComputedStyle(${inside('h2')}).fontFamily`)).toContain('Palatino');
      expect(await browser.evaluate(`${inside('.pp-map')}.getBoundingClientRect().width`)).toBeGreaterThan(100);

      const link = inside('nav a[href$="#key-dates"]');
      expect(await browser.evaluate(`${link}.href`)).toBe(`${site.url}lithuania/#key-dates`);
      const before = await browser.evaluate('location.href');
      await browser.evaluate(`${link}.click()`);
      expect(await browser.evaluate('location.href')).toBe(before);
      expect(await browser.evaluate(`${inside('#key-dates')} === ${inside(':focus')}`)).toBe(true);

      await browser.evaluate(`document.querySelector('partner-profile').remove()`);
      expect(await browser.evaluate(`document.querySelectorAll('partner-profile').length`)).toBe(0);
      if (engine !== 'WebKitGTK') expect(browser.said).toEqual([]);
    });
  });
}
