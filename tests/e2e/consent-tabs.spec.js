// Pages that share an answer and do not know the same purposes: of before and after a deployment, or of two sites on one
// origin with one id.

import { answer, choice, KEY, notice, optIn, optOut, record, settings, started, stored, test, two } from './consent.js';
import { expect } from './fixtures.js';

test('a page of before a deployment keeps what was refused of a purpose that it does not know', async ({ page, home, site, context }) => {
  await home();
  await started(page);
  // The deployment; the first tab stays as it is.
  site.faults.length = 0;
  const body = '<script type="text/plain" data-consent="statistics">window.counted = true</script>';
  const other = await context.newPage();
  await other.goto(page.url());
  await other.evaluate(
    ([key, text]) => localStorage.setItem(key, text),
    [KEY, answer(false, { purposes: { preferences: false, statistics: false } })],
  );
  await expect(settings(page).getByRole('status')).toHaveText('You opted out of cookies.');
  await settings(page).getByRole('button', { name: 'Accept' }).click();
  expect((await record(page)).purposes).toEqual({ preferences: true, statistics: false });
  await home({ settings: two, body });
  await started(page);
  expect(await choice(page)).toMatchObject({ decided: true, purposes: { preferences: true, statistics: false } });
  expect(await page.evaluate(() => window.counted)).toBeUndefined();
});

test('what another page has asked about is kept where this one takes its answer back', async ({ page, home }) => {
  await home();
  await optOut(page).click();
  await page.evaluate(
    ([key, text]) => localStorage.setItem(key, text),
    [KEY, answer(false, { purposes: { preferences: false, films: false } })],
  );
  await page.reload();
  await started(page);
  await page.evaluate(() => window.partnerProfileConsent.reset());
  expect((await record(page)).purposes).toEqual({ films: false });
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await started(page);
  await optOut(page).click();
  await page.evaluate(() => window.partnerProfileConsent.reset());
  expect(await stored(page)).toBeNull();
});

test('what was allowed elsewhere is not allowed for longer by an answer here', async ({ page, home }) => {
  const before = JSON.parse(answer(true, { days: 100, model: 'opt-in', purposes: { preferences: false, films: true } }));
  await home({ settings: optIn });
  await expect(notice(page)).toBeVisible();
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, JSON.stringify(before)]);
  await page.reload();
  await started(page);
  await page.evaluate(() => window.partnerProfileConsent.accept());
  expect(await record(page)).toMatchObject({ purposes: { preferences: true, films: true }, expires: before.expires });
});
