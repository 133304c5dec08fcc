// What earlier visits, time and the browser's own signal mean for the choice.

import { DAY, answer, sendsGpc, test } from './consent.js';
import { expect } from './fixtures.js';

test.describe('a stored record', () => {
  const asksAgain = {
    'bad JSON': ['{"version":1', 'could not be read'],
    'a purpose missing': [answer(true, { purposes: { other: true } }), 'There is something new to decide'],
    'an end in the past': [answer(true, { days: 181 }), 'has expired'],
    'a revision before': [answer(true, { revision: 0 }), 'has changed'],
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
});
