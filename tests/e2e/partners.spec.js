// A site of several partners: their pages, the list of them, and the search in it.

import AxeBuilder from '@axe-core/playwright';
import { ConsentPage, held } from './consent.js';
import { expect, field, shown, status, test } from './partners.js';

test.describe('the list of partners', () => {
  test('is there without scripts, and has no search then', async ({ browser, site }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(site.url);
    await expect(shown(page)).toHaveCount(6);
    await expect(page.locator('.pp-search')).toBeHidden();
    await page.getByRole('link', { name: 'Lietuva (Lietuvių)' }).click();
    await expect(page).toHaveURL(`${site.url}lithuania/lt/`);
    await context.close();
  });

  test('is searched by keyboard, with and without accents and capitals', async ({ page, site }) => {
    await page.goto('');
    await field(page).focus();
    await page.keyboard.type('LIÉTUVA');
    await expect(shown(page)).toHaveCount(1);
    await expect(status(page)).toHaveText('1 of 6 partners shown');
    await expect(page).toHaveURL(/[?]q=LI%C3%89TUVA$/);
    await page.keyboard.press('Escape');
    await expect(field(page)).toHaveValue('');
    await expect(shown(page)).toHaveCount(6);
    await expect(status(page)).toBeEmpty();
    await expect(page).toHaveURL(site.url);
    await page.keyboard.type('nobody');
    await expect(status(page)).toHaveText('No partner has this name.');
    await expect(shown(page)).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.keyboard.type('valm');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${site.url}valmora/`);
  });

  test('shows what was searched for after going back, forward and reloading', async ({ page, site }) => {
    await page.goto('');
    await field(page).fill('a');
    await expect(page).toHaveURL(`${site.url}?q=a`);
    const count = await shown(page).count();
    await shown(page).first().getByRole('link').first().click();
    await expect(page.locator('article')).toBeVisible();
    await page.goBack();
    await expect(field(page)).toHaveValue('a');
    await expect(shown(page)).toHaveCount(count);
    await page.reload();
    await expect(field(page)).toHaveValue('a');
    await expect(shown(page)).toHaveCount(count);
    await page.goForward();
    await expect(page.locator('article')).toBeVisible();
  });

  test('asks before the search is there, and is answered', async ({ page, site }) => {
    const release = held(site, /\.wasm$/);
    await page.goto('');
    const { notice, settings } = new ConsentPage(page);
    await notice.optOut.click();
    await notice.hide.click();
    await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
    release();
    await expect(field(page)).toBeVisible();
    await expect(settings.status).toHaveText('You opted out of cookies.');
    await expect(notice.region).toHaveCount(0);
  });

  test('has nothing that axe objects to, searched or not', async ({ page }) => {
    await page.goto('');
    await expect(field(page)).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await field(page).fill('val');
    await expect(shown(page)).toHaveCount(1);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
});

test('every partner has its page, translations their links, and all of them one Wasm', async ({ page, site }) => {
  for (const address of ['great-caldera/', 'coral-atolls/', 'maritime-league/', 'green-islands/', 'lithuania/']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await page.getByRole('navigation').getByRole('link', { name: 'Lietuvių' }).click();
  await expect(page).toHaveURL(`${site.url}lithuania/lt/`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'lt');
  await page.waitForLoadState('networkidle');
  const wasm = site.requests.filter(({ path: name }) => name.endsWith('.wasm')).map(({ path: name }) => name);
  expect(new Set(wasm).size).toBe(1);
  // Its only document is in Arabic, and says so in its name.
  for (const address of ['green-islands/ar/', 'green-islands/']) {
    await page.goto(address);
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
    await expect(page.locator('link[rel=manifest]')).toHaveCount(1);
  }
});

test('paper carries no links to other languages', async ({ page }) => {
  await page.goto('lithuania/');
  await expect(page.locator('.pp-languages')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.pp-languages')).toBeHidden();
});
