// What operators can set, and what their scripts are told.

import { readFileSync } from 'node:fs';
import { accept, answer, changes, choice, DAY, keep, listen, notice, optIn, optOut, record, settings, started, stored, test } from './consent.js';
import { expect } from './fixtures.js';

test.describe('scripts of the page', () => {
  test('are told of what was answered, and when', async ({ page, home }) => {
    const kept = JSON.parse(answer(true, { days: 10, revision: 3, given: Date.now() - 20 * DAY }));
    await keep(page, JSON.stringify(kept));
    await home({ settings: (consent) => (consent.revision = 3) });
    await started(page);
    expect(await choice(page)).toMatchObject({ revision: 3, given: kept.given, changed: kept.changed, decided: true, asked: true });
    await settings(page).getByRole('button', { name: 'Opt out' }).click();
    const { given, changed } = await record(page);
    expect(await choice(page)).toMatchObject({ given, changed });
    expect([given, changed > kept.changed]).toEqual([kept.given, true]);
  });

  for (const [name, prepare, told] of [
    ['asked', async () => {}, { asked: true, decided: false, given: null, changed: null }],
    [
      'not asked because of the signal',
      (page) => page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true })),
      { asked: false, decided: false, given: null, changed: null },
    ],
    ['asked before', (page) => keep(page, answer(false)), { asked: true, decided: true }],
  ]) {
    test(`can tell a visitor who was ${name}`, async ({ page, home }) => {
      await prepare(page);
      await listen(page);
      await home();
      await started(page);
      expect(await choice(page)).toMatchObject(told);
      expect((await changes(page))[0]).toMatchObject({ ...told, cause: 'start' });
    });
  }

  test('are told nothing of being asked where nothing is', async ({ page, home }) => {
    await home({ settings: (consent) => (consent.purposes = []) });
    await started(page);
    expect(await choice(page)).toMatchObject({ asked: false, decided: false });
  });
});

test.describe('a proof', () => {
  const proof = (consent) => (consent.proof = true);

  test('is a random id of an answer that allows something, for scripts as well', async ({ page, home }) => {
    await listen(page);
    // The browser makes ids where the page came safely.
    await home({ settings: proof });
    await expect(notice(page)).toBeVisible();
    expect(await choice(page)).not.toHaveProperty('id');
    await accept(page).click();
    const { id } = await record(page);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect((await choice(page)).id).toBe(id);
    expect((await changes(page)).at(-1)).toMatchObject({ cause: 'notice', id });
    await page.reload();
    await started(page);
    expect((await choice(page)).id).toBe(id);
    await page.evaluate(() => window.partnerProfileConsent.optOut());
    expect(await record(page)).not.toHaveProperty('id');
    expect(await choice(page)).not.toHaveProperty('id');
    await page.evaluate(() => window.partnerProfileConsent.accept());
    expect((await record(page)).id).not.toBe(id);
  });

  test('is not made where nobody asks for it', async ({ page, home }) => {
    await home();
    await accept(page).click();
    expect(await record(page)).not.toHaveProperty('id');
    expect(await choice(page)).not.toHaveProperty('id');
  });
});

test.describe('an answer', () => {
  test('holds as long as the operator says, a refusal for its own time', async ({ page, home }) => {
    await home({ settings: (consent) => Object.assign(consent, { lifetime: 90, refusal_lifetime: 30 }) });
    await accept(page).click();
    const days = async () => {
      const { changed, expires } = await record(page);
      return (expires - changed) / DAY;
    };
    expect(await days()).toBe(90);
    await settings(page).getByRole('button', { name: 'Opt out' }).click();
    expect(await days()).toBe(30);
    await expect(settings(page)).toContainText('Kept: 90 days');
  });

  test('that was kept for longer ends when the operator shortens that', async ({ page, home }) => {
    await keep(page, answer(true, { days: 20 }));
    await home({ settings: (consent) => (consent.lifetime = 14) });
    await expect(notice(page)).toContainText('has expired');
  });
});

test.describe('the words of the notice', () => {
  const wording = {
    text: { en: 'May we count?', lt: 'Ar galime skaičiuoti?' },
    accept: { en: 'Count me', lt: 'Skaičiuokite' },
    opt_out: { en: 'Do not count me' },
    privacy: { en: 'https://partners.example/privacy/', lt: 'https://partners.example/lt/privatumas/' },
  };

  test('are the operator’s where there are some, on all buttons alike', async ({ page, home }) => {
    await home({ settings: (consent) => (optIn(consent), (consent.notice = wording)) });
    await expect(notice(page)).toMatchAriaSnapshot(`
      - region "Cookies":
        - paragraph:
          - text: May we count?
          - link "Read more":
            - /url: "#cookie-settings"
          - link "Privacy notice":
            - /url: https://partners.example/privacy/
        - button "Count me"
        - button "Do not count me"
    `);
    await expect(settings(page).getByRole('button', { name: 'Count me', exact: true })).toBeVisible();
    await expect(settings(page).getByRole('button', { name: 'Do not count me' })).toBeVisible();
    await notice(page).getByRole('button', { name: 'Do not count me' }).click();
    expect((await record(page)).purposes).toEqual({ preferences: false });
    await expect(notice(page)).toContainText('You opted out of cookies.');
  });

  test('are in the language of the page, and say so where they are not', async ({ page, home }) => {
    await home({
      settings: (consent) => (consent.notice = wording),
      change: (text) => text.replace('"language":"en","site"', '"language":"lt","site"'),
    });
    const asked = page.locator('.pp-notice:not([hidden])');
    await expect(asked).toContainText('Ar galime skaičiuoti?');
    await expect(asked.getByRole('link').last()).toHaveAttribute('href', 'https://partners.example/lt/privatumas/');
    await expect(asked.getByText('Do not count me')).toHaveAttribute('lang', 'en');
    await expect(asked.getByText('Skaičiuokite')).not.toHaveAttribute('lang');
    expect(await stored(page)).toBeNull();
  });
});

test.describe('the guide', () => {
  const text = readFileSync('docs/cookie-choice.md', 'utf8');
  const html = [...text.matchAll(/```html\n(.*?)```/gs)].map(([, html]) => html);
  const json = [...text.matchAll(/```json\n(.*?)```/gs)].map(([, json]) => JSON.parse(`{${json}}`));
  const policy = ({ policy }) => (page) =>
    Object.entries(policy).reduce((page, [key, sources]) => {
      const name = key.replace('_', '-');
      return page.replace(new RegExp(`(["; ])${name} `), `$1${name} ${sources.join(' ')} `);
    }, page);

  test('has a script and a frame that wait as it says', async ({ page, home, watch }) => {
    const [script, frame] = html;
    watch.allow(/request: https:\/\/(partners|films)\.example/);
    await page.route('https://partners.example/count.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'window.counted = true' }),
    );
    await page.route('https://films.example/1', (route) => route.fulfill({ contentType: 'text/html', body: '<p>The film</p>' }));
    await home({
      body: script + frame,
      settings: (consent) => Object.assign(consent, json[0].consent, { notice: json[1].notice }),
      change: policy({ policy: { script_src: ['https://partners.example'], frame_src: ['https://films.example'] } }),
    });
    await expect(notice(page)).toContainText('We would like to count visits.');
    await expect.poll(() => page.evaluate(() => window.counted)).toBe(true);
    await expect(page.frameLocator('iframe').locator('p')).toHaveText('The film');
  });

  test('leads to a Matomo that counts after an accept, under Trusted Types, and leaves nothing after a refusal', async ({ page, home, watch }) => {
    const origin = 'https://matomo.partners.example';
    const asked = [];
    watch.allow(new RegExp(`request: ${origin}`));
    await page.route(`${origin}/**`, (route) => {
      asked.push(new URL(route.request().url()).pathname);
      // As Matomo's own script does.
      const body = `document.cookie = '_pk_id.1.ab=1'; document.cookie = '_pk_ses.1.ab=1';
        const { setTrackerUrl: [url] } = Object.fromEntries(_paq.map(([name, ...values]) => [name, values]));
        navigator.sendBeacon(url + '?rec=1'); new Image().src = url + '?rec=2'; fetch(url + '?rec=3', { mode: 'no-cors' });`;
      return route.fulfill({ contentType: 'text/javascript', body });
    });
    await home({ body: html[2], settings: (consent) => Object.assign(consent, json[2].consent), change: policy(json[2]) });
    await started(page);
    expect(asked).toEqual([]);
    await accept(page).click();
    await expect.poll(() => asked.length).toBe(4);
    expect(await page.evaluate(() => document.cookie)).toContain('_pk_id');
    const again = page.waitForEvent('load');
    await settings(page).getByRole('button', { name: 'Opt out' }).click();
    await again;
    await started(page);
    expect(await page.evaluate(() => document.cookie)).toBe('');
    expect(asked).toHaveLength(4);
  });

  test('feeds Consent Mode with four signals, the defaults first', async ({ page, home }) => {
    const snippet = html.at(-1);
    const purpose = (id) => ({ id, label: { en: id }, text: { en: id } });
    await home({
      settings: (consent) => (consent.purposes = ['statistics', 'marketing'].map(purpose)),
      body: snippet,
    });
    await started(page);
    await page.evaluate(() => window.partnerProfileConsent.set({ marketing: false }));
    const [, defaults, ...updates] = [null, ...(await page.evaluate(() => window.dataLayer.map((entry) => [...entry])))];
    const signals = (marketing, statistics) => ({
      ad_storage: marketing,
      ad_user_data: marketing,
      ad_personalization: marketing,
      analytics_storage: statistics,
    });
    expect(defaults).toEqual(['consent', 'default', { ...signals('denied', 'denied'), wait_for_update: 500 }]);
    expect(updates).toEqual([
      ['consent', 'update', signals('granted', 'granted')],
      ['consent', 'update', signals('denied', 'granted')],
    ]);
  });
});
