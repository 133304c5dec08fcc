// How the page looks: every width, both themes, both directions, enlarged, and on paper.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './design.js';

/** Everything that axe knows of WCAG 2.2 up to AA, the contrast of AAA in place of that of AA, and its best practices. */
async function sound(page, ...parts) {
  const rules = { 'color-contrast': { enabled: false }, 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } };
  const axe = new AxeBuilder({ page }).options({ rules });
  // There are no frames, for which it would open a page of its own each time.
  const { violations } = await parts.reduce((axe, part) => axe.include(part), axe).setLegacyMode().analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`))).toEqual([]);
}

/** Every text with less contrast than 7:1; axe leaves out what something else overlaps, and drawings. */
const faint = (page) =>
  page.evaluate(() => {
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const pixel = (color) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const luminance = (color) => {
      const [red, green, blue] = pixel(color).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (a, b) => {
      const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
      return (light + 0.05) / (dark + 0.05);
    };
    const behind = (element) => {
      for (let around = element; around; around = around.parentElement) {
        const { backgroundColor } = getComputedStyle(around);
        if (pixel(backgroundColor)[3] === 255) return backgroundColor;
      }
      return 'white';
    };
    const faint = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest('script, style')) continue;
      const { color, fill, stroke } = getComputedStyle(element);
      // Labels of a map carry their background around them.
      const value = element.closest('svg') ? contrast(fill, stroke) : contrast(color, behind(element));
      if (value < 7) faint.push(`${value.toFixed(2)}: ${element.className.baseVal ?? element.className} ${element.textContent}`);
    }
    return faint;
  });

const widthOf = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const width of [320, 768, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    for (const direction of ['ltr', 'rtl']) {
      test.describe(`${width} px, ${colorScheme}, ${direction}`, () => {
        test.use({ viewport: { width, height: 800 }, colorScheme });

        test('fits its width, and has no violation before, while and after the cookie choice is made', async ({ show }) => {
          test.slow();
          const page = await show({ direction, decided: false });
          await expect(page.locator('.pp-notice:not([hidden])')).toBeVisible();
          await sound(page);
          await page.locator('.pp-notice:not([hidden]) button').first().click();
          await sound(page, '.pp-notice:not([hidden])', '#cookie-settings');
          await page.reload();
          await page.goto('#cookies');
          await sound(page);
          expect(await faint(page)).toEqual([]);
          expect(await widthOf(page)).toBe(0);
        });
      });
    }
  }
}

for (const direction of ['ltr', 'rtl']) {
  test.describe(direction, () => {
    test.describe('at 400 % of 1280 px', () => {
      test.use({ viewport: { width: 320, height: 256 } });

      test('nothing scrolls sideways, nor leaves the page', async ({ show }) => {
        const page = await show({ direction });
        expect(await widthOf(page)).toBe(0);
        const outside = await page.evaluate(() =>
          [...document.querySelectorAll('main :is(p, h1, h2, dt, dd, li, text)')]
            .filter((element) => {
              const { left, right, width } = element.getBoundingClientRect();
              return width && (left < 0 || right > innerWidth + 0.5);
            })
            .map((element) => element.textContent));
        expect(outside).toEqual([]);
      });

      test('no text is smaller than 12 px', async ({ show }) => {
        const page = await show({ direction });
        const small = await page.evaluate(() => {
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const small = [];
          while (walker.nextNode()) {
            const element = walker.currentNode.parentElement;
            if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest('script, style')) continue;
            const scale = element.getScreenCTM?.().a ?? 1;
            if (parseFloat(getComputedStyle(element).fontSize) * scale < 12) small.push(element.textContent);
          }
          return small;
        });
        expect(small).toEqual([]);
      });
    });

    for (const width of [320, 768, 1280]) {
      test.describe(`at ${width} px`, () => {
        test.use({ viewport: { width, height: 800 } });

        test('no label of the map touches another or a mark', async ({ show }) => {
          const page = await show({ direction });
          const { boxes, frame } = await page.evaluate(() => {
            const box = (element) => {
              const { left, right, top, bottom } = element.getBoundingClientRect();
              return { of: element.textContent || 'mark', left, right, top, bottom };
            };
            const seen = [...document.querySelectorAll('.pp-map text, .pp-map .pp-mark')].filter((element) => element.checkVisibility());
            return { boxes: seen.map(box), frame: box(document.querySelector('.pp-map')) };
          });
          expect(boxes.length).toBeGreaterThan(6);
          const touching = [];
          for (const [index, a] of boxes.entries()) {
            expect(a.left, a.of).toBeGreaterThanOrEqual(frame.left);
            expect(a.right, a.of).toBeLessThanOrEqual(frame.right);
            for (const b of boxes.slice(index + 1)) {
              if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) touching.push([a.of, b.of]);
            }
          }
          expect(touching).toEqual([]);
        });
      });
    }

    test('paper takes at most two sheets, without controls and with addresses', async ({ show }) => {
      const page = await show({ direction });
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g).length).toBeLessThanOrEqual(2);
      await page.emulateMedia({ media: 'print' });
      for (const control of ['nav', '.pp-skip', '.pp-heading__link', '.pp-theme', 'button', '.pp-notice']) {
        for (const element of await page.locator(control).all()) await expect(element).toBeHidden();
      }
      const links = await page.evaluate(() =>
        [...document.querySelectorAll('a[href^="https:"]')].map((link) => [link.getAttribute('href'), getComputedStyle(link, '::after').content]));
      expect(links.length).toBeGreaterThan(0);
      for (const [address, shown] of links) expect(shown).toContain(address);
    });
  });
}

test.describe('with a default font of twice the size', () => {
  for (const width of [320, 1280]) {
    test(`at ${width} px every text is read without scrolling sideways`, async ({ visitor, site }) => {
      // The visitor's own setting, which is what media queries see: a style of the root is not.
      const page = await visitor({ webkit: { webprefs: { default_font_size: 32 } } }, () => ({ viewport: { width, height: 800 } }));
      await page.goto(site.url);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
      expect(await widthOf(page)).toBe(0);
    });
  }
});

test('a line of running text has 60 to 75 characters', async ({ show }) => {
  const page = await show();
  const lines = await page.evaluate(() =>
    [...document.querySelectorAll('.pp-section > p')].flatMap((paragraph) => {
      const text = paragraph.firstChild;
      const range = document.createRange();
      const lines = [];
      for (let at = 0, top; at < text.length; at++) {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const rect = range.getClientRects()[0];
        if (!rect) continue;
        if (top === undefined || rect.top - top > 4) lines.push(0);
        top = rect.top;
        lines[lines.length - 1]++;
      }
      return lines.slice(0, -1);
    }));
  expect(lines.length).toBeGreaterThan(20);
  const widest = Math.max(...lines);
  const mean = lines.reduce((sum, line) => sum + line, 0) / lines.length;
  expect(widest).toBeLessThanOrEqual(78);
  expect(mean).toBeGreaterThan(58);
  expect(mean).toBeLessThan(75);
});

test.describe('where the facts are', () => {
  const place = (page) =>
    page.evaluate(() => {
      const box = (selector) => document.querySelector(selector).getBoundingClientRect();
      const [lead, facts] = [box('.pp-header__lead'), box('.pp-facts')];
      return { beside: facts.left >= lead.right, under: facts.top >= lead.bottom };
    });

  test('beside the lead on a wide screen', async ({ show }) => {
    expect(await place(await show())).toEqual({ beside: true, under: false });
  });

  test.describe('narrow', () => {
    test.use({ viewport: { width: 320, height: 640 } });

    test('under it on a narrow one', async ({ show }) => {
      expect(await place(await show())).toEqual({ beside: false, under: true });
    });
  });
});
