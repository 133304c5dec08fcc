// The cookie choice on the built site, where the browser is the point. The transitions have their table in
// tests/consent_table.rs.

import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import {
  accept,
  answer,
  changes,
  choice,
  dark,
  DAY,
  focused,
  hash,
  hold,
  keep,
  KEY,
  listen,
  notice,
  optIn,
  optOut,
  record,
  served,
  settings,
  shift,
  started,
  stored,
  test,
  THEME,
  two,
  watchShifts,
} from './consent.js';
import { drawn, expect } from './fixtures.js';

test.describe('the notice', () => {
  test('asks once, and is never in the page of a visitor who has chosen', async ({ page, home }) => {
    await home();
    await expect(notice(page)).toContainText('We assume that you are fine with this');
    expect(await stored(page)).toBeNull();
    await accept(page).click();
    await expect(notice(page)).toContainText('You accepted cookies.');
    expect((await record(page)).purposes).toEqual({ preferences: true });
    await page.addInitScript(() => {
      window.shown = 0;
      new MutationObserver(() => {
        window.shown += document.querySelectorAll('.pp-notice:not([hidden])').length;
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    await started(page);
    expect(await page.evaluate(() => window.shown)).toBe(0);
    await expect(notice(page)).toHaveCount(0);
  });

  test('is worded as a question where prior consent is asked for', async ({ page, home }) => {
    await home({ settings: optIn });
    await expect(notice(page)).toContainText('None are used unless you accept');
    expect((await choice(page)).purposes).toEqual({ preferences: false });
  });

  test('is not there where nothing is optional', async ({ page, home }) => {
    await listen(page);
    await home({
      settings: (consent) => {
        consent.purposes = [];
      },
    });
    await started(page);
    await expect(notice(page)).toHaveCount(0);
    await expect(settings(page)).toContainText('keeps nothing optional');
    expect(await changes(page)).toHaveLength(1);
    await page.evaluate(() => window.partnerProfileConsent.accept());
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('leaves nothing in storage before a choice', async ({ page, home }) => {
    await home();
    await expect(notice(page)).toBeVisible();
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
  });

  test('moves nothing', async ({ page, home }) => {
    await watchShifts(page);
    await home();
    await expect(notice(page)).toBeVisible();
    expect(await shift(page)).toBe(0);
  });

  test('is the first that Tab reaches, and its buttons look alike', async ({ page, home }) => {
    await home();
    await expect(notice(page)).toBeVisible();
    const path = [];
    for (let step = 0; step < 3; step += 1) {
      await page.keyboard.press('Tab');
      path.push(await page.evaluate(() => document.activeElement.textContent));
    }
    expect(path).toEqual(['Read more', 'Accept', 'Opt out']);
    const look = (button) =>
      button.evaluate((element) => {
        element.blur();
        const { color, backgroundColor, fontSize, fontWeight, borderColor, height } = getComputedStyle(element);
        return { color, backgroundColor, fontSize, fontWeight, borderColor, height };
      });
    expect(await look(accept(page))).toEqual(await look(optOut(page)));
  });

  test('is a region with a name, not a dialog, and holds no focus', async ({ page, home }) => {
    await home();
    await expect(notice(page)).toMatchAriaSnapshot(`
      - region "Cookies":
        - paragraph:
          - text: /We use cookies/
          - link "Read more":
            - /url: "#cookie-settings"
        - button "Accept"
        - button "Opt out"
    `);
    expect(await focused(page)).toMatchObject({ tag: 'BODY' });
    await optOut(page).focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement.closest('.pp-notice'))).toBeNull();
  });

  for (const [width, height] of [
    [320, 480],
    [320, 256],
    [1280, 800],
  ]) {
    test(`takes no more than half of ${width} × ${height}`, async ({ page, home }) => {
      await page.setViewportSize({ width, height });
      await home();
      await expect(notice(page)).toBeVisible();
      const box = await notice(page).boundingBox();
      expect(box.height).toBeLessThanOrEqual(height / 2 + 0.5);
      expect(Math.abs(box.y + box.height - height)).toBeLessThan(1);
      for (const button of [accept(page), optOut(page)]) {
        await button.focus();
        await expect(button).toBeInViewport({ ratio: 0.9 });
      }
    });
  }

  test('never covers what has the focus, through the whole page at 320 × 480', async ({ page, home }) => {
    await page.setViewportSize({ width: 320, height: 480 });
    // Without it the page would be looked at while it is still scrolling.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await home();
    await expect(notice(page)).toBeVisible();
    let steps = 0;
    for (; steps < 200; steps += 1) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const active = document.activeElement;
        if (active === document.body) return 'end';
        if (active.closest('.pp-notice')) return 'notice';
        const top = document.querySelector('.pp-notice').getBoundingClientRect().top;
        const { top: start, bottom: end } = active.getBoundingClientRect();
        return end <= top + 1 && start >= -1 ? 'clear' : `${active.outerHTML.slice(0, 80)}: ${start}–${end}, notice from ${top}`;
      });
      if (seen === 'end') break;
      expect(['clear', 'notice']).toContain(seen);
    }
    expect(steps).toBeGreaterThan(10);
    expect(steps).toBeLessThan(200);
  });

  test('scrolls clear of it what had the focus when it came', async ({ page, home }) => {
    await page.setViewportSize({ width: 320, height: 480 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const release = await hold(page, /\.wasm$/);
    await keep(page, answer(true, { days: 200 }));
    await home({ starts: false });
    const link = page.getByRole('navigation', { name: 'On this page' }).getByRole('link').nth(1);
    await link.focus();
    await link.evaluate((element) => scrollBy(0, element.getBoundingClientRect().bottom - innerHeight + 20));
    release();
    await expect(notice(page)).toBeVisible();
    await expect(link).toBeFocused();
    await expect
      .poll(async () => {
        const [covering, covered] = await Promise.all([notice(page).boundingBox(), link.boundingBox()]);
        return covered.y + covered.height <= covering.y;
      })
      .toBe(true);
  });

  test('is asked and answered by keyboard alone', async ({ page, home }) => {
    await home();
    await expect(notice(page)).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(notice(page)).toContainText('You opted out of cookies.');
    expect(await focused(page)).toMatchObject({ class: 'pp-notice__text' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(notice(page)).toHaveCount(0);
    expect(await focused(page)).toMatchObject({ tag: 'H1' });
  });

  test('hidden in the middle of the page, leaves the visitor there', async ({ page, home }) => {
    await home();
    await accept(page).click();
    await page.mouse.move(300, 100);
    await page.mouse.wheel(0, 600);
    await page.waitForFunction(() => scrollY === 600);
    const before = await page.evaluate(() => scrollY);
    await notice(page).getByRole('button', { name: 'Hide' }).click();
    await expect(notice(page)).toHaveCount(0);
    expect(await page.evaluate(() => scrollY)).toBe(before);
    expect(await focused(page)).toMatchObject({ tag: 'H1' });
  });

  test('says what was chosen and where to change it', async ({ page, home }) => {
    await home();
    await accept(page).click();
    await expect(notice(page)).toMatchAriaSnapshot(`
      - region "Cookies":
        - paragraph: You accepted cookies.
        - paragraph:
          - link /Cookie settings/:
            - /url: "#cookie-settings"
        - button "Hide"
    `);
    await notice(page).getByRole('link').click();
    await expect(page.locator('#cookie-settings')).toBeFocused();
  });

  test('is there under automation, and without a webdriver flag alike', async ({ page, home }) => {
    await home();
    await expect(notice(page)).toBeVisible();
    expect(await page.evaluate(() => navigator.webdriver)).toBe(true);
    const context = page.context();
    const other = await context.newPage();
    await other.addInitScript(() => Object.defineProperty(navigator, 'webdriver', { get: () => false }));
    await other.goto(page.url());
    await expect(notice(other)).toBeVisible();
  });
});

test.describe('the cookie section', () => {
  test('is readable without scripts, and says that nothing optional runs', async ({ browser, site }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.url}#cookie-settings`);
    await expect(settings(page)).toContainText('Nothing optional is running');
    await expect(settings(page)).toContainText(THEME);
    await expect(settings(page)).toContainText(KEY);
    await expect(settings(page)).toContainText('Kept: 180 days');
    await expect(settings(page).getByRole('button')).toHaveCount(0);
    await expect(notice(page)).toHaveCount(0);
    await context.close();
  });

  test('is reached from every page by “Cookie settings”, with and without an answer', async ({ page, home }) => {
    await home();
    const link = page.getByRole('contentinfo').getByRole('link', { name: 'Cookie settings', exact: true });
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#cookie-settings')).toBeFocused();
    await accept(page).click();
    await expect(link).toBeVisible();
  });

  test('cannot be used before it works, which moves nothing', async ({ page, home }) => {
    const release = await hold(page, /\.wasm$/);
    await watchShifts(page);
    await home({ starts: false });
    const controls = page.locator('footer').getByRole('button').or(page.locator('footer').getByRole('radio'));
    await controls.last().scrollIntoViewIfNeeded();
    await expect(controls).toHaveCount(5);
    for (const control of await controls.all()) await expect(control).toBeDisabled();
    await expect(settings(page)).toContainText('Nothing optional is running');
    release();
    for (const control of await controls.all()) await expect(control).toBeEnabled();
    await expect(settings(page)).toContainText('What is optional is on');
    expect(await shift(page)).toBe(0);
  });

  test('stays unused where WebAssembly is switched off, and says why', async ({ page, home, watch }) => {
    watch.expect(/no WebAssembly/);
    await page.addInitScript(() => delete window.WebAssembly);
    await home({ starts: false });
    await expect(settings(page)).toContainText('Nothing optional is running');
    for (const button of await settings(page).getByRole('button').all()) await expect(button).toBeDisabled();
    await expect(notice(page)).toHaveCount(0);
  });

  test('changes the choice in place and says so', async ({ page, home }) => {
    await home();
    await started(page);
    const button = settings(page).getByRole('button', { name: 'Opt out' });
    await button.click();
    await expect(settings(page).getByRole('status')).toHaveText('You opted out of cookies.');
    await expect(notice(page)).toHaveCount(0);
    await expect(button).toBeFocused();
    expect(await record(page)).toMatchObject({ purposes: { preferences: false }, via: 'settings' });
    const { given } = await record(page);
    await settings(page).getByRole('button', { name: 'Accept' }).click();
    await expect(settings(page).getByRole('status')).toHaveText('You accepted cookies.');
    expect(await record(page)).toMatchObject({ purposes: { preferences: true }, given });
  });

  test('keeps what the visitor has not saved yet when the notice is hidden', async ({ page, home }) => {
    await home({ settings: two });
    await accept(page).click();
    const box = settings(page).getByRole('checkbox', { name: 'Statistics' });
    await box.uncheck();
    await notice(page).getByRole('button', { name: 'Hide' }).click();
    await expect(box).not.toBeChecked();
    await settings(page).getByRole('button', { name: 'Save choice' }).click();
    expect((await record(page)).purposes).toEqual({ preferences: true, statistics: false });
    await box.check();
    await settings(page).getByRole('button', { name: 'Opt out' }).click();
    await expect(box).not.toBeChecked();
  });

  test('is opened by a script where nothing is optional', async ({ page, home }) => {
    await home({ settings: (consent) => (consent.purposes = []) });
    await started(page);
    await page.evaluate(() => window.partnerProfileConsent.open());
    await expect(page.locator('#cookie-settings')).toBeFocused();
  });

  test('opened again and left changes nothing', async ({ page, home }) => {
    await keep(page, answer(false));
    await listen(page);
    await home();
    await started(page);
    const before = await stored(page);
    await page.evaluate(() => window.partnerProfileConsent.open());
    await expect(page.locator('#cookie-settings')).toBeFocused();
    await page.keyboard.press('Escape');
    await page.evaluate(() => scrollTo(0, 0));
    expect(await stored(page)).toBe(before);
    expect(await changes(page)).toHaveLength(1);
  });

  test('has a checkbox for each of several purposes', async ({ page, home }) => {
    await home({ settings: two });
    await started(page);
    const boxes = settings(page).getByRole('checkbox');
    await expect(boxes).toHaveCount(2);
    await expect(settings(page).getByRole('checkbox', { name: 'Preferences' })).toBeChecked();
    await settings(page).getByRole('checkbox', { name: 'Statistics' }).uncheck();
    expect(await stored(page)).toBeNull();
    await settings(page).getByRole('button', { name: 'Save choice' }).click();
    await expect(settings(page).getByRole('button', { name: 'Save choice' })).toBeFocused();
    expect((await record(page)).purposes).toEqual({ preferences: true, statistics: false });
    await expect(settings(page).getByRole('status')).toHaveText('Your choice is saved.');
    await page.reload();
    await started(page);
    await expect(settings(page).getByRole('checkbox', { name: 'Statistics' })).not.toBeChecked();
  });
});

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
    test(`${name}: nothing is on, the choice holds for the visit, the page says so`, async ({ page, home }) => {
      await page.addInitScript(breakage);
      await listen(page);
      await home();
      await expect(notice(page)).toBeVisible();
      expect(await choice(page)).toMatchObject({ decided: false, durable: false, purposes: { preferences: false } });
      await accept(page).click();
      await expect(notice(page)).toContainText('holds for this visit only');
      await expect(settings(page).getByRole('status')).toContainText('holds for this visit only');
      expect(await choice(page)).toMatchObject({ decided: true, durable: false, purposes: { preferences: true } });
      await settings(page).getByRole('button', { name: 'Opt out' }).click();
      expect(await choice(page)).toMatchObject({ decided: true, durable: false, purposes: { preferences: false } });
      expect((await changes(page)).map(({ cause, durable }) => [cause, durable])).toEqual([
        ['start', false],
        ['notice', false],
        ['settings', false],
      ]);
    });
  }

  test('that cannot be written is known of where prior consent is asked for as well', async ({ page, home }) => {
    await page.addInitScript(broken['setting throws']);
    await home({ settings: optIn });
    await expect(notice(page)).toBeVisible();
    expect(await choice(page)).toMatchObject({ decided: false, durable: false });
  });

  test('full after an accept: a refusal that cannot be written makes the accept void', async ({ page, home }) => {
    await home();
    await accept(page).click();
    await page.evaluate(broken['it is full']);
    await settings(page).getByRole('button', { name: 'Opt out' }).click();
    await expect(settings(page).getByRole('status')).toContainText('holds for this visit only');
    expect(await stored(page)).toBe('null');
    await page.reload();
    await expect(notice(page)).toContainText('could not be read');
    expect((await choice(page)).purposes).toEqual({ preferences: false });
  });

  test('dropping writes after an accept: a refusal takes the accept away', async ({ page, home }) => {
    await home();
    await accept(page).click();
    await page.evaluate(broken['a write is dropped in silence']);
    await settings(page).getByRole('button', { name: 'Opt out' }).click();
    await expect(settings(page).getByRole('status')).toContainText('holds for this visit only');
    expect(await stored(page)).toBeNull();
  });

  test('that cannot be removed from is not written to before a choice', async ({ page, home }) => {
    await page.addInitScript(broken['removing throws']);
    await home();
    await expect(notice(page)).toBeVisible();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('cleared during the visit: the choice holds, the next visit asks', async ({ page, home }) => {
    await home();
    await optOut(page).click();
    await page.evaluate(() => localStorage.clear());
    expect((await choice(page)).purposes).toEqual({ preferences: false });
    await page.reload();
    await expect(notice(page)).toBeVisible();
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
    return page.frameLocator('iframe');
  }

  test('in a sandboxed frame: asked, answered, not kept', async ({ page, site, watch }) => {
    watch.allow(/request: /);
    const frame = await framed(page, site, 'sandbox="allow-scripts"');
    await frame.locator('.pp-notice:not([hidden])').getByRole('button', { name: 'Accept' }).click();
    await expect(frame.locator('.pp-notice:not([hidden])')).toContainText('holds for this visit only');
  });

  for (const [name, isBlocked, state] of [
    ['kept apart: the choice is of that place, and lasts there', false, 'You opted out of cookies.'],
    ['blocked: the choice holds for the visit', true, 'What is optional is off, since you have not accepted it.'],
  ]) {
    test(`in a frame of another site, where storage is ${name}`, async ({ playwright, site, launchOptions }, info) => {
      const folder = info.outputPath('visitor');
      await mkdir(`${folder}/Default`, { recursive: true });
      const profile = { cookie_controls_mode: Number(isBlocked), block_third_party_cookies: isBlocked };
      await writeFile(`${folder}/Default/Preferences`, JSON.stringify({ profile }));
      // Playwright's own arguments switch the partitions off; with them nothing is blocked.
      const own = ['--headless', '--no-sandbox', '--remote-debugging-pipe', `--user-data-dir=${folder}`, 'about:blank'];
      const apart = { ...launchOptions, args: [...launchOptions.args, ...own], ignoreDefaultArgs: true };
      const options = isBlocked ? launchOptions : apart;
      const context = await playwright.chromium.launchPersistentContext(folder, options);
      const page = context.pages()[0];
      const frame = await framed(page, site);
      await frame.locator('.pp-notice:not([hidden])').getByRole('button', { name: 'Opt out' }).click();
      await expect(frame.locator('.pp-notice:not([hidden])')).toContainText('You opted out');
      await expect(frame.locator('.pp-notice:not([hidden])').getByText('holds for this visit only')).toHaveCount(isBlocked ? 1 : 0);
      await page.reload();
      await expect(frame.locator('.pp-cookies__state')).toHaveText(state);
      await expect(frame.locator('.pp-notice:not([hidden])')).toHaveCount(isBlocked ? 1 : 0);
      await page.goto('https://profile.example/');
      await expect(notice(page)).toBeVisible();
      await context.close();
    });
  }
});

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
    test(`of ${name} asks again, and is not overwritten before an answer`, async ({ page, home }) => {
      await keep(page, text);
      await home();
      await expect(notice(page)).toContainText(why);
      const isOn = (await choice(page)).purposes.preferences;
      expect(isOn).toBe(why !== 'could not be read');
      expect(await stored(page)).toBe(text);
      await accept(page).click();
      expect(await record(page)).toMatchObject({ version: 1, purposes: { preferences: true } });
    });
  }

  test('of an unknown purpose beside the known one is read', async ({ page, home }) => {
    await keep(page, answer(true, { purposes: { preferences: false, gone: true } }));
    await home();
    await started(page);
    expect(await choice(page)).toMatchObject({ decided: true, purposes: { preferences: false } });
  });

  test('of a refusal that has ended asks again, and keeps to the refusal meanwhile', async ({ page, home }) => {
    await keep(page, answer(false, { days: 200 }));
    await home();
    await expect(notice(page)).toContainText('has expired');
    expect((await choice(page)).purposes).toEqual({ preferences: false });
  });

  test('with a longer end is cut to 180 days', async ({ page, home }) => {
    await page.clock.install();
    await keep(page, answer(true, { expires: Date.now() + 1000 * DAY }));
    await home();
    await started(page);
    await page.clock.fastForward(169 * DAY);
    expect((await choice(page)).decided).toBe(true);
    await page.clock.fastForward(2 * DAY);
    await expect(notice(page)).toContainText('has expired');
  });
});

test.describe('the clock', () => {
  test('passes the end while the page is open', async ({ page, home }) => {
    await page.clock.install();
    await listen(page);
    await keep(page, answer(false, { days: 179 }));
    await home();
    await started(page);
    await expect(notice(page)).toHaveCount(0);
    await page.clock.fastForward(2 * DAY);
    await expect(notice(page)).toContainText('has expired');
    expect((await choice(page)).purposes).toEqual({ preferences: false });
    expect((await changes(page)).map(({ cause }) => cause)).toEqual(['start', 'expired']);
  });

  test('moved back by an hour changes nothing, by a week asks again', async ({ page, home }) => {
    await page.clock.install();
    await home();
    await accept(page).click();
    await page.clock.setSystemTime(Date.now() - 3_600_000);
    await page.reload();
    await started(page);
    expect((await choice(page)).decided).toBe(true);
    await page.clock.setSystemTime(Date.now() - 7 * DAY);
    await page.reload();
    await expect(notice(page)).toContainText('could not be read');
    expect((await choice(page)).purposes).toEqual({ preferences: false });
  });
});

test.describe('two tabs', () => {
  test('agree when both accept', async ({ page, home, context }) => {
    await home();
    const other = await context.newPage();
    await listen(other);
    await other.goto(page.url());
    await started(other);
    await accept(page).click();
    await expect(notice(other)).toHaveCount(0);
    expect(await choice(other)).toMatchObject({ decided: true, purposes: { preferences: true } });
    await other.evaluate(() => window.partnerProfileConsent.accept());
    expect((await changes(other)).map(({ cause }) => cause)).toEqual(['start', 'tab']);
  });

  test('the later of two answers counts in both', async ({ page, home, context }) => {
    await home();
    const other = await context.newPage();
    await other.goto(page.url());
    await accept(page).click();
    await expect(notice(other)).toHaveCount(0);
    await settings(other).getByRole('button', { name: 'Opt out' }).click();
    await expect(settings(page).getByRole('status')).toHaveText('You opted out of cookies.');
    await expect(notice(page)).toHaveCount(0);
    expect((await choice(page)).purposes).toEqual({ preferences: false });
  });

  test('one clears: the other asks again, and keeps to the refusal', async ({ page, home, context }) => {
    await home();
    await optOut(page).click();
    const other = await context.newPage();
    await other.goto(page.url());
    await started(other);
    await other.evaluate(() => localStorage.clear());
    await expect(notice(page)).toContainText('We assume');
    expect((await choice(page)).purposes).toEqual({ preferences: false });
  });

  test('the focus is not lost when the other one answers', async ({ page, home, context }) => {
    await home();
    await accept(page).focus();
    const other = await context.newPage();
    await other.goto(page.url());
    await optOut(other).click();
    await expect(notice(page)).toHaveCount(0);
    expect(await focused(page)).toMatchObject({ tag: 'H1' });
  });

  test('the focus goes to what is asked instead when the other one leaves a part of the question', async ({ page, home, context }) => {
    await home({ settings: (consent) => (optIn(consent), two(consent)) });
    await optOut(page).focus();
    const other = await context.newPage();
    await other.goto(page.url());
    await started(other);
    await other.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, answer(true, { model: 'opt-in' })]);
    await expect(notice(page)).toContainText('something new to decide');
    await expect(notice(page).getByRole('link')).toBeFocused();
  });

  test('what confirms an answer does not call the visitor back when it is worded anew', async ({ page, home, context }) => {
    await home();
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await accept(page).click();
    await expect(notice(page)).toContainText('for this visit only');
    await dark(page).focus();
    const other = await context.newPage();
    await other.goto(page.url());
    await accept(other).click();
    await expect(notice(page)).not.toContainText('for this visit only');
    await expect(notice(page)).toContainText('You accepted cookies.');
    await expect(dark(page)).toBeFocused();
  });

  test('an echo of the own answer changes nothing', async ({ page, home }) => {
    await listen(page);
    await home();
    await accept(page).click();
    await page.evaluate((key) => {
      dispatchEvent(new StorageEvent('storage', { key, newValue: localStorage.getItem(key), storageArea: localStorage }));
    }, KEY);
    expect(await changes(page)).toHaveLength(2);
    await expect(notice(page)).toContainText('You accepted cookies.');
  });

  test('a page from the back-forward cache follows what was answered meanwhile', async ({ playwright, site, launchOptions }) => {
    // The browser keeps one page in four to ten here.
    test.slow();
    // Playwright switches this cache off.
    const browser = await playwright.chromium.launch({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
    let page;
    // The browser is free not to keep a page, and does so now and then: then once more.
    await expect(async () => {
      page = await (await browser.newContext()).newPage();
      await page.addInitScript(() => {
        addEventListener('pageshow', ({ persisted }) => (window.persisted = persisted));
        // Chromium hands it in later; nothing says that it has to come.
        addEventListener('storage', (event) => event.stopImmediatePropagation());
      });
      await page.goto(site.url);
      await expect(notice(page)).toBeVisible();
      // A page that still loads is not sure to be kept.
      await page.waitForLoadState('networkidle');
      await page.goto(`${site.url}lithuania/`);
      await optOut(page).click();
      await page.evaluate(() => history.back());
      // Nothing is loaded that could be waited for; in between there is no page to ask.
      const isBack = () => page.evaluate(() => !document.URL.endsWith('lithuania/') && window.persisted).catch(() => undefined);
      await expect.poll(isBack).toBeDefined();
      await expect.poll(isBack, { timeout: 1000 }).toBe(true);
    }).toPass();
    await expect(notice(page)).toHaveCount(0);
    expect((await choice(page)).purposes).toEqual({ preferences: false });
    await browser.close();
  });
});

test.describe('Global Privacy Control', () => {
  const signal = (page) =>
    page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true }));

  test('without an answer: nothing asked, nothing on, nothing stored', async ({ page, home }) => {
    await signal(page);
    await home();
    await started(page);
    expect(await choice(page)).toMatchObject({ decided: false, purposes: { preferences: false } });
    await expect(notice(page)).toHaveCount(0);
    await expect(settings(page).getByRole('status')).toContainText('Global Privacy Control');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('an explicit accept wins, now and at the next visit', async ({ page, home }) => {
    await signal(page);
    await home();
    await started(page);
    await settings(page).getByRole('button', { name: 'Accept' }).click();
    expect((await choice(page)).purposes).toEqual({ preferences: true });
    await page.reload();
    await started(page);
    expect(await choice(page)).toMatchObject({ decided: true, purposes: { preferences: true } });
  });

  test('with a refusal: refused', async ({ page, home }) => {
    await signal(page);
    await keep(page, answer(false));
    await home();
    await started(page);
    expect(await choice(page)).toMatchObject({ decided: true, purposes: { preferences: false } });
  });
});

test.describe('the gate', () => {
  const scripts = {
    'first.js': `run.push('first')`,
    'second.js': `run.push('second')`,
    'later.js': `run.push('later')`,
    'cookies.js': `document.cookie = '_count=1; path=/'; document.cookie = '_count_a=1'; localStorage.setItem('count:a', '1'); run.push('cookies')`,
  };
  /** Three scripts in order, the first of them slow, and a frame. */
  const BODY = readFileSync('tests/e2e/hosts/gated.html', 'utf8');

  test.beforeEach(async ({ context }) => {
    await context.addInitScript(() => {
      window.run = [];
    });
    await context.route(/\/gated\//, async (route) => {
      const name = new URL(route.request().url()).pathname.split('/').pop();
      if (name === 'first.js') await new Promise((resolve) => setTimeout(resolve, 200));
      if (name === 'frame.html') return route.fulfill({ contentType: 'text/html', body: '<p>The film</p>' });
      return route.fulfill({ contentType: 'text/javascript', body: scripts[name] });
    });
  });
  const run = (page) => page.evaluate(() => window.run);

  test('starts scripts in their order, each once', async ({ page, home }) => {
    await home({ body: BODY });
    await expect.poll(() => run(page)).toEqual(['first', 'inline', 'second']);
    await accept(page).click();
    await settings(page).getByRole('button', { name: 'Accept' }).click();
    expect(await run(page)).toEqual(['first', 'inline', 'second']);
  });

  test('starts nothing before an answer where prior consent is asked for', async ({ page, home }) => {
    await home({ body: BODY, settings: optIn });
    await expect(notice(page)).toBeVisible();
    expect(await run(page)).toEqual([]);
    await accept(page).click();
    await expect.poll(() => run(page)).toEqual(['first', 'inline', 'second']);
  });

  test('starts nothing of a purpose that was refused or is unknown', async ({ page, home, watch }) => {
    watch.expect(/public\/site\.json has no such purpose/);
    await keep(page, answer(false));
    await home({ body: `${BODY}<script type="text/plain" data-consent="nobody-knows" src="gated/later.js"></script>` });
    await started(page);
    expect(await run(page)).toEqual([]);
  });

  test('starts a script that is added later, once', async ({ page, home }) => {
    await home();
    await started(page);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.type = 'text/plain';
      script.dataset.consent = 'preferences';
      script.dataset.src = 'gated/later.js';
      document.body.append(script);
    });
    await expect.poll(() => run(page)).toEqual(['later']);
    await page.evaluate(() => {
      const script = document.querySelector('script[type="text/plain"]');
      script.remove();
      document.body.prepend(script);
    });
    await accept(page).click();
    expect(await run(page)).toEqual(['later']);
  });

  test('what is refused on its way or while it waits for its turn does not run until it is accepted', async ({ page, home }) => {
    let release;
    const held = new Promise((resolve) => (release = resolve));
    await page.route(/slow\.js/, async (route) => {
      await held;
      await route.fulfill({ contentType: 'text/javascript', body: "run.push('slow')" });
    });
    await home({
      settings: (consent) => (consent.model = 'opt-in'),
      body: `<script type="text/plain" data-consent="preferences" src="gated/slow.js"></script>
        <script type="text/plain" data-consent="preferences">run.push('after')</script>`,
    });
    await started(page);
    await page.evaluate(() => (window.partnerProfileConsent.accept(), window.partnerProfileConsent.reset()));
    const arrived = page.waitForResponse(/slow\.js/);
    release();
    await (await arrived).finished();
    await drawn(page);
    expect(await run(page)).toEqual([]);
    await page.evaluate(() => window.partnerProfileConsent.accept());
    await expect.poll(() => run(page)).toEqual(['slow', 'after']);
  });

  test('a script that fails does not hold up the next', async ({ page, home, watch }) => {
    watch.expect(/404/);
    await page.route(/missing\.js/, (route) => route.fulfill({ status: 404 }));
    await home({
      body: `<script type="text/plain" data-consent="preferences" src="gated/missing.js"></script>
        <script type="text/plain" data-consent="preferences">run.push('after')</script>`,
    });
    await expect.poll(() => run(page)).toEqual(['after']);
  });

  test('a page comes to life whatever others have put into it before', async ({ page, home }) => {
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        for (const element of document.querySelectorAll('#partner-profile, #partner-profile *')) {
          element.prepend(document.createElement('x-foreign'));
        }
      });
    });
    await home({ body: BODY });
    await accept(page).click();
    expect((await choice(page)).purposes).toEqual({ preferences: true });
    await expect(settings(page).getByRole('button').first()).toBeEnabled();
  });

  test('nothing runs where the page cannot come to life, and it says so', async ({ page, home, watch }) => {
    watch.expect(/partner-profile: the page stays as it is.*not as it was published/);
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        document.querySelector('#partner-profile-document')?.remove();
      });
    });
    const warned = page.waitForEvent('console', (message) => message.text().startsWith('partner-profile:'));
    await home({ body: BODY, starts: false });
    await warned;
    // What the Wasm had planned before it stopped has had its turn.
    await drawn(page);
    expect(await run(page)).toEqual([]);
    await expect(page.locator('iframe')).not.toHaveAttribute('src');
    for (const button of await settings(page).getByRole('button').all()) await expect(button).toBeDisabled();
    await expect(page.locator('h1')).toBeVisible();
  });

  test('a script that never runs does not hold up the next', async ({ page, home, watch }) => {
    watch.expect(/browsers do not run what is of its type/);
    const gated = (attributes, code = '') =>
      `<script type="text/plain" data-consent="preferences" ${attributes}>${code}</script>`;
    await home({
      body: `${gated('src="gated/second.js" nomodule')}
        ${gated('src="gated/frame.html" data-type="application/json"')}
        ${gated('', `run.push('before'); document.getElementById('gone').remove()`)}
        <div id="gone">${gated('src="gated/later.js"')}</div>
        ${gated('', `run.push('after')`)}`,
    });
    await expect.poll(() => run(page)).toEqual(['before', 'after']);
  });

  test('shows what a blocked frame is, and a button that allows it', async ({ page, home }) => {
    await home({ body: BODY, settings: optIn });
    const blocked = page.locator('.pp-blocked');
    await expect(blocked).toContainText('A film');
    await expect(blocked).toContainText('This content needs your permission: Preferences');
    await expect(page.locator('iframe')).toBeHidden();
    await blocked.getByRole('button', { name: 'Allow: Preferences', exact: true }).click();
    await expect(page.frameLocator('iframe').locator('p')).toHaveText('The film');
    await expect(blocked).toHaveCount(0);
    await expect(page.locator('iframe')).toBeFocused();
    expect((await record(page)).purposes).toEqual({ preferences: true });
  });

  test('a blocked frame allows its own purpose and leaves the others to be asked about', async ({ page, home }) => {
    const settings = (consent) => {
      two(consent);
      optIn(consent);
    };
    await home({ body: BODY, settings });
    await page.locator('.pp-blocked').getByRole('button', { name: 'Allow: Preferences' }).click();
    await expect(page.frameLocator('iframe').locator('p')).toHaveText('The film');
    expect((await record(page)).purposes).toEqual({ preferences: true });
    await expect(notice(page)).toContainText('There is something new to decide');
    await page.reload();
    await expect(page.frameLocator('iframe').locator('p')).toHaveText('The film');
    expect(await choice(page)).toMatchObject({ decided: false, purposes: { preferences: true, statistics: false } });
    await accept(page).click();
    expect((await record(page)).purposes).toEqual({ preferences: true, statistics: true });
  });

  test('a frame that is allowed elsewhere takes the focus from the button in its place', async ({ page, home, context }) => {
    await home({ settings: optIn, body: BODY });
    await page.locator('.pp-blocked').getByRole('button').focus();
    const other = await context.newPage();
    await other.goto(page.url());
    await started(other);
    await other.evaluate(() => window.partnerProfileConsent.accept());
    await expect(page.locator('.pp-blocked')).toHaveCount(0);
    await expect(page.locator('iframe')).toBeFocused();
  });

  test('a frame that is added later waits or starts like the others', async ({ page, home }) => {
    await home({ settings: optIn, body: BODY.replace(/<iframe.*<\/iframe>/s, '') });
    await expect(notice(page)).toBeVisible();
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      Object.assign(frame.dataset, { consent: 'preferences', src: 'gated/frame.html' });
      document.body.append(frame);
    });
    await expect(page.locator('.pp-blocked')).toBeVisible();
    await accept(page).click();
    await expect(page.frameLocator('iframe').locator('p')).toHaveText('The film');
  });

  test('a frame stops when its purpose is refused', async ({ page, home }) => {
    await home({ body: '<iframe data-consent="preferences" data-src="gated/frame.html" title="A film"></iframe>' });
    await expect(page.frameLocator('iframe').locator('p')).toHaveText('The film');
    await optOut(page).click();
    await expect(page.locator('.pp-blocked')).toBeVisible();
    await expect(page.frameLocator('iframe').locator('p')).toHaveCount(0);
    expect(page.frames()[1]?.url() ?? 'about:blank').toBe('about:blank');
    await settings(page).getByRole('button', { name: 'Accept' }).click();
    await expect(page.frameLocator('iframe').locator('p')).toHaveText('The film');
  });

  test('a frame that stops hands the focus on to the button in its place', async ({ page, home }) => {
    await home({ body: '<iframe data-consent="preferences" data-src="gated/frame.html" title="A film"></iframe>' });
    await expect(page.frameLocator('iframe').locator('p')).toHaveText('The film');
    await page.locator('iframe').focus();
    await page.evaluate(() => partnerProfileConsent.optOut());
    await expect(page.locator('.pp-blocked button')).toBeFocused();
  });

  test('withdrawn: cookies and keys are removed, and the page is loaded again, once', async ({ page, home }) => {
    const body = '<script type="text/plain" data-consent="statistics" src="gated/cookies.js"></script>';
    await home({ body, settings: two });
    await expect.poll(() => run(page)).toEqual(['cookies']);
    expect(await page.evaluate(() => document.cookie)).toContain('_count_a');
    let loads = 0;
    page.on('load', () => (loads += 1));
    await optOut(page).click();
    await expect.poll(() => loads).toBe(1);
    await started(page);
    expect(await run(page)).toEqual([]);
    expect(await page.evaluate(() => [document.cookie, localStorage.getItem('count:a')])).toEqual(['', null]);
    expect((await record(page)).purposes).toEqual({ preferences: false, statistics: false });
    await expect(notice(page)).toContainText('You opted out of cookies.');
    await expect(notice(page).locator('[tabindex="-1"]')).toBeFocused();
    // What the start has to load again, it has begun to.
    await drawn(page);
    expect(loads).toBe(1);
    await page.reload();
    await started(page);
    await expect(notice(page), 'it was confirmed already').toHaveCount(0);
  });

  for (const type of ['application/javascript', 'text/javascript', 'module', '']) {
    test(`a script of the type “${type}” keeps its place before one without an address`, async ({ page, home }) => {
      await home({
        body: `<script type="text/plain" data-type="${type}" data-consent="preferences" src="gated/first.js"></script>
          <script type="text/plain" data-consent="preferences">run.push('inline')</script>`,
      });
      await expect.poll(() => run(page)).toEqual(['first', 'inline']);
    });
  }

  test('withdrawn where a script keeps something in the history: confirmed all the same', async ({ page, home }) => {
    const body = '<script type="text/plain" data-consent="statistics" src="gated/cookies.js"></script>';
    await page.addInitScript(() => history.replaceState({ route: 1 }, ''));
    await home({ body, settings: two });
    await expect.poll(() => run(page)).toEqual(['cookies']);
    await optOut(page).click();
    await page.waitForFunction(() => performance.getEntriesByType('navigation')[0].type === 'reload' && !sessionStorage.length);
    await expect(notice(page).locator('[tabindex="-1"]')).toBeFocused();
    await expect(notice(page)).toContainText('You opted out of cookies.');
    expect(await page.evaluate(() => history.state)).toEqual({ route: 1 });
  });

  test('withdrawn in the cookie section: loaded again, the visitor is back there', async ({ page, home }) => {
    const body = '<script type="text/plain" data-consent="statistics" src="gated/cookies.js"></script>';
    await home({ body, settings: two });
    await expect.poll(() => run(page)).toEqual(['cookies']);
    await settings(page).getByRole('button', { name: 'Opt out' }).click();
    await expect(page.locator('#cookie-settings')).toBeFocused();
    await expect(settings(page).getByRole('status')).toHaveText('You opted out of cookies.');
    await expect(notice(page)).toHaveCount(0);
  });

  test('withdrawn in another tab: loaded again, nobody is called away from what they read', async ({ page, home, context }) => {
    const body = '<script type="text/plain" data-consent="statistics" src="gated/cookies.js"></script>';
    await home({ body, settings: two });
    await expect.poll(() => run(page)).toEqual(['cookies']);
    const other = await context.newPage();
    await other.goto(page.url());
    const again = page.waitForEvent('load');
    await optOut(other).click();
    await again;
    await started(page);
    expect((await choice(page)).decided).toBe(true);
    await expect(notice(page)).toHaveCount(0);
  });

  test('of two sites that share a purpose follows the page’s own, and the other leaves it alone', async ({ page, home, site }) => {
    site.faults.unshift({ match: /^site\.json$/, tamper: (text) => String(text).replace('"id": "partner-profile"', '"id": "another"').replace('"id":"partner-profile"', '"id":"another"') });
    await keep(page, answer(false));
    const element = '<script src="embed.js" type="module"></script><partner-profile loading="eager" consent="own" src="profiles/lithuania.json"></partner-profile>';
    let frames = 0;
    page.on('request', (request) => (frames += request.url().endsWith('gated/frame.html') ? 1 : 0));
    await home({ body: BODY + element });
    const inside = page.locator('partner-profile').getByRole('region', { name: 'Cookie settings' });
    await inside.getByRole('button', { name: 'Accept' }).click();
    await expect(inside.getByRole('status')).toHaveText('You accepted cookies.');
    await expect(page.locator('.pp-blocked')).toHaveCount(1);
    await drawn(page);
    expect(await run(page)).toEqual([]);
    expect(frames).toBe(0);
  });

  test('withdrawn: cookies of the parent domain are removed as well', async ({ page, home }) => {
    await home({ settings: two, at: 'https://www.partners.example' });
    await started(page);
    await page.evaluate(() => {
      document.cookie = '_count=1; Domain=partners.example; Path=/';
      document.cookie = '_count_a=1';
      document.cookie = 'other=1; Domain=partners.example';
    });
    await optOut(page).click();
    await expect(notice(page)).toContainText('You opted out');
    expect(await page.evaluate(() => document.cookie)).toBe('other=1');
  });

  test('withdrawn where nothing can be kept: no reload, and the page says what lingers', async ({ page, home }) => {
    await home({ body: BODY });
    await expect.poll(() => run(page)).toEqual(['first', 'inline', 'second']);
    let loads = 0;
    page.on('load', () => (loads += 1));
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {};
    });
    await optOut(page).click();
    await expect(notice(page)).toContainText('already running end when you leave');
    await drawn(page);
    expect(loads).toBe(0);
    expect(await run(page)).toEqual(['first', 'inline', 'second']);
  });

  test('a listener and a purge that throw do not stop what comes after', async ({ page, home, watch }) => {
    watch.expect(/uncaught: .*listener/);
    await page.addInitScript(() => {
      addEventListener('partner-profile-consent-change', () => {
        throw new Error('listener');
      });
      Object.defineProperty(Document.prototype, 'cookie', {
        get() {
          throw new Error('get');
        },
        set() {
          throw new Error('set');
        },
      });
    });
    await listen(page);
    await home({ body: BODY });
    await expect.poll(() => run(page)).toHaveLength(3);
    await page.evaluate(() => {
      Storage.prototype.removeItem = () => {
        throw new Error('remove');
      };
    });
    await optOut(page).click();
    expect(await focused(page)).toMatchObject({ class: 'pp-notice__text' });
    expect((await changes(page)).map(({ cause }) => cause)).toEqual(['start', 'notice']);
  });

  test('works under a strict policy with Trusted Types', async ({ page, home }) => {
    const csp = (text) => {
      const inline = [...text.matchAll(/<script(?! type="application)(?![^>]*\ssrc=)[^>]*>(.+?)<\/script>/gs)];
      const sources = inline.map(([, code]) => hash(code)).join(' ');
      return `script-src 'self' 'wasm-unsafe-eval' ${sources}; require-trusted-types-for 'script'; trusted-types partner-profile`;
    };
    await page.addInitScript(() => {
      window.violations = [];
      addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));
    });
    await home({ body: BODY, csp });
    await expect.poll(() => run(page)).toEqual(['first', 'inline', 'second']);
    await expect(page.frameLocator('iframe').locator('p')).toHaveText('The film');
    await accept(page).click();
    await expect(notice(page)).toContainText('You accepted cookies.');
    expect(await page.evaluate(() => window.violations)).toEqual([]);
  });
});

test.describe('scripts of the page', () => {
  test('are told once at start and once for every change', async ({ page, home }) => {
    await listen(page);
    await home();
    await started(page);
    await page.evaluate(() => {
      const { accept, optOut, set, reset } = window.partnerProfileConsent;
      accept();
      accept();
      optOut();
      set({ preferences: true, unknown: true });
      set({ preferences: 'no' });
      reset();
    });
    const told = await changes(page);
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
    expect(await stored(page)).toBeNull();
  });

  test('hear an event that bubbles and is composed', async ({ page, home }) => {
    await page.addInitScript(() => {
      addEventListener('partner-profile-consent-change', (event) => {
        window.heard = [event.bubbles, event.composed, event.target === document];
      });
    });
    await home();
    await started(page);
    expect(await page.evaluate(() => window.heard)).toEqual([true, true, true]);
  });

  test('may answer while they are being told', async ({ page, home }) => {
    await page.addInitScript(() => {
      window.causes = [];
      addEventListener('partner-profile-consent-change', ({ detail }) => {
        window.causes.push(detail.cause);
        if (detail.cause === 'start') window.partnerProfileConsent.optOut();
      });
    });
    await home();
    await expect(settings(page).getByRole('status')).toHaveText('You opted out of cookies.');
    expect(await page.evaluate(() => window.causes)).toEqual(['start', 'script']);
  });
});

test.describe('the theme', () => {
  const shown = (page) => page.locator('html').getAttribute('data-theme');

  test('is remembered while that is on, and applied before anything is painted', async ({ page, home }) => {
    await home();
    await started(page);
    await dark(page).check();
    expect(await stored(page, THEME)).toBe('dark');
    await page.addInitScript(() => {
      new MutationObserver(() => {
        if (document.body && window.atBody === undefined) {
          window.atBody = document.documentElement.getAttribute('data-theme');
        }
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    await started(page);
    expect(await page.evaluate(() => window.atBody)).toBe('dark');
    await expect(dark(page)).toBeChecked();
    await page.getByRole('radio', { name: 'Automatic' }).check();
    expect(await stored(page, THEME)).toBeNull();
    expect(await shown(page)).toBeNull();
  });

  test('is forgotten when it is refused, and holds for the page', async ({ page, home }) => {
    await home();
    await started(page);
    await dark(page).check();
    await optOut(page).click();
    expect(await stored(page, THEME)).toBeNull();
    expect(await shown(page)).toBe('dark');
    await expect(page.getByRole('group', { name: 'Colours' })).toContainText('Not remembered');
    await page.getByRole('radio', { name: 'Light' }).check();
    expect(await stored(page, THEME)).toBeNull();
    await page.reload();
    await started(page);
    expect(await shown(page)).toBeNull();
  });

  test('chosen while a refusal is being told is not remembered', async ({ page, home }) => {
    await page.addInitScript(() => {
      addEventListener('partner-profile-consent-change', ({ detail }) => {
        if (!detail.purposes.preferences) document.querySelector('[name=pp-theme][value=dark]').click();
      });
    });
    await home();
    await optOut(page).click();
    await expect(dark(page)).toBeChecked();
    expect(await stored(page, THEME)).toBeNull();
    await expect(page.getByRole('group', { name: 'Colours' })).toContainText('Not remembered');
  });

  test('is not left where the page does not come to life', async ({ page, home, site, watch }) => {
    watch.expect(/partner-profile: the page stays as it is/);
    watch.allow(/404|integrity/);
    site.faults.push({ match: /\.wasm$/, status: 404 });
    await keep(page, 'dark', THEME);
    await home({ starts: false });
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');
    await expect(settings(page)).toContainText('Nothing optional is running');
  });

  for (const [name, text, theme] of [
    ['no answer', null, 'dark'],
    ['an accept', answer(true), 'dark'],
    ['a refusal', answer(false), null],
    ['an answer that has ended', answer(true, { days: 200 }), null],
    ['an answer to an earlier revision', answer(true, { revision: 0 }), null],
    ['an answer of a newer format', answer(true, { version: 2 }), null],
    ['an answer that cannot be read', '{"preferences":true', null],
    ['an answer that was made void', 'null', null],
    ['an answer of next month', answer(true, { days: -30 }), null],
    ['an answer that says that it lasts longer than it may', answer(true, { days: 200, expires: 9e15 }), null],
    ['an answer with values that are not booleans', answer(true, { purposes: { preferences: true, other: 'yes' } }), null],
  ]) {
    test(`is applied before the page comes to life only where that is on: ${name}`, async ({ page, home }) => {
      await hold(page, /\.wasm$/);
      await page.addInitScript(
        ([key, text, themeKey]) => {
          localStorage.setItem(themeKey, 'dark');
          if (text) localStorage.setItem(key, text);
        },
        [KEY, text, THEME],
      );
      await home({ starts: false });
      expect(await shown(page)).toBe(theme);
    });
  }

  test('is remembered again when a refusal is taken back, whether it was chosen on this page or before', async ({ page, home }) => {
    await home();
    await started(page);
    await dark(page).check();
    const again = async () => {
      await page.evaluate(() => window.partnerProfileConsent.optOut());
      expect(await stored(page, THEME)).toBeNull();
      await page.evaluate(() => window.partnerProfileConsent.accept());
      expect(await stored(page, THEME)).toBe('dark');
      await expect(page.getByRole('group', { name: 'Colours' })).not.toContainText('Not remembered');
    };
    await again();
    await page.reload();
    await started(page);
    await again();
    expect(await shown(page)).toBe('dark');
  });

  test('is forgotten at the next visit when the accept has ended', async ({ page, home }) => {
    await page.addInitScript(
      ([key, text, themeKey]) => {
        localStorage.setItem(key, text);
        localStorage.setItem(themeKey, 'dark');
      },
      [KEY, answer(true, { days: 200, model: 'opt-in' }), THEME],
    );
    await home({ settings: optIn });
    await expect(notice(page)).toContainText('Accept');
    expect(await stored(page, THEME)).toBeNull();
    expect(await shown(page)).toBeNull();
  });

  for (const [name, text, theme] of [
    ['without an answer: forgotten, and never shown', null, null],
    ['with an accept: remembered', answer(true), 'dark'],
  ]) {
    test(`of earlier under Global Privacy Control, ${name}`, async ({ page, home }) => {
      await page.addInitScript(
        ([key, text, themeKey]) => {
          Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true });
          localStorage.setItem(themeKey, 'dark');
          if (text) localStorage.setItem(key, text);
          window.seen = [];
          new MutationObserver(() => {
            window.seen.push(document.documentElement?.getAttribute('data-theme'));
          }).observe(document, { childList: true, subtree: true, attributes: true });
        },
        [KEY, text, THEME],
      );
      await home();
      await started(page);
      await expect(dark(page)).toBeEnabled();
      expect(await stored(page, THEME)).toBe(theme);
      expect(await shown(page)).toBe(theme);
      expect(await page.evaluate(() => window.seen.filter(Boolean).length > 0)).toBe(theme !== null);
    });
  }
});

test('a page that stands open does not forget the theme that another has remembered', async ({ page, context, home }) => {
  await home();
  await started(page);
  await page.evaluate(() => window.partnerProfileConsent.accept());
  const other = await context.newPage();
  await other.goto(page.url());
  await started(other);
  await other.getByRole('radio', { name: 'Dark' }).check();
  expect(await stored(page, THEME)).toBe('dark');
  // It would write it again.
  await other.close();
  await page.evaluate(() => (window.partnerProfileConsent.reset(), window.partnerProfileConsent.accept()));
  expect(await stored(page, THEME)).toBe('dark');
});

test('an element of the same site in its own page asks and tells nothing a second time', async ({ page, home }) => {
  await listen(page);
  await home({ body: '<script src="embed.js" type="module"></script><partner-profile loading="eager" consent="own" src="profiles/lithuania.json"></partner-profile>' });
  const inside = page.locator('partner-profile').getByRole('region', { name: 'Cookie settings' });
  await expect(inside.getByRole('button', { name: 'Opt out' })).toBeEnabled();
  await expect(notice(page)).toHaveCount(1);
  await inside.getByRole('button', { name: 'Opt out' }).click();
  await expect(notice(page)).toHaveCount(0);
  await settings(page).getByRole('button', { name: 'Accept' }).first().click();
  await expect(inside.getByRole('status')).toHaveText('You accepted cookies.');
  expect((await changes(page)).map(({ cause }) => cause)).toEqual(['start', 'settings', 'settings']);
});

test.describe('other eyes', () => {
  for (const width of [320, 1280]) {
    test(`right to left at ${width} px: the notice is asked in Arabic, fits, and runs the other way`, async ({ page, site, arabic }) => {
      await page.setViewportSize({ width, height: 640 });
      site.faults.unshift({ match: '', tamper: () => arabic });
      await page.goto('');
      const asked = page.getByRole('region', { name: 'ملفات تعريف الارتباط', exact: true });
      const [accept, optOut] = [asked.getByRole('button', { name: 'أوافق' }), asked.getByRole('button', { name: 'أرفض' })];
      await expect(asked).toContainText('نستخدم ملفات تعريف الارتباط');
      const [notice, first, second, text] = await Promise.all(
        [asked, accept, optOut, asked.locator('p:visible')].map((element) => element.boundingBox()),
      );
      expect([notice.x, notice.width]).toEqual([0, width]);
      expect(first.x, 'what comes first stands further right').toBeGreaterThan(second.x + second.width);
      expect(text.x + text.width).toBeGreaterThan(width * 0.8);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
      await optOut.click();
      await expect(asked).toContainText('لقد رفضت');
      await asked.getByRole('button', { name: 'إخفاء' }).click();
      await expect(asked).toHaveCount(0);
    });
  }

  test('forced colours: the buttons keep a border', async ({ page, home }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await home();
    await expect(accept(page)).toBeVisible();
    expect(await accept(page).evaluate((element) => getComputedStyle(element).borderTopWidth)).toBe('2px');
  });

  test('reduced motion: nothing of ours moves', async ({ page, home }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await home();
    await expect(notice(page)).toBeVisible();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});
