// The notice before the page's program is there: shown with the first paint, answered at once, and taken up later.

import { readFileSync } from 'node:fs';
import { ConsentPage, THEME, WASM, answer, held, sendsGpc, test } from './consent.js';
import { ANSWER, NOTHING, QUESTION, WATCH, seen } from './early.js';
import { drawn, expect } from './fixtures.js';
import { policySource } from './hash.js';

test('its script is small, and the policy admits it by its hash', () => {
  const html = readFileSync('dist/lithuania/index.html', 'utf8');
  const [, code] = html.match(/<script data-key=[^>]*>(.*?)<\/script>/s);
  expect(Buffer.byteLength(code)).toBeLessThan(1024);
  expect(html).toContain(policySource(code));
});

test.describe('who is asked with the first paint', () => {
  for (const [name, { text, gpc }, expected] of [
    ['nothing', {}, [QUESTION]],
    ['nothing, and Global Privacy Control', { gpc: true }, [NOTHING]],
    ['an accept', { text: answer(true) }, [NOTHING]],
    // The program asks who was asked before.
    ['an answer that has ended', { text: answer(false, { days: 200 }) }, [NOTHING, QUESTION]],
    ['an empty text', { text: '' }, [NOTHING, QUESTION]],
  ]) {
    test(`agrees with the rules: ${name}`, async ({ page, site, consent, notice }) => {
      if (text !== undefined) await consent.keep(text);
      if (gpc) await sendsGpc(page);
      await page.addInitScript(WATCH);
      const release = held(site);
      await page.goto('lithuania/');
      await expect.poll(() => seen(page)).toEqual(expected.slice(0, 1));
      release();
      await consent.started();
      await drawn(page);
      expect(await seen(page)).toEqual(expected);
      // Whoever was asked at first is asked of the same.
      if (expected[0] === QUESTION) await expect(notice.message).toBeHidden();
    });
  }
});

test('it asks and is answered before the rest of the page has arrived', async ({ page, site, consent, notice }) => {
  // Sent as it is, so that it can stop at a place.
  const stall = readFileSync('dist/lithuania/index.html').indexOf('<h1');
  site.faults.push({ match: 'lithuania/', tamper: (bytes) => bytes, stall });
  await page.goto('lithuania/', { waitUntil: 'commit' });
  await notice.accept.click();
  await expect(notice.confirmation).toBeFocused();
  await notice.hide.click();
  await expect(notice.region).toHaveCount(0);
  expect(await consent.pressed()).toMatch(/^0,\d+,hidden$/);
});

test.describe('a section that waits until it comes near', () => {
  const waiting = (page) => page.evaluate(() => [...document.querySelectorAll('.pp-section')].filter((section) => getComputedStyle(section).contentVisibility === 'auto').length);

  test('is laid out once the page is alive', async ({ page, site, consent }) => {
    const release = held(site);
    await page.goto('lithuania/');
    expect(await waiting(page)).toBeGreaterThan(0);
    release();
    await consent.started();
    await expect.poll(() => waiting(page)).toBe(0);
  });

  test('goes on to wait where the visitor has scrolled, also when the notice goes', async ({ page, site, consent, notice }) => {
    const release = held(site);
    await page.goto('lithuania/');
    await page.evaluate(() => scrollTo({ top: 300, behavior: 'instant' }));
    const before = await waiting(page);
    release();
    await consent.started();
    // Once the page's script has had a turn for every section.
    await page.waitForFunction(() => document.adoptedStyleSheets.length);
    await page.evaluate(async (turns) => {
      for (let turn = 0; turn <= turns; turn += 1) await new Promise((done) => setTimeout(done));
    }, before);
    expect(await waiting(page)).toBe(before);
    await notice.accept.click();
    await notice.hide.click();
    await expect(notice.region).toHaveCount(0);
    expect(await waiting(page)).toBe(before);
  });

  test('is laid out once the page cannot come alive', async ({ page, site, watch }) => {
    watch.expect(/partner-profile: the page stays as it is/);
    watch.allow(/404|integrity/);
    site.faults.push({ match: WASM, status: 404 });
    const warned = page.waitForEvent('console', (message) => message.text().startsWith('partner-profile:'));
    await page.goto('lithuania/');
    await warned;
    await expect.poll(() => waiting(page)).toBe(0);
  });

  test('does not wait where nobody is asked', async ({ page, site, consent }) => {
    await consent.keep(answer(true));
    held(site);
    await page.goto('lithuania/');
    expect(await waiting(page)).toBe(0);
  });
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
        ['Accept', 'accept', true, 'You accepted cookies.'],
        ['Opt out', 'optOut', false, 'You opted out of cookies.'],
      ]) {
        test(`on ${name} counts, and is taken up as it was`, async ({ page, site, consent, notice, settings }) => {
          await consent.listen();
          await consent.watchShifts();
          const release = held(site);
          await page.goto('lithuania/');
          await press(notice[button]);
          await expect(notice.region).toHaveCount(1);
          await expect(notice.message).toHaveText(words, { useInnerText: true });
          expect(await consent.focus()).toMatchObject({ class: 'pp-notice__text' });
          expect(await consent.stored()).toBeNull();
          release();
          await consent.started();
          await expect(notice.message).toHaveText(words);
          expect(await consent.focus()).toMatchObject({ class: 'pp-notice__text' });
          expect(await consent.record()).toMatchObject({ via: 'notice', purposes: { preferences: allowed } });
          expect((await consent.changes()).map(({ cause, decided, durable }) => [cause, decided, durable])).toEqual([['notice', true, true]]);
          await expect(settings.status).toHaveText(words);
          expect(await consent.pressed()).toBeNull();
          expect(await consent.shift()).toBe(0);
          await notice.hide.click();
          await expect(notice.region).toHaveCount(0);
          expect(await consent.focus()).toMatchObject({ tag: 'H1' });
          expect(await consent.pressed(), 'what is pressed later is the program’s').toBeNull();
          await page.reload();
          await consent.started();
          await expect(notice.region).toHaveCount(0);
        });
      }
    });
  }

  test('leaves the focus and the page where they are by the time that it is taken up', async ({ page, site, consent, notice }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const release = held(site);
    await page.goto('lithuania/');
    await notice.optOut.click();
    const link = page.getByRole('navigation', { name: 'On this page' }).getByRole('link').nth(1);
    await link.focus();
    await page.evaluate(() => scrollTo(0, 300));
    const before = await page.evaluate(() => scrollY);
    release();
    await consent.started();
    await drawn(page);
    await expect(link).toBeFocused();
    expect(await page.evaluate(() => scrollY)).toBe(before);
    await expect(notice.message).toHaveText('You opted out of cookies.');
  });

  test('is hidden again by the visitor, and stays so', async ({ page, site, consent, notice }) => {
    const release = held(site);
    await page.addInitScript(WATCH);
    await page.goto('lithuania/');
    await notice.optOut.click();
    await notice.hide.click();
    expect(await consent.focus()).toMatchObject({ tag: 'H1' });
    await expect.poll(() => seen(page)).toEqual([QUESTION, ANSWER, NOTHING]);
    release();
    await consent.started();
    await drawn(page);
    expect(await seen(page)).toEqual([QUESTION, ANSWER, NOTHING]);
    expect(await consent.focus()).toMatchObject({ tag: 'H1' });
    expect((await consent.record()).purposes).toEqual({ preferences: false });
    await page.evaluate(() => window.partnerProfileConsent.reset());
    await expect(notice.region).toBeVisible();
    expect(await consent.focus(), 'what is asked anew calls nobody').toMatchObject({ tag: 'H1' });
  });

  test('lets nothing optional run before, and a refusal nothing after', async ({ context, page, home, site, consent, notice }) => {
    await context.addInitScript(() => (window.run = []));
    await page.addInitScript(([theme]) => localStorage.setItem(theme, 'dark'), [THEME]);
    const release = held(site);
    const body = '<script type="text/plain" data-consent="preferences">run.push(1)</script>';
    await home({ body, starts: false });
    await notice.optOut.click();
    await home({ body, starts: false });
    await expect(page.locator('html'), 'nor what was remembered').not.toHaveAttribute('data-theme');
    expect(await page.evaluate(() => window.run)).toEqual([]);
    let loads = 0;
    page.on('load', () => (loads += 1));
    release();
    await consent.started();
    await drawn(page);
    expect(await page.evaluate(() => window.run)).toEqual([]);
    expect(await consent.stored(THEME)).toBeNull();
    expect(loads).toBe(0);
  });

  test('on the page before, calls nobody who has gone on', async ({ page, site, consent, notice }) => {
    const release = held(site);
    await page.goto('lithuania/');
    await notice.optOut.click();
    await page.goto('lithuania/lt/');
    const link = page.locator('.pp-contents a').nth(1);
    await link.focus();
    release();
    await consent.started();
    await expect(page.locator('.pp-notice:not([hidden])')).toContainText('Atsisakėte slapukų.');
    await expect(link).toBeFocused();
  });

  test('counts on the page that the visitor goes back to', async ({ comeBack, serve }) => {
    test.slow();
    const visit = async (page) => {
      const first = new ConsentPage(page);
      const site = await serve({ root: 'dist' });
      await page.goto(site.url);
      await first.started();
      await page.waitForLoadState('networkidle');
      held(site);
      await page.goto(`${site.url}lithuania/`);
      await first.notice.optOut.click();
    };
    const consent = new ConsentPage(await comeBack(visit));
    await expect(consent.notice.message).toHaveText('You opted out of cookies.');
    expect((await consent.record()).purposes).toEqual({ preferences: false });
    expect(await consent.pressed()).toBeNull();
  });

  test('is answered in the words of a translator', async ({ page, site, consent, notice }) => {
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
    await notice.region.getByRole('button', { name: '«Opt out»' }).locator('font').click();
    await expect(notice.message).toHaveText('«You opted out of cookies.»', { useInnerText: true });
    release();
    await consent.started();
    expect((await consent.record()).purposes).toEqual({ preferences: false });
    await expect(notice.message).toHaveText('You opted out of cookies.');
  });
});
