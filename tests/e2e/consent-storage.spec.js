// The cookie choice where storage is blocked, full, cleared, or kept apart.

import { CookieSettings, Notice, served, test } from './consent.js';
import { expect } from './fixtures.js';
import { sites } from './sites.js';

test.describe('storage', () => {
  const broken = {
    'its getter throws': () =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('blocked', 'SecurityError');
        },
      }),
    'it is absent': () => Object.defineProperty(window, 'localStorage', { get: () => null }),
    'getting throws': () => {
      Storage.prototype.getItem = () => {
        throw new DOMException('blocked', 'SecurityError');
      };
    },
    'setting throws': () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    },
    'setting throws what is no error': () => {
      Storage.prototype.setItem = () => {
        throw 'no';
      };
    },
    'removing throws': () => {
      Storage.prototype.removeItem = () => {
        throw new DOMException('blocked', 'SecurityError');
      };
    },
    'a write is dropped in silence': () => {
      Storage.prototype.setItem = () => {};
    },
    'it is full': () => {
      try {
        for (let size = 2 ** 22, index = 0; size > 0; index += 1) {
          try {
            localStorage.setItem(`full${index}`, 'x'.repeat(size));
          } catch {
            size >>= 1;
          }
        }
      } catch {
        // Not here.
      }
    },
  };
  for (const [name, breakage] of Object.entries(broken)) {
    test(`${name}: nothing is on, the choice holds for the visit, the page says so`, async ({ page, home, consent, notice, settings }) => {
      await page.addInitScript(breakage);
      await consent.listen();
      await home();
      await expect(notice.region).toBeVisible();
      expect(await consent.choice()).toMatchObject({ decided: false, durable: false, purposes: { preferences: false } });
      await notice.accept.click();
      await expect(notice.region).toContainText('holds for this visit only');
      await expect(settings.status).toContainText('holds for this visit only');
      expect(await consent.choice()).toMatchObject({ decided: true, durable: false, purposes: { preferences: true } });
      await settings.optOut.click();
      expect(await consent.choice()).toMatchObject({ decided: true, durable: false, purposes: { preferences: false } });
      expect((await consent.changes()).map(({ cause, durable }) => [cause, durable])).toEqual([
        ['start', false],
        ['notice', false],
        ['settings', false],
      ]);
    });
  }

  test('that cannot be written is known of where prior consent is asked for as well', async ({ page, home, consent, notice }) => {
    await page.addInitScript(broken['setting throws']);
    await home({ of: sites.optIn });
    await expect(notice.region).toBeVisible();
    expect(await consent.choice()).toMatchObject({ decided: false, durable: false });
  });

  test('full after an accept: a refusal that cannot be written makes the accept void', async ({ page, home, consent, notice, settings }) => {
    await home();
    await notice.accept.click();
    await page.evaluate(broken['it is full']);
    await settings.optOut.click();
    await expect(settings.status).toContainText('holds for this visit only');
    expect(await consent.stored()).toBe('null');
    await page.reload();
    await expect(notice.region).toContainText('could not be read');
    expect((await consent.choice()).purposes).toEqual({ preferences: false });
  });

  test('dropping writes after an accept: a refusal takes the accept away', async ({ page, home, consent, notice, settings }) => {
    await home();
    await notice.accept.click();
    await page.evaluate(broken['a write is dropped in silence']);
    await settings.optOut.click();
    await expect(settings.status).toContainText('holds for this visit only');
    expect(await consent.stored()).toBeNull();
  });

  test('that cannot be removed from is not written to before a choice', async ({ page, home, notice }) => {
    await page.addInitScript(broken['removing throws']);
    await home();
    await expect(notice.region).toBeVisible();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('cleared during the visit: the choice holds, the next visit asks', async ({ page, home, consent, notice }) => {
    await home();
    await notice.optOut.click();
    await page.evaluate(() => localStorage.clear());
    expect((await consent.choice()).purposes).toEqual({ preferences: false });
    await page.reload();
    await expect(notice.region).toBeVisible();
  });

  /** A page of another site with the page in a frame; both names are made up here. */
  async function framed(page, site, attributes = '') {
    await served(page, site, 'https://profile.example');
    const frame = `<iframe width="800" height="600" src="https://profile.example/" ${attributes}></iframe>`;
    await page.route('https://elsewhere.example/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,">${frame}`,
      }),
    );
    await page.goto('https://elsewhere.example/');
    const inside = page.frameLocator('iframe');
    return { notice: new Notice(inside), settings: new CookieSettings(inside) };
  }

  test('in a sandboxed frame: asked, answered, not kept', async ({ page, site, watch }) => {
    watch.allow(/request: /);
    const frame = await framed(page, site, 'sandbox="allow-scripts"');
    await frame.notice.accept.click();
    await expect(frame.notice.region).toContainText('holds for this visit only');
  });

  for (const [name, isBlocked, state] of [
    ['kept apart: the choice is of that place, and lasts there', false, 'You opted out of cookies.'],
    ['blocked: the choice holds for the visit', true, 'What is optional is off, since you have not accepted it.'],
  ]) {
    test(`in a frame of another site, where storage is ${name}`, async ({ visitor, site, launchOptions }) => {
      const profile = { cookie_controls_mode: Number(isBlocked), block_third_party_cookies: isBlocked };
      // Playwright's own arguments switch the partitions off; with them nothing is blocked.
      const own = ['--headless', '--no-sandbox', '--remote-debugging-pipe', 'about:blank'];
      const apart = (folder) => ({ args: [...launchOptions.args, ...own, `--user-data-dir=${folder}`], ignoreDefaultArgs: true });
      const page = await visitor({ profile }, isBlocked ? undefined : apart);
      const frame = await framed(page, site);
      await frame.notice.optOut.click();
      await expect(frame.notice.region).toContainText('You opted out');
      await expect(frame.notice.region.getByText('holds for this visit only')).toHaveCount(isBlocked ? 1 : 0);
      await page.reload();
      await expect(frame.settings.status).toHaveText(state);
      await expect(frame.notice.region).toHaveCount(isBlocked ? 1 : 0);
      await page.goto('https://profile.example/');
      await expect(new Notice(page).region).toBeVisible();
    });
  }
});
