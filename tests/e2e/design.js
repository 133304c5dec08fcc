// Pages as the tests of the design look at them.

import { test as base, expect } from './fixtures.js';

export { expect };

/**
 * `show` opens a page: the built one from left to right, and one of an Arabic document from right to left.
 * `decided` leaves no cookie notice on it.
 */
export const test = base.extend({
  show: async ({ page, site, arabic }, use) => {
    await use(async ({ direction = 'ltr', decided = true } = {}) => {
      if (direction === 'rtl') site.faults.unshift({ match: '', tamper: () => arabic });
      await page.goto('');
      await page.waitForFunction(() => window.partnerProfileConsent?.get());
      if (decided) {
        await page.evaluate(() => window.partnerProfileConsent.optOut());
        await page.reload();
        await page.waitForFunction(() => window.partnerProfileConsent?.get());
        await expect(page.locator('.pp-notice:not([hidden])')).toHaveCount(0);
      }
      await expect(page.locator('html')).toHaveAttribute('dir', direction);
      return page;
    });
  },
});
