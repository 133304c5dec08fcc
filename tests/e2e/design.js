// Pages as the tests of the design look at them.

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
