// The cookie section, and the element with one of its own in the same page.

import { ConsentPage, CookieSettings, KEY, THEME, answer, held, test } from './consent.js';
import { expect } from './fixtures.js';
import { sites } from './sites.js';

test.describe('the cookie section', () => {
  test('is readable without scripts, and says that nothing optional runs', async ({ browser, site }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const { page, notice, settings } = new ConsentPage(await context.newPage());
    await page.goto(`${site.url}#cookie-settings`);
    await expect(settings.region).toContainText('Nothing optional is running');
    await expect(settings.region).toContainText(THEME);
    await expect(settings.region).toContainText(KEY);
    await expect(settings.region).toContainText('Kept: 180 days');
    await expect(settings.region.getByRole('button')).toHaveCount(0);
    await expect(notice.region).toHaveCount(0);
    await context.close();
  });

  test('is reached from every page by “Cookie settings”, with and without an answer', async ({ page, home, notice }) => {
    await home();
    const link = page.getByRole('contentinfo').getByRole('link', { name: 'Cookie settings', exact: true });
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#cookie-settings')).toBeFocused();
    await notice.accept.click();
    await expect(link).toBeVisible();
  });

  test('cannot be used before it works, which moves nothing', async ({ page, home, site, consent, settings }) => {
    const release = held(site);
    await consent.watchShifts();
    await home({ starts: false });
    const controls = page.locator('footer').getByRole('button').or(page.locator('footer').getByRole('radio'));
    await controls.last().scrollIntoViewIfNeeded();
    await expect(controls).toHaveCount(5);
    for (const control of await controls.all()) await expect(control).toBeDisabled();
    await expect(settings.region).toContainText('Nothing optional is running');
    release();
    for (const control of await controls.all()) await expect(control).toBeEnabled();
    await expect(settings.region).toContainText('What is optional is on');
    expect(await consent.shift()).toBe(0);
  });

  test('stays unused where WebAssembly is switched off, and says why', async ({ page, home, notice, settings, watch }) => {
    watch.expect(/no WebAssembly/);
    await page.addInitScript(() => delete window.WebAssembly);
    await home({ starts: false });
    await expect(settings.region).toContainText('Nothing optional is running');
    for (const button of await settings.region.getByRole('button').all()) await expect(button).toBeDisabled();
    await expect(notice.region).toHaveCount(0);
  });

  test('changes the choice in place and says so', async ({ home, consent, notice, settings }) => {
    await home();
    const button = settings.optOut;
    await button.click();
    await expect(settings.status).toHaveText('You opted out of cookies.');
    await expect(notice.region).toHaveCount(0);
    await expect(button).toBeFocused();
    expect(await consent.record()).toMatchObject({ purposes: { preferences: false }, via: 'settings' });
    const { given } = await consent.record();
    await settings.accept.click();
    await expect(settings.status).toHaveText('You accepted cookies.');
    expect(await consent.record()).toMatchObject({ purposes: { preferences: true }, given });
  });

  test('keeps what the visitor has not saved yet when the notice is hidden', async ({ home, consent, notice, settings }) => {
    await home({ of: sites.twoPurposes });
    await notice.accept.click();
    const box = settings.purpose('Statistics');
    await box.uncheck();
    await notice.hide.click();
    await expect(box).not.toBeChecked();
    await settings.save.click();
    expect((await consent.record()).purposes).toEqual({ preferences: true, statistics: false });
    await box.check();
    await settings.optOut.click();
    await expect(box).not.toBeChecked();
  });

  test('is opened by a script where nothing is optional', async ({ page, home }) => {
    await home({ of: sites.nothingOptional });
    await page.evaluate(() => window.partnerProfileConsent.open());
    await expect(page.locator('#cookie-settings')).toBeFocused();
  });

  test('opened again and left changes nothing', async ({ page, home, consent }) => {
    await consent.keep(answer(false));
    await consent.listen();
    await home();
    const before = await consent.stored();
    await page.evaluate(() => window.partnerProfileConsent.open());
    await expect(page.locator('#cookie-settings')).toBeFocused();
    await page.keyboard.press('Escape');
    await page.evaluate(() => scrollTo(0, 0));
    expect(await consent.stored()).toBe(before);
    expect(await consent.changes()).toHaveLength(1);
  });

  test('has a checkbox for each of several purposes', async ({ page, home, consent, settings }) => {
    await home({ of: sites.twoPurposes });
    const boxes = settings.region.getByRole('checkbox');
    await expect(boxes).toHaveCount(2);
    await expect(settings.purpose('Preferences')).toBeChecked();
    await settings.purpose('Statistics').uncheck();
    expect(await consent.stored()).toBeNull();
    await settings.save.click();
    await expect(settings.save).toBeFocused();
    expect((await consent.record()).purposes).toEqual({ preferences: true, statistics: false });
    await expect(settings.status).toHaveText('Your choice is saved.');
    await page.reload();
    await consent.started();
    await expect(settings.purpose('Statistics')).not.toBeChecked();
  });
});

test('an element of the same site in its own page asks and tells nothing a second time', async ({ page, home, consent, notice, settings }) => {
  await consent.listen();
  await home({ body: '<script src="embed.js" type="module"></script><partner-profile loading="eager" consent="own" src="profiles/lithuania.json"></partner-profile>' });
  const inside = new CookieSettings(page.locator('partner-profile'));
  await expect(inside.optOut).toBeEnabled();
  await expect(notice.region).toHaveCount(1);
  await inside.optOut.click();
  await expect(notice.region).toHaveCount(0);
  await settings.accept.first().click();
  await expect(inside.status).toHaveText('You accepted cookies.');
  expect((await consent.changes()).map(({ cause }) => cause)).toEqual(['start', 'settings', 'settings']);
});
