// Pages as the tests of the design look at them.

import { ConsentPage, answer } from './consent-page.js';
import { test as base, expect } from './fixtures.js';
import { sites } from './sites.js';

export { expect };

/**
 * `show` opens a page: the built one from left to right, and the Arabic one from right to left.
 * `decided` leaves no cookie notice on it.
 */
export const test = base.extend({
  show: async ({ page, site, publish }, use) => {
    await use(async ({ direction = 'ltr', decided = true } = {}) => {
      if (direction === 'rtl') site.root = await publish(sites.arabic);
      const consent = new ConsentPage(page);
      if (decided) await consent.keep(answer(false));
      await page.goto('');
      await consent.started();
      if (decided) await expect(page.locator('.pp-notice:not([hidden])')).toHaveCount(0);
      await expect(page.locator('html')).toHaveAttribute('dir', direction);
      return page;
    });
  },
});
