// What scripts of the page are told of the choice, and what they can do.

import { DAY, answer, sendsGpc, test } from './consent.js';
import { expect } from './fixtures.js';
import { sites } from './sites.js';

test.describe('scripts of the page', () => {
  test('are told once at start and once for every change', async ({ page, home, consent }) => {
    await consent.listen();
    await home();
    await page.evaluate(() => {
      const { accept, optOut, set, reset } = window.partnerProfileConsent;
      accept();
      accept();
      optOut();
      set({ preferences: true, unknown: true });
      set({ preferences: 'no' });
      reset();
    });
    const told = await consent.changes();
    for (const { decided, given, changed } of told) {
      expect(typeof given === 'number' && typeof changed === 'number').toBe(decided);
    }
    expect(told.map(({ given, changed, ...detail }) => detail)).toEqual(
      [
        ['start', false, true],
        ['script', true, true],
        ['script', true, false],
        ['script', true, true],
        ['reset', false, true],
      ].map(([cause, decided, preferences]) => ({
        cause,
        decided,
        durable: true,
        asked: true,
        model: 'opt-out',
        purposes: { preferences },
        revision: 1,
        site: 'partner-profile',
      })),
    );
    expect(await consent.stored()).toBeNull();
  });

  test('hear an event that bubbles and is composed', async ({ page, home }) => {
    await page.addInitScript(() => {
      addEventListener('partner-profile-consent-change', (event) => {
        window.heard = [event.bubbles, event.composed, event.target === document];
      });
    });
    await home();
    expect(await page.evaluate(() => window.heard)).toEqual([true, true, true]);
  });

  test('may answer while they are being told', async ({ page, home, settings }) => {
    await page.addInitScript(() => {
      window.causes = [];
      addEventListener('partner-profile-consent-change', ({ detail }) => {
        window.causes.push(detail.cause);
        if (detail.cause === 'start') window.partnerProfileConsent.optOut();
      });
    });
    await home();
    await expect(settings.status).toHaveText('You opted out of cookies.');
    expect(await page.evaluate(() => window.causes)).toEqual(['start', 'script']);
  });

  test('are told of what was answered, and when', async ({ home, consent, settings }) => {
    const kept = JSON.parse(answer(true, { days: 10, revision: 3, given: Date.now() - 20 * DAY }));
    await consent.keep(JSON.stringify(kept));
    await home({ of: sites.tuned });
    expect(await consent.choice()).toMatchObject({ revision: 3, given: kept.given, changed: kept.changed, decided: true, asked: true });
    await settings.optOut.click();
    const { given, changed } = await consent.record();
    expect(await consent.choice()).toMatchObject({ given, changed });
    expect([given, changed > kept.changed]).toEqual([kept.given, true]);
  });

  for (const [name, prepare, told] of [
    ['asked', async () => {}, { asked: true, decided: false, given: null, changed: null }],
    [
      'not asked because of the signal',
      ({ page }) => sendsGpc(page),
      { asked: false, decided: false, given: null, changed: null },
    ],
    ['asked before', (consent) => consent.keep(answer(false)), { asked: true, decided: true }],
  ]) {
    test(`can tell a visitor who was ${name}`, async ({ home, consent }) => {
      await prepare(consent);
      await consent.listen();
      await home();
      expect(await consent.choice()).toMatchObject(told);
      expect((await consent.changes())[0]).toMatchObject({ ...told, cause: 'start' });
    });
  }

  test('are told nothing of being asked where nothing is', async ({ home, consent }) => {
    await home({ of: sites.nothingOptional });
    expect(await consent.choice()).toMatchObject({ asked: false, decided: false });
  });
});
