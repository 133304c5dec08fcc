// The notice once the page's program is there. What it does before is in notice-early.spec.js.

import { ConsentPage, answer, held, test } from './consent.js';
import { expect } from './fixtures.js';
import { sites } from './sites.js';

test.describe('the notice', () => {
  test('asks once, and is never in the page of a visitor who has chosen', async ({ page, home, consent, notice }) => {
    await home();
    await expect(notice.region).toContainText('We assume that you are fine with this');
    expect(await consent.stored()).toBeNull();
    await notice.accept.click();
    await expect(notice.region).toContainText('You accepted cookies.');
    expect((await consent.record()).purposes).toEqual({ preferences: true });
    await page.addInitScript(() => {
      window.shown = 0;
      new MutationObserver(() => {
        window.shown += document.querySelectorAll('.pp-notice:not([hidden])').length;
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    await consent.started();
    expect(await page.evaluate(() => window.shown)).toBe(0);
    await expect(notice.region).toHaveCount(0);
  });

  test('is worded as a question where prior consent is asked for', async ({ home, consent, notice }) => {
    await home({ of: sites.optIn });
    await expect(notice.region).toContainText('None are used unless you accept');
    expect((await consent.choice()).purposes).toEqual({ preferences: false });
  });

  test('is not there where nothing is optional', async ({ page, home, consent, notice, settings }) => {
    await consent.listen();
    await home({ of: sites.nothingOptional });
    await expect(notice.region).toHaveCount(0);
    await expect(settings.region).toContainText('keeps nothing optional');
    expect(await consent.changes()).toHaveLength(1);
    await page.evaluate(() => window.partnerProfileConsent.accept());
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('leaves nothing in storage before a choice', async ({ page, home, notice }) => {
    await home();
    await expect(notice.region).toBeVisible();
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
  });

  test('moves nothing', async ({ home, consent, notice }) => {
    await consent.watchShifts();
    await home();
    await expect(notice.region).toBeVisible();
    expect(await consent.shift()).toBe(0);
  });

  test('is the first that Tab reaches, and its buttons look alike', async ({ page, home, notice }) => {
    await home();
    await expect(notice.region).toBeVisible();
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
    expect(await look(notice.accept)).toEqual(await look(notice.optOut));
  });

  test('is a region with a name, not a dialog, and holds no focus', async ({ page, home, consent, notice }) => {
    await home();
    await expect(notice.region).toMatchAriaSnapshot(`
      - region "Cookies":
        - paragraph:
          - text: /We use cookies/
          - link "Read more":
            - /url: "#cookie-settings"
        - button "Accept"
        - button "Opt out"
    `);
    expect(await consent.focus()).toMatchObject({ tag: 'BODY' });
    await notice.optOut.focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement.closest('.pp-notice'))).toBeNull();
  });

  for (const [width, height] of [
    [320, 480],
    [320, 256],
    [1280, 800],
  ]) {
    test(`takes no more than half of ${width} × ${height}`, async ({ page, home, notice }) => {
      await page.setViewportSize({ width, height });
      await home();
      await expect(notice.region).toBeVisible();
      const box = await notice.region.boundingBox();
      expect(box.height).toBeLessThanOrEqual(height / 2 + 0.5);
      expect(Math.abs(box.y + box.height - height)).toBeLessThan(1);
      for (const button of [notice.accept, notice.optOut]) {
        await button.focus();
        await expect(button).toBeInViewport({ ratio: 0.9 });
      }
    });
  }

  test('never covers what has the focus, through the whole page at 320 × 480', async ({ page, home, notice }) => {
    await page.setViewportSize({ width: 320, height: 480 });
    // Without it the page would be looked at while it is still scrolling.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await home();
    await expect(notice.region).toBeVisible();
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

  test('scrolls clear of it what had the focus when it came', async ({ page, home, site, consent, notice }) => {
    await page.setViewportSize({ width: 320, height: 480 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    const release = held(site);
    await consent.keep(answer(true, { days: 200 }));
    await home({ starts: false });
    const link = page.getByRole('navigation', { name: 'On this page' }).getByRole('link').nth(1);
    await link.focus();
    await link.evaluate((element) => scrollBy(0, element.getBoundingClientRect().bottom - innerHeight + 20));
    release();
    await expect(notice.region).toBeVisible();
    await expect(link).toBeFocused();
    await expect
      .poll(async () => {
        const [covering, covered] = await Promise.all([notice.region.boundingBox(), link.boundingBox()]);
        return covered.y + covered.height <= covering.y;
      })
      .toBe(true);
  });

  test('is asked and answered by keyboard alone', async ({ page, home, consent, notice }) => {
    await home();
    await expect(notice.region).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(notice.region).toContainText('You opted out of cookies.');
    expect(await consent.focus()).toMatchObject({ class: 'pp-notice__text' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(notice.region).toHaveCount(0);
    expect(await consent.focus()).toMatchObject({ tag: 'H1' });
  });

  test('hidden in the middle of the page, leaves the visitor there', async ({ page, home, consent, notice }) => {
    await home();
    await notice.accept.click();
    await page.mouse.move(300, 100);
    await page.mouse.wheel(0, 600);
    await page.waitForFunction(() => scrollY === 600);
    const before = await page.evaluate(() => scrollY);
    await notice.hide.click();
    await expect(notice.region).toHaveCount(0);
    expect(await page.evaluate(() => scrollY)).toBe(before);
    expect(await consent.focus()).toMatchObject({ tag: 'H1' });
  });

  test('says what was chosen and where to change it', async ({ page, home, notice }) => {
    await home();
    await notice.accept.click();
    await expect(notice.region).toMatchAriaSnapshot(`
      - region "Cookies":
        - paragraph: You accepted cookies.
        - paragraph:
          - link /Cookie settings/:
            - /url: "#cookie-settings"
        - button "Hide"
    `);
    await notice.link.click();
    await expect(page.locator('#cookie-settings')).toBeFocused();
  });

  test('is there under automation, and without a webdriver flag alike', async ({ page, home, notice }) => {
    await home();
    await expect(notice.region).toBeVisible();
    expect(await page.evaluate(() => navigator.webdriver)).toBe(true);
    const other = new ConsentPage(await page.context().newPage());
    await other.page.addInitScript(() => Object.defineProperty(navigator, 'webdriver', { get: () => false }));
    await other.page.goto(page.url());
    await expect(other.notice.region).toBeVisible();
  });

  test('is nothing that search engines should show', async ({ page, home, notice }) => {
    await home();
    await expect(notice.region).toHaveAttribute('data-nosnippet');
    await expect(page.locator('main [data-nosnippet], h1[data-nosnippet]')).toHaveCount(0);
  });
});
