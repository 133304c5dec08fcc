// Tabs that share an answer, also where they do not know the same purposes: of before and after a deployment, or of two
// sites on one origin with one id.

import { ConsentPage, answer, test } from './consent.js';
import { expect } from './fixtures.js';
import { sites } from './sites.js';

test.describe('two tabs', () => {
  test('agree when both accept', async ({ context, page, home, notice }) => {
    await home();
    const other = new ConsentPage(await context.newPage());
    await other.listen();
    await other.page.goto(page.url());
    await other.started();
    await notice.accept.click();
    await expect(other.notice.region).toHaveCount(0);
    expect(await other.choice()).toMatchObject({ decided: true, purposes: { preferences: true } });
    await other.page.evaluate(() => window.partnerProfileConsent.accept());
    expect((await other.changes()).map(({ cause }) => cause)).toEqual(['start', 'tab']);
  });

  test('one clears: the other asks again, and keeps to the refusal', async ({ home, consent, notice }) => {
    await home();
    await notice.optOut.click();
    const other = await consent.another();
    await other.page.evaluate(() => localStorage.clear());
    await expect(notice.region).toContainText('We assume');
    expect((await consent.choice()).purposes).toEqual({ preferences: false });
  });

  test('the focus is not lost when the other one answers', async ({ home, consent, notice }) => {
    await home();
    await notice.accept.focus();
    const other = await consent.another();
    await other.notice.optOut.click();
    await expect(notice.region).toHaveCount(0);
    expect(await consent.focus()).toMatchObject({ tag: 'H1' });
  });

  test('the focus is not lost when the other one takes back what is confirmed', async ({ home, consent, notice }) => {
    await home();
    await notice.accept.click();
    await notice.hide.focus();
    const other = await consent.another();
    await other.page.evaluate(() => localStorage.clear());
    await expect(notice.accept).toBeVisible();
    expect(await consent.focus()).toMatchObject({ tag: 'H1' });
  });

  test('the focus goes to what is asked instead when the other one leaves a part of the question', async ({ home, consent, notice }) => {
    await home({ of: sites.twoOptIn });
    await notice.optOut.focus();
    const other = await consent.another();
    await other.write(answer(true, { model: 'opt-in' }));
    await expect(notice.region).toContainText('something new to decide');
    await expect(notice.link).toBeFocused();
  });

  test('what confirms an answer does not call the visitor back when it is worded anew', async ({ page, home, consent, notice, theme }) => {
    await home();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await notice.accept.click();
    await expect(notice.region).toContainText('for this visit only');
    await theme.dark.focus();
    const other = await consent.another();
    await other.notice.accept.click();
    await expect(notice.region).not.toContainText('for this visit only');
    await expect(notice.region).toContainText('You accepted cookies.');
    await expect(theme.dark).toBeFocused();
  });

  test('a page from the back-forward cache follows what was answered meanwhile', async ({ site, comeBack }) => {
    test.slow();
    const visit = async (page) => {
      const { notice } = new ConsentPage(page);
      // Chromium hands it in later; nothing says that it has to come.
      await page.addInitScript(() => addEventListener('storage', (event) => event.stopImmediatePropagation()));
      await page.goto(site.url);
      await expect(notice.region).toBeVisible();
      // A page that still loads is not sure to be kept.
      await page.waitForLoadState('networkidle');
      await page.goto(`${site.url}lithuania/`);
      await notice.optOut.click();
    };
    const consent = new ConsentPage(await comeBack(visit));
    await expect(consent.notice.region).toHaveCount(0);
    expect((await consent.choice()).purposes).toEqual({ preferences: false });
  });
});

test('a page of before a deployment keeps what was refused of a purpose that it does not know', async ({ page, home, consent, settings }) => {
  await home();
  const body = '<script type="text/plain" data-consent="statistics">window.counted = true</script>';
  const other = await consent.another();
  await other.write(answer(false, { purposes: { preferences: false, statistics: false } }));
  await expect(settings.status).toHaveText('You opted out of cookies.');
  await settings.accept.click();
  expect((await consent.record()).purposes).toEqual({ preferences: true, statistics: false });
  // The deployment.
  await home({ of: sites.twoPurposes, body });
  expect(await consent.choice()).toMatchObject({ decided: true, purposes: { preferences: true, statistics: false } });
  expect(await page.evaluate(() => window.counted)).toBeUndefined();
});

test('what another page has asked about is kept where this one takes its answer back', async ({ page, home, consent, notice }) => {
  await home();
  await notice.optOut.click();
  await consent.write(answer(false, { purposes: { preferences: false, films: false } }));
  await page.reload();
  await consent.started();
  await page.evaluate(() => window.partnerProfileConsent.reset());
  expect((await consent.record()).purposes).toEqual({ films: false });
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await consent.started();
  await notice.optOut.click();
  await page.evaluate(() => window.partnerProfileConsent.reset());
  expect(await consent.stored()).toBeNull();
});
