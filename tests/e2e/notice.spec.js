// The notice before the page's program is there: shown with the first paint, answered at once, and taken up later.

import { readFileSync } from 'node:fs';
import {
  KEY, THEME, accept, answer, changes, choice, focused, hash, keep, listen, notice, optOut, record, settings,
  shift, started, stored, test as base, watchShifts,
} from './consent.js';
import { ENGINES, onEngines } from './engines.js';
import { drawn, expect } from './fixtures.js';

const test = onEngines(base);

const WASM = /^assets\/partner-profile-\w+\.wasm$/;

/** Looks at every frame: once there is a page to see, which parts of the notice are shown, the question and the answer. */
const WATCH = () => {
  window.seen = [];
  const look = () => {
    const parts = [...document.querySelectorAll('.pp-notice')];
    const shown = parts.map((part) => Number(part.getClientRects().length > 0)).join('');
    if (document.querySelector('.pp-page') && window.seen.at(-1) !== shown) window.seen.push(shown);
    requestAnimationFrame(look);
  };
  look();
};
const [NOTHING, QUESTION, ANSWER] = ['00', '10', '01'];
const seen = (page) => page.evaluate('window.seen');

/** Keeps the Wasm from arriving until what is returned is called. */
function held(site) {
  let release;
  site.faults.push({ match: WASM, until: new Promise((resolve) => (release = resolve)) });
  return release;
}

/** Answers have their words in the page, where a translator finds them. */
const said = (page) => notice(page).locator('.pp-notice__message');
const inTab = (page) => page.evaluate((key) => sessionStorage.getItem(key), KEY);

for (const engine of ENGINES) {
  test.describe(engine, () => {
    test.use({ engine });
    test.setTimeout(120_000);

    const STARTED = 'Boolean(window.partnerProfileConsent && window.partnerProfileConsent.get())';
    const PRESS = (index) => `document.querySelectorAll('.pp-notice button')[${index}].click()`;
    const FOCUSED = 'document.activeElement.className';
    const CHOICE = 'window.partnerProfileConsent.get()';
    const KEPT = `[localStorage.getItem('${KEY}'), sessionStorage.getItem('${KEY}')].map(Boolean)`;

    /** Puts a script before all others into every page. */
    function prepare(site, script) {
      const code = `(${script})()`;
      site.faults.push({
        match: /^lithuania\/(lt\/)?$/,
        tamper: (text) =>
          String(text)
            .replace("script-src 'self'", `script-src 'self' ${hash(code)}`)
            .replace('<title>', () => `<script>${code}</script><title>`),
      });
    }

    test('asks with the first paint, answers at once, and loses nothing when the page is left', async ({ driven, site }) => {
      prepare(site, WATCH);
      const release = held(site);
      await driven.goto(`${site.url}lithuania/`);
      await expect.poll(() => seen(driven)).toEqual([QUESTION]);
      await driven.evaluate(PRESS(1));
      await expect.poll(() => seen(driven)).toEqual([QUESTION, ANSWER]);
      expect(await driven.evaluate(`document.querySelectorAll('.pp-notice')[1].innerText`)).toContain('You opted out of cookies.');
      expect(await driven.evaluate(FOCUSED)).toBe('pp-notice__text');
      expect(await driven.evaluate(KEPT)).toEqual([false, true]);

      await driven.goto(`${site.url}lithuania/lt/`);
      await expect.poll(() => seen(driven)).toEqual([NOTHING]);
      release();
      await expect.poll(() => driven.evaluate(STARTED), { timeout: 30_000 }).toBe(true);
      expect(await driven.evaluate(CHOICE)).toMatchObject({ decided: true, durable: true, purposes: { preferences: false } });
      expect(await driven.evaluate(KEPT)).toEqual([true, false]);
      await expect.poll(() => seen(driven)).toEqual([NOTHING, ANSWER]);
      expect(await driven.evaluate(FOCUSED)).toBe('pp-notice__text');

      await driven.reload();
      await expect.poll(() => driven.evaluate(STARTED), { timeout: 30_000 }).toBe(true);
      expect(await seen(driven)).toEqual([NOTHING]);
      // Firefox breaks off what a page that is left still loads.
      const left = /the page stays as it is.*did not arrive/;
      expect(driven.said?.filter((line) => !left.test(line)) ?? []).toEqual([]);
    });

    test('takes up on the page itself what was pressed, without a change on screen', async ({ driven, site }) => {
      prepare(site, WATCH);
      const release = held(site);
      await driven.goto(`${site.url}lithuania/`);
      await driven.evaluate(PRESS(0));
      const place = `JSON.stringify(document.querySelectorAll('.pp-notice')[1].getBoundingClientRect())`;
      const before = await driven.evaluate(place);
      release();
      await expect.poll(() => driven.evaluate(STARTED), { timeout: 30_000 }).toBe(true);
      expect(await driven.evaluate(CHOICE)).toMatchObject({ decided: true, purposes: { preferences: true } });
      expect(await driven.evaluate(place)).toBe(before);
      expect(await driven.evaluate(FOCUSED)).toBe('pp-notice__text');
      expect((await seen(driven)).at(-1)).toBe(ANSWER);
      expect(await driven.evaluate(KEPT)).toEqual([true, false]);
    });

    test('shows nothing under Global Privacy Control', async ({ driven, site }) => {
      const signal = `() => Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true, configurable: true })`;
      prepare(site, `() => { (${signal})(); (${WATCH})(); }`);
      const release = held(site);
      await driven.goto(`${site.url}lithuania/`);
      await expect.poll(() => seen(driven)).toEqual([NOTHING]);
      release();
      await expect.poll(() => driven.evaluate(STARTED), { timeout: 30_000 }).toBe(true);
      expect(await seen(driven)).toEqual([NOTHING]);
    });
  });
}

test('its script is small, and the policy admits it by its hash', () => {
  const html = readFileSync('dist/lithuania/index.html', 'utf8');
  const [, code] = html.match(/<script data-key=[^>]*>(.*?)<\/script>/s);
  expect(Buffer.byteLength(code)).toBeLessThan(1000);
  expect(html).toContain(hash(code));
});

test.describe('who is asked with the first paint', () => {
  /** What storage holds, and whether that is a first visit. */
  const cases = [
    ['nothing', null, true],
    ['an accept', answer(true), false],
    ['a refusal', answer(false), false],
    ['an answer that has ended', answer(false, { days: 200 }), false],
    ['an answer to an earlier revision', answer(true, { revision: 0 }), false],
    ['an answer of a newer format', answer(true, { version: 2 }), false],
    ['an answer about other purposes', answer(true, { purposes: { other: true } }), false],
    ['what cannot be read', 'null', false],
    ['an empty text', '', false],
  ];
  for (const [name, text, isFirst] of cases) {
    for (const gpc of [false, true]) {
      test(`agrees with the rules: ${name}${gpc ? ', and Global Privacy Control' : ''}`, async ({ page, site }) => {
        if (text !== null) await keep(page, text);
        if (gpc) await page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true }));
        await page.addInitScript(WATCH);
        const release = held(site);
        await page.goto('lithuania/');
        await expect.poll(() => seen(page)).toEqual([isFirst && !gpc ? QUESTION : NOTHING]);
        release();
        await started(page);
        await drawn(page);
        // The program asks whoever was asked, of the same; and shows nothing to who has answered or sends the signal.
        if (isFirst && !gpc) {
          expect(await seen(page)).toEqual([QUESTION]);
          await expect(said(page)).toBeHidden();
        } else if (gpc || (await choice(page)).decided) {
          expect(await seen(page)).toEqual([NOTHING]);
        } else {
          expect(await seen(page)).toEqual([NOTHING, QUESTION]);
        }
      });
    }
  }
});

test.describe('a press before the program is there', () => {
  for (const [what, press] of [
    ['mouse', (button) => button.click()],
    ['touch', (button) => button.tap()],
    ['keyboard', (button) => button.press('Enter')],
  ]) {
    test.describe(`by ${what}`, () => {
      test.use({ hasTouch: what === 'touch' });

      for (const [name, button, allowed, words] of [
        ['Accept', accept, true, 'You accepted cookies.'],
        ['Opt out', optOut, false, 'You opted out of cookies.'],
      ]) {
        test(`on ${name} counts, and is taken up as it was`, async ({ page, site }) => {
          await listen(page);
          await watchShifts(page);
          const release = held(site);
          await page.goto('lithuania/');
          await press(button(page));
          await expect(notice(page)).toHaveCount(1);
          await expect(said(page)).toHaveText(words, { useInnerText: true });
          expect(await focused(page)).toMatchObject({ class: 'pp-notice__text' });
          expect(await stored(page)).toBeNull();
          release();
          await started(page);
          await expect(said(page)).toHaveText(words);
          expect(await focused(page)).toMatchObject({ class: 'pp-notice__text' });
          expect(await record(page)).toMatchObject({ via: 'notice', purposes: { preferences: allowed } });
          expect((await changes(page)).map(({ cause, decided, durable }) => [cause, decided, durable])).toEqual([['notice', true, true]]);
          await expect(settings(page).getByRole('status')).toHaveText(words);
          expect(await inTab(page)).toBeNull();
          expect(await shift(page)).toBe(0);
          await notice(page).getByRole('button', { name: 'Hide' }).click();
          await expect(notice(page)).toHaveCount(0);
          expect(await focused(page)).toMatchObject({ tag: 'H1' });
          expect(await inTab(page), 'what is pressed later is the program’s').toBeNull();
          await page.reload();
          await started(page);
          await expect(notice(page)).toHaveCount(0);
        });
      }
    });
  }

  test('leaves the focus and the page where they are by the time that it is taken up', async ({ page, site }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const release = held(site);
    await page.goto('lithuania/');
    await optOut(page).click();
    const link = page.getByRole('navigation', { name: 'On this page' }).getByRole('link').nth(1);
    await link.focus();
    await page.evaluate(() => scrollTo(0, 300));
    const before = await page.evaluate(() => scrollY);
    release();
    await started(page);
    await drawn(page);
    await expect(link).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(before);
    await expect(said(page)).toHaveText('You opted out of cookies.');
  });

  test('is hidden again by the visitor, and stays so', async ({ page, site }) => {
    const release = held(site);
    await page.addInitScript(WATCH);
    await page.goto('lithuania/');
    await optOut(page).click();
    await notice(page).getByRole('button', { name: 'Hide' }).click();
    expect(await focused(page)).toMatchObject({ tag: 'H1' });
    await expect.poll(() => seen(page)).toEqual([QUESTION, ANSWER, NOTHING]);
    release();
    await started(page);
    await drawn(page);
    expect(await seen(page)).toEqual([QUESTION, ANSWER, NOTHING]);
    expect(await focused(page)).toMatchObject({ tag: 'H1' });
    expect((await record(page)).purposes).toEqual({ preferences: false });
    await page.evaluate(() => window.partnerProfileConsent.reset());
    await expect(notice(page)).toBeVisible();
    expect(await focused(page), 'what is asked anew calls nobody').toMatchObject({ tag: 'H1' });
  });

  test('lets nothing optional run before, and a refusal nothing after', async ({ page, context, site, home }) => {
    await context.addInitScript(() => (window.run = []));
    await page.addInitScript(([theme]) => localStorage.setItem(theme, 'dark'), [THEME]);
    const release = held(site);
    const body = '<script type="text/plain" data-consent="preferences">run.push(1)</script>';
    await home({ body, starts: false });
    await optOut(page).click();
    await home({ body, starts: false });
    await expect(page.locator('html'), 'nor what was remembered').not.toHaveAttribute('data-theme');
    expect(await page.evaluate(() => window.run)).toEqual([]);
    let loads = 0;
    page.on('load', () => (loads += 1));
    release();
    await started(page);
    await drawn(page);
    expect(await page.evaluate(() => window.run)).toEqual([]);
    expect(await stored(page, THEME)).toBeNull();
    expect(loads).toBe(0);
  });

  test('on the page before, calls nobody who has gone on', async ({ page, site }) => {
    const release = held(site);
    await page.goto('lithuania/');
    await optOut(page).click();
    await page.goto('lithuania/lt/');
    const link = page.locator('.pp-contents a').nth(1);
    await link.focus();
    release();
    await started(page);
    await expect(page.locator('.pp-notice:not([hidden])')).toContainText('Atsisakėte slapukų.');
    await expect(link).toBeFocused();
  });

  test('counts on the page that the visitor goes back to', async ({ playwright, serve, launchOptions }) => {
    // The browser keeps one page in four to ten here.
    test.slow();
    // Playwright switches this cache off.
    const browser = await playwright.chromium.launch({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
    let page;
    await expect(async () => {
      const site = await serve({ root: 'dist', faults: [] });
      page = await (await browser.newContext()).newPage();
      await page.addInitScript(() => addEventListener('pageshow', ({ persisted }) => (window.persisted = persisted)));
      await page.goto(site.url);
      await started(page);
      await page.waitForLoadState('networkidle');
      held(site);
      await page.goto(`${site.url}lithuania/`);
      await optOut(page).click();
      await page.evaluate(() => history.back());
      const isBack = () => page.evaluate(() => !document.URL.endsWith('lithuania/') && window.persisted).catch(() => undefined);
      await expect.poll(isBack).toBeDefined();
      await expect.poll(isBack, { timeout: 1000 }).toBe(true);
    }).toPass();
    await expect(said(page)).toHaveText('You opted out of cookies.');
    expect((await record(page)).purposes).toEqual({ preferences: false });
    expect(await inTab(page)).toBeNull();
    await browser.close();
  });

  test('is answered in the words of a translator', async ({ page, site }) => {
    const release = held(site);
    await page.addInitScript(() =>
      document.addEventListener('DOMContentLoaded', () => {
        const walker = document.createTreeWalker(document.querySelector('#partner-profile'), NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walker.nextNode()) texts.push(walker.currentNode);
        for (const text of texts.filter(({ data }) => data.trim())) {
          const font = document.createElement('font');
          text.replaceWith(font);
          font.append(`«${text.data}»`);
        }
      }));
    await page.goto('lithuania/');
    await notice(page).getByRole('button', { name: '«Opt out»' }).locator('font').click();
    await expect(said(page)).toHaveText('«You opted out of cookies.»', { useInnerText: true });
    release();
    await started(page);
    expect((await record(page)).purposes).toEqual({ preferences: false });
    await expect(said(page)).toHaveText('You opted out of cookies.');
  });
});

test.describe('two tabs', () => {
  for (const [what, order, allowed] of [
    ['before the other tab’s answer gives way to it', ['press', 'answer'], true],
    ['after the other tab’s answer takes its place', ['answer', 'press'], false],
  ]) {
    test(`what was pressed ${what}`, async ({ page, context, site }) => {
      const release = held(site);
      await page.goto('lithuania/');
      await expect(notice(page)).toBeVisible();
      const steps = {
        press: () => optOut(page).click(),
        answer: async () => {
          const other = await context.newPage();
          await other.route('**/*.wasm', async (route) => route.fulfill({ path: `dist${new URL(route.request().url()).pathname}` }));
          await other.goto('lithuania/');
          await started(other);
          await other.evaluate(() => window.partnerProfileConsent.accept());
        },
      };
      for (const step of order) await steps[step]();
      release();
      await started(page);
      expect((await choice(page)).purposes).toEqual({ preferences: allowed });
      expect((await record(page)).purposes).toEqual({ preferences: allowed });
      await expect(notice(page)).toHaveCount(allowed ? 0 : 1);
      expect(await focused(page)).toMatchObject(allowed ? { tag: 'H1' } : { class: 'pp-notice__text' });
      expect(await inTab(page)).toBeNull();
    });
  }

  test('the question goes where the other tab was answered, and hands on the focus', async ({ page, context, site }) => {
    const release = held(site);
    await page.goto('lithuania/');
    await accept(page).focus();
    const other = await context.newPage();
    await other.goto('lithuania/');
    await other.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, answer(false, { days: 0 })]);
    release();
    await started(page);
    await expect(notice(page)).toHaveCount(0);
    expect(await focused(page)).toMatchObject({ tag: 'H1' });
  });
});

test.describe('storage', () => {
  test('of the tab that throws: the page keeps what was pressed', async ({ page, site }) => {
    await page.addInitScript(() => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (...given) {
        if (this === sessionStorage) throw new DOMException('full', 'QuotaExceededError');
        return setItem.apply(this, given);
      };
    });
    const release = held(site);
    await page.goto('lithuania/');
    await optOut(page).click();
    await expect(said(page)).toHaveText('You opted out of cookies.', { useInnerText: true });
    release();
    await started(page);
    expect((await record(page)).purposes).toEqual({ preferences: false });
  });

  for (const [name, breakage] of [
    ['throws', () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }],
    ['drops what it is given', () => { Storage.prototype.setItem = () => {}; }],
  ]) {
    test(`that ${name}: the answer holds for the visit, and the page says so`, async ({ page, site }) => {
      await page.addInitScript(breakage);
      const release = held(site);
      await page.goto('lithuania/');
      await accept(page).click();
      release();
      await started(page);
      await expect(notice(page)).toContainText('You accepted cookies. Your choice could not be kept, so it holds for this visit only.');
      expect(await choice(page)).toMatchObject({ decided: true, durable: false, purposes: { preferences: true } });
    });
  }

  for (const name of ['localStorage', 'sessionStorage']) {
    test(`whose getter throws: the program asks (${name})`, async ({ page, site }) => {
      await page.addInitScript((name) => {
        Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
      }, name);
      await page.addInitScript(WATCH);
      const release = held(site);
      await page.goto('lithuania/');
      await expect.poll(() => seen(page)).toEqual([NOTHING]);
      release();
      await started(page);
      await accept(page).click();
      await expect(notice(page)).toContainText('You accepted cookies.');
    });
  }

  test('of the tab with what is no press of ours is left alone', async ({ page }) => {
    await page.addInitScript((key) => sessionStorage.setItem(key, 'other'), KEY);
    await page.goto('lithuania/');
    await started(page);
    await expect(notice(page)).toContainText('We use cookies');
    expect((await choice(page)).decided).toBe(false);
  });
});

test.describe('where the program', () => {
  /** A program that stops while it starts. */
  const TRAP = () => {
    const instantiate = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
      const { instance, module } = await instantiate(...given);
      const start = () => { throw new WebAssembly.RuntimeError('unreachable'); };
      return { module, instance: { exports: { ...instance.exports, start } } };
    };
  };
  const OURS = /^console\.warning: partner-profile: the page stays as it is/;
  const cases = {
    'is not there': { fault: { match: WASM, status: 404 } },
    'is cut short': { fault: { match: WASM, truncate: 5000 } },
    'breaks off on the way': { fault: { match: WASM, drop: 5000 } },
    'traps at its start': { fault: null, script: TRAP },
    'is blocked by the host': { headers: { 'Content-Security-Policy': "script-src 'self' 'unsafe-inline'" } },
    'stalls for ten seconds': { fault: { match: WASM, stall: 5000 }, waits: true },
  };
  for (const [name, { fault, script, headers, waits }] of Object.entries(cases)) {
    test.describe(name, () => {
      /** Opens the page; what is returned lets it come to its end. */
      async function open(page, serve, watch) {
        if (!waits) watch.expect(OURS);
        watch.allow(/404|integrity|ERR_|Fetch API|CompileError|Content Security Policy/);
        if (script) await page.addInitScript(script);
        if (waits) await page.clock.install();
        // It fails only after it was pressed.
        let release;
        const until = new Promise((resolve) => (release = resolve));
        const site = await serve({ root: 'dist', headers, faults: [{ ...(fault ?? { match: WASM }), until }] });
        await page.goto(`${site.url}lithuania/`);
        await expect(notice(page)).toBeVisible();
        return { site, fail: async () => (release(), waits && (await page.clock.fastForward(10_000))) };
      }

      test('the question goes, and the focus is not lost', async ({ page, serve, watch }) => {
        const { fail } = await open(page, serve, watch);
        await accept(page).focus();
        await fail();
        await expect(notice(page)).toHaveCount(0);
        expect(await focused(page)).toMatchObject({ tag: 'H1' });
        expect(await inTab(page)).toBeNull();
      });

      test('what was pressed could not be kept, as it says, and the next page takes it up', async ({ page, serve, watch }) => {
        const { site, fail } = await open(page, serve, watch);
        await optOut(page).click();
        await expect(notice(page).getByRole('status')).toHaveText('', { useInnerText: true });
        await fail();
        await expect(notice(page).getByRole('status')).toHaveText('Your choice could not be kept, so it holds for this visit only.');
        await expect(said(page)).toHaveText(/You opted out of cookies\.\s+Your choice could not/, { useInnerText: true });
        await expect(notice(page).getByRole('link'), 'nothing can be changed there').toHaveCount(0);
        await expect(settings(page)).toContainText('Nothing optional is running');
        expect(await stored(page)).toBeNull();
        await notice(page).getByRole('button', { name: 'Hide' }).click();
        await expect(notice(page)).toHaveCount(0);
        expect(await focused(page)).toMatchObject({ tag: 'H1' });
        if (script || headers) return;
        site.faults.length = 0;
        await page.goto(`${site.url}lithuania/lt/`);
        await started(page);
        expect((await record(page)).purposes).toEqual({ preferences: false });
      });
    });
  }

  test('comes after ten seconds, it takes up what was pressed, or asks again', async ({ page, site }) => {
    await page.clock.install();
    const release = held(site);
    await page.goto('lithuania/');
    await optOut(page).click();
    await page.clock.fastForward(10_000);
    await expect(notice(page)).toContainText('could not be kept');
    release();
    await started(page);
    await expect(said(page)).toHaveText('You opted out of cookies.');
    await expect(notice(page).getByRole('link')).toBeVisible();
    await page.evaluate(() => window.partnerProfileConsent.reset());
    const again = held(site);
    site.faults.reverse();
    await page.reload();
    await expect(notice(page)).toBeVisible();
    await page.clock.fastForward(10_000);
    await expect(notice(page)).toHaveCount(0);
    again();
    await expect(notice(page)).toContainText('We use cookies');
  });

  test('is there in time, what was shown at first is not hidden after ten seconds', async ({ page }) => {
    await page.clock.install();
    await page.goto('lithuania/');
    await started(page);
    await page.clock.fastForward(11_000);
    await expect(notice(page)).toContainText('We use cookies');
    await optOut(page).click();
    await page.clock.fastForward(11_000);
    await expect(said(page)).toHaveText('You opted out of cookies.');
  });

  test('has no WebAssembly to run in, nothing is asked', async ({ page, watch }) => {
    watch.expect(/no WebAssembly/);
    await page.addInitScript(() => delete window.WebAssembly);
    await page.addInitScript(WATCH);
    await page.goto('lithuania/');
    await expect.poll(() => seen(page)).toEqual([NOTHING]);
  });
});
