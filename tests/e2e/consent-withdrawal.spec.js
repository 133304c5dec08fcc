// What was allowed is refused: what it left is removed, and what runs ends.

import { test } from './consent.js';
import { drawn, expect } from './fixtures.js';
import { sites } from './sites.js';

/** A script that leaves cookies and a key behind. */
const BODY = '<script type="text/plain" data-consent="statistics" src="gated/cookies.js"></script>';
const COOKIES = `document.cookie = '_count=1; path=/'; document.cookie = '_count_a=1'; localStorage.setItem('count:a', '1'); run.push('cookies')`;

test.describe('withdrawn', () => {
  test.beforeEach(({ consent }) => consent.gated({ 'cookies.js': COOKIES }));

  test('cookies and keys are removed, and the page is loaded again, once', async ({ page, home, consent, notice }) => {
    await home({ body: BODY, of: sites.twoPurposes });
    await expect.poll(() => consent.run()).toEqual(['cookies']);
    expect(await page.evaluate(() => document.cookie)).toContain('_count_a');
    let loads = 0;
    page.on('load', () => (loads += 1));
    await notice.optOut.click();
    await expect.poll(() => loads).toBe(1);
    await consent.started();
    expect(await consent.run()).toEqual([]);
    expect(await page.evaluate(() => [document.cookie, localStorage.getItem('count:a')])).toEqual(['', null]);
    expect((await consent.record()).purposes).toEqual({ preferences: false, statistics: false });
    await expect(notice.region).toContainText('You opted out of cookies.');
    await expect(notice.confirmation).toBeFocused();
    // What the start has to load again, it has begun to.
    await drawn(page);
    expect(loads).toBe(1);
    await page.reload();
    await consent.started();
    await expect(notice.region, 'it was confirmed already').toHaveCount(0);
  });

  test('where a script keeps something in the history: confirmed all the same', async ({ page, home, consent, notice }) => {
    await page.addInitScript(() => history.replaceState({ route: 1 }, ''));
    await home({ body: BODY, of: sites.twoPurposes });
    await expect.poll(() => consent.run()).toEqual(['cookies']);
    await notice.optOut.click();
    await page.waitForFunction(() => performance.getEntriesByType('navigation')[0].type === 'reload' && !sessionStorage.length);
    await expect(notice.confirmation).toBeFocused();
    await expect(notice.region).toContainText('You opted out of cookies.');
    expect(await page.evaluate(() => history.state)).toEqual({ route: 1 });
  });

  test('in the cookie section: loaded again, the visitor is back there', async ({ page, home, consent, notice, settings }) => {
    await home({ body: BODY, of: sites.twoPurposes });
    await expect.poll(() => consent.run()).toEqual(['cookies']);
    await settings.optOut.click();
    await expect(page.locator('#cookie-settings')).toBeFocused();
    await expect(settings.status).toHaveText('You opted out of cookies.');
    await expect(notice.region).toHaveCount(0);
  });

  test('in another tab: loaded again, nobody is called away from what they read', async ({ page, home, consent, notice }) => {
    await home({ body: BODY, of: sites.twoPurposes });
    await expect.poll(() => consent.run()).toEqual(['cookies']);
    const other = await consent.another();
    const again = page.waitForEvent('load');
    await other.notice.optOut.click();
    await again;
    await consent.started();
    expect((await consent.choice()).decided).toBe(true);
    await expect(notice.region).toHaveCount(0);
  });

  test('cookies of the parent domain are removed as well', async ({ page, home, notice }) => {
    await home({ of: sites.twoPurposes, at: 'https://www.partners.example' });
    await page.evaluate(() => {
      document.cookie = '_count=1; Domain=partners.example; Path=/';
      document.cookie = '_count_a=1';
      document.cookie = 'other=1; Domain=partners.example';
    });
    await notice.optOut.click();
    await expect(notice.region).toContainText('You opted out');
    expect(await page.evaluate(() => document.cookie)).toBe('other=1');
  });

  test('where nothing can be kept: no reload, and the page says what lingers', async ({ page, home, consent, notice }) => {
    await home({ body: '<script type="text/plain" data-consent="preferences" src="gated/first.js"></script>' });
    await expect.poll(() => consent.run()).toEqual(['first.js']);
    let loads = 0;
    page.on('load', () => (loads += 1));
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {};
    });
    await notice.optOut.click();
    await expect(notice.region).toContainText('already running end when you leave');
    await drawn(page);
    expect(loads).toBe(0);
    expect(await consent.run()).toEqual(['first.js']);
  });
});

test.describe('without a connection', () => {
  for (const [name, cut] of [
    ['the network is gone', ({ context }) => context.setOffline(true)],
    ['the server is gone', ({ site }) => site.close()],
  ]) {
    test(`${name}: a refusal while a script runs leaves the page there, and says what lingers`, async ({ context, page, home, site, consent, notice, settings, watch }) => {
      watch.allow(/ERR_/);
      await consent.gated();
      await home({ of: sites.twoPurposes, body: '<script type="text/plain" data-consent="statistics" src="gated/first.js"></script>' });
      await expect.poll(() => consent.run()).toEqual(['first.js']);
      await page.waitForLoadState('networkidle');
      await cut({ context, site });
      const failed = page.waitForEvent('requestfailed');
      await notice.optOut.click();
      await failed;
      await drawn(page);
      await expect(page.locator('h1')).toBeVisible();
      await expect(settings.status).toContainText('already running end when you leave');
      expect((await consent.record()).purposes).toEqual({ preferences: false, statistics: false });
      await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(0);
      await settings.accept.click();
      await expect(settings.status).toContainText('You accepted cookies.');
      expect(await page.evaluate(() => sessionStorage.length), 'the next page is not told of an answer').toBe(0);
    });
  }
});

test('on a page without https every cookie that the purpose names is removed', async ({ page, home, notice }) => {
  await home({ of: sites.twoPurposes, at: 'http://partners.example' });
  await expect(notice.region).toBeVisible();
  await page.evaluate(() => {
    for (const name of ['__utma', '__utmz', '__cf', '__securely', '_count']) document.cookie = `${name}=1; path=/`;
  });
  expect(await page.evaluate(() => document.cookie.split('; ').length)).toBe(5);
  await notice.optOut.click();
  await expect(notice.region).toContainText('You opted out');
  expect(await page.evaluate(() => document.cookie)).toBe('');
});
