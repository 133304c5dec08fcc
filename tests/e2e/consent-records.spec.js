// What earlier visits, time and the browser's own signal mean for the choice.

import { DAY, answer, sendsGpc, test } from './consent.js';
import { expect } from './fixtures.js';

test.describe('a stored record', () => {
  const asksAgain = {
    'bad JSON': ['{"version":1', 'could not be read'],
    'null': ['null', 'could not be read'],
    'an array': ['[]', 'could not be read'],
    '"false"': ['"false"', 'could not be read'],
    'one megabyte': ['x'.repeat(2 ** 20), 'could not be read'],
    'one megabyte of JSON': [`[${'1,'.repeat(2 ** 19)}1]`, 'could not be read'],
    'a bad date': [answer(true, { changed: 'today' }), 'could not be read'],
    'a future date': [answer(true, { days: -2 }), 'could not be read'],
    'a newer version': [answer(true, { version: 2 }), 'could not be read'],
    'an older version': [answer(true, { version: 0 }), 'could not be read'],
    'no booleans': [answer('false'), 'could not be read'],
    'a purpose missing': [answer(true, { purposes: { other: true } }), 'There is something new to decide'],
    'an end in the past': [answer(true, { days: 181 }), 'has expired'],
    'a revision before': [answer(true, { revision: 0 }), 'has changed'],
    'a revision after': [answer(true, { revision: 2 }), 'has changed'],
  };
  for (const [name, [text, why]] of Object.entries(asksAgain)) {
    test(`of ${name} asks again, and is not overwritten before an answer`, async ({ home, consent, notice }) => {
      await consent.keep(text);
      await home();
      await expect(notice.region).toContainText(why);
      const isOn = (await consent.choice()).purposes.preferences;
      expect(isOn).toBe(why !== 'could not be read');
      expect(await consent.stored()).toBe(text);
      await notice.accept.click();
      expect(await consent.record()).toMatchObject({ version: 1, purposes: { preferences: true } });
    });
  }

  test('of an unknown purpose beside the known one is read', async ({ home, consent }) => {
    await consent.keep(answer(true, { purposes: { preferences: false, gone: true } }));
    await home();
    expect(await consent.choice()).toMatchObject({ decided: true, purposes: { preferences: false } });
  });

  test('of a refusal that has ended asks again, and keeps to the refusal meanwhile', async ({ home, consent, notice }) => {
    await consent.keep(answer(false, { days: 200 }));
    await home();
    await expect(notice.region).toContainText('has expired');
    expect((await consent.choice()).purposes).toEqual({ preferences: false });
  });

  test('with a longer end is cut to 180 days', async ({ page, home, consent, notice }) => {
    await page.clock.install();
    await consent.keep(answer(true, { expires: Date.now() + 1000 * DAY }));
    await home();
    await page.clock.fastForward(169 * DAY);
    expect((await consent.choice()).decided).toBe(true);
    await page.clock.fastForward(2 * DAY);
    await expect(notice.region).toContainText('has expired');
  });
});

test.describe('the clock', () => {
  test('passes the end while the page is open', async ({ page, home, consent, notice }) => {
    await page.clock.install();
    await consent.listen();
    await consent.keep(answer(false, { days: 179 }));
    await home();
    await expect(notice.region).toHaveCount(0);
    await page.clock.fastForward(2 * DAY);
    await expect(notice.region).toContainText('has expired');
    expect((await consent.choice()).purposes).toEqual({ preferences: false });
    expect((await consent.changes()).map(({ cause }) => cause)).toEqual(['start', 'expired']);
  });

  test('moved back by an hour changes nothing, by a week asks again', async ({ page, home, consent, notice }) => {
    await page.clock.install();
    await home();
    await notice.accept.click();
    await page.clock.setSystemTime(Date.now() - 3_600_000);
    await page.reload();
    await consent.started();
    expect((await consent.choice()).decided).toBe(true);
    await page.clock.setSystemTime(Date.now() - 7 * DAY);
    await page.reload();
    await expect(notice.region).toContainText('could not be read');
    expect((await consent.choice()).purposes).toEqual({ preferences: false });
  });
});

test.describe('Global Privacy Control', () => {
  test('without an answer: nothing asked, nothing on, nothing stored', async ({ page, home, consent, notice, settings }) => {
    await sendsGpc(page);
    await home();
    expect(await consent.choice()).toMatchObject({ decided: false, purposes: { preferences: false } });
    await expect(notice.region).toHaveCount(0);
    await expect(settings.status).toContainText('Global Privacy Control');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('an explicit accept wins, now and at the next visit', async ({ page, home, consent, settings }) => {
    await sendsGpc(page);
    await home();
    await settings.accept.click();
    expect((await consent.choice()).purposes).toEqual({ preferences: true });
    await page.reload();
    await consent.started();
    expect(await consent.choice()).toMatchObject({ decided: true, purposes: { preferences: true } });
  });

  test('with a refusal: refused', async ({ page, home, consent }) => {
    await sendsGpc(page);
    await consent.keep(answer(false));
    await home();
    expect(await consent.choice()).toMatchObject({ decided: true, purposes: { preferences: false } });
  });
});
