// What operators can set, and what their scripts are told.

import { readFileSync } from 'node:fs';
import { DAY, test } from './consent.js';
import { expect } from './fixtures.js';
import { asking, sites } from './sites.js';

test.describe('a proof', () => {
  test('is a random id of an answer that allows something, for scripts as well', async ({ page, home, consent, notice }) => {
    await consent.listen();
    // The browser makes ids where the page came safely.
    await home({ of: sites.tuned });
    await expect(notice.region).toBeVisible();
    expect(await consent.choice()).not.toHaveProperty('id');
    await notice.accept.click();
    const { id } = await consent.record();
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect((await consent.choice()).id).toBe(id);
    expect((await consent.changes()).at(-1)).toMatchObject({ cause: 'notice', id });
    await page.reload();
    await consent.started();
    expect((await consent.choice()).id).toBe(id);
    await page.evaluate(() => window.partnerProfileConsent.optOut());
    expect(await consent.record()).not.toHaveProperty('id');
    expect(await consent.choice()).not.toHaveProperty('id');
    await page.evaluate(() => window.partnerProfileConsent.accept());
    expect((await consent.record()).id).not.toBe(id);
  });

  test('is not made where nobody asks for it', async ({ home, consent, notice }) => {
    await home();
    await notice.accept.click();
    expect(await consent.record()).not.toHaveProperty('id');
    expect(await consent.choice()).not.toHaveProperty('id');
  });
});

test.describe('an answer', () => {
  test('holds as long as the operator says, a refusal for its own time', async ({ home, consent, notice, settings }) => {
    await home({ of: sites.tuned });
    await notice.accept.click();
    const days = async () => {
      const { changed, expires } = await consent.record();
      return (expires - changed) / DAY;
    };
    expect(await days()).toBe(90);
    await settings.optOut.click();
    expect(await days()).toBe(30);
    await expect(settings.region).toContainText('Kept: 90 days');
  });
});

test.describe('the words of the notice', () => {
  test('are the operator’s where there are some, on all buttons alike', async ({ home, consent, notice, settings }) => {
    await home({ of: sites.worded });
    await expect(notice.region).toMatchAriaSnapshot(`
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
    await expect(settings.region.getByRole('button', { name: 'Count me', exact: true })).toBeVisible();
    await expect(settings.region.getByRole('button', { name: 'Do not count me' })).toBeVisible();
    await notice.region.getByRole('button', { name: 'Do not count me' }).click();
    expect((await consent.record()).purposes).toEqual({ preferences: false });
    await expect(notice.region).toContainText('You opted out of cookies.');
  });

  test('are in the language of the page, and say so where they are not', async ({ page, home, consent }) => {
    await home({ of: sites.worded });
    await page.goto('lithuania/lt/');
    await consent.started();
    const asked = page.locator('.pp-notice:not([hidden])');
    await expect(asked).toContainText('Ar galime skaičiuoti?');
    await expect(asked.getByRole('link').last()).toHaveAttribute('href', 'https://partners.example/lt/privatumas/');
    await expect(asked.getByText('Do not count me')).toHaveAttribute('lang', 'en');
    await expect(asked.getByText('Skaičiuokite')).not.toHaveAttribute('lang');
    expect(await consent.stored()).toBeNull();
  });
});

test.describe('the guide', () => {
  const text = readFileSync('docs/cookie-choice.md', 'utf8');
  const html = [...text.matchAll(/```html\n(.*?)```/gs)].map(([, html]) => html);
  const json = [...text.matchAll(/```json\n(.*?)```/gs)].map(([, json]) => JSON.parse(`{${json}}`));

  test('has a script and a frame that wait as it says', async ({ page, home, notice, watch }) => {
    const [script, frame] = html;
    watch.allow(/request: https:\/\/(partners|films)\.example/);
    await page.route('https://partners.example/count.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'window.counted = true' }),
    );
    await page.route('https://films.example/1', (route) => route.fulfill({ contentType: 'text/html', body: '<p>The film</p>' }));
    await home({
      of: {
        ...asking(
          { ...json[0].consent, notice: json[1].notice },
          { policy: { script_src: ['https://partners.example'], frame_src: ['https://films.example'] } },
        ),
        markup: script + frame,
      },
    });
    await expect(notice.region).toContainText('We would like to count visits.');
    await expect.poll(() => page.evaluate(() => window.counted)).toBe(true);
    await expect(page.frameLocator('iframe').locator('p')).toHaveText('The film');
  });

  test('leads to a Matomo that counts after an accept, under Trusted Types, and leaves nothing after a refusal', async ({ page, home, consent, notice, settings, watch }) => {
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
    await home({ of: { ...asking(json[2].consent, { policy: json[2].policy }), markup: html[2] } });
    expect(asked).toEqual([]);
    await notice.accept.click();
    await expect.poll(() => asked.length).toBe(4);
    expect(await page.evaluate(() => document.cookie)).toContain('_pk_id');
    const again = page.waitForEvent('load');
    await settings.optOut.click();
    await again;
    await consent.started();
    expect(await page.evaluate(() => document.cookie)).toBe('');
    expect(asked).toHaveLength(4);
  });

  test('feeds Consent Mode with four signals, the defaults first', async ({ page, home }) => {
    const snippet = html.at(-1);
    const purpose = (id) => ({ id, label: { en: id }, text: { en: id } });
    await home({ of: { ...asking({ purposes: ['statistics', 'marketing'].map(purpose) }), markup: snippet } });
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
