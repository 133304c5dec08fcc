// How the page is read by ear, by keyboard, in the colours of the system, without motion, and from right to left.

import { expect, test } from './design.js';

test('whoever listens hears landmarks, headings and figures in their order', async ({ show }) => {
  const page = await show();
  await expect(page.locator('body')).toMatchAriaSnapshot(`
    - link "Skip to the profile"
    - main:
      - article:
        - heading "Lithuania in the Global Coalition against Daesh" [level=1]
        - region "At a glance":
          - term: Member of the Coalition
          - definition:
            - time: Since 3 December 2014
        - navigation "On this page":
          - list
        - heading "Deployment" [level=2]
        - figure /One mark. one person/:
          - list:
            - listitem: 2 at the mission’s headquarters in Baghdad
            - listitem: 28 in the force protection detachment
            - listitem: Up to the authorised ceiling (50 civilian and military personnel)
        - heading "Operation Inherent Resolve" [level=2]
        - heading "Places in Iraq" [level=2]
        - figure /Natural Earth/
        - list:
          - listitem:
            - paragraph: Baghdad (city)
          - listitem:
            - paragraph: Al-Asad air base (exact site)
        - heading "Contributions" [level=2]
        - heading "Objective and commitment" [level=2]
        - heading "Membership" [level=2]
        - heading "Key dates" [level=2]
        - figure /Dot. day/:
          - list:
            - listitem:
              - paragraph:
                - time: 3 December 2014
            - listitem:
              - paragraph:
                - time: September 2015
            - listitem:
              - paragraph:
                - time: Since 2019
            - listitem:
              - paragraph: No date given
        - heading "Social media handles and official website" [level=2]
        - heading "Notes on the facts" [level=2]
    - contentinfo "About this profile"
  `);
  // The drawings say nothing of their own: their words stand beside them.
  expect(await page.locator('main').ariaSnapshot()).not.toContain('img');
});

test('the keyboard reaches every link and button, each with a focus that is seen', async ({ show }) => {
  const page = await show();
  // Scrolled at once, so that each is where it will be.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const expected = await page.evaluate(() => [...document.querySelectorAll('a[href], button, input[type=checkbox]')].filter((element) => element.checkVisibility()).length);
  const reached = new Set();
  for (let presses = 0; presses < expected + 10; presses++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body) return null;
      const { left, top, width, height } = element.getBoundingClientRect();
      const around = document.elementFromPoint(left + width / 2, top + height / 2);
      const { outlineStyle, outlineWidth, opacity } = getComputedStyle(element);
      return {
        name: element.outerHTML.slice(0, 120),
        kind: element.type,
        seen: element.contains(around) || around?.contains(element),
        outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && opacity === '1',
      };
    });
    if (!focus) break;
    expect(focus, focus.name).toMatchObject({ seen: true, outlined: true });
    if (focus.kind !== 'radio') reached.add(focus.name + reached.size);
  }
  expect(reached.size).toBe(expected);
});

test.describe('in forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' }, colorScheme: 'dark' });

  test('the buttons of the notice keep a border', async ({ show }) => {
    const page = await show({ decided: false });
    const accept = page.getByRole('region', { name: 'Cookies', exact: true }).getByRole('button', { name: 'Accept' });
    await expect(accept).toBeVisible();
    expect(await accept.evaluate((element) => getComputedStyle(element).borderTopWidth)).toBe('2px');
  });

  test('figures take the colours of the system, and their parts differ', async ({ show }) => {
    const page = await show();
    const [text, surface] = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return [color, backgroundColor];
    });
    const look = (selector) =>
      page.locator(selector).first().evaluate((element) => {
        const { fill, stroke } = getComputedStyle(element);
        return { fill, stroke };
      });
    expect(await look('.pp-strength__a')).toEqual({ fill: text, stroke: text });
    expect((await look('.pp-strength__b')).fill).not.toBe(surface);
    expect(await look('.pp-strength__room')).toEqual({ fill: 'none', stroke: text });
    expect((await look('.pp-map__focus')).stroke).not.toBe(surface);
    expect((await look('.pp-timeline__day')).stroke).not.toBe(surface);
    expect((await look('.pp-map__name')).fill).toBe(text);
  });

  test('what is pressed shows its words', async ({ show }) => {
    const page = await show({ decided: false });
    // The page itself takes no pictures from data.
    const plain = await page.context().newPage();
    await page.bringToFront();
    await page.locator('.pp-skip').focus();
    for (const control of [page.locator('.pp-skip'), ...(await page.locator('button:enabled:visible').all())]) {
      // Scrolled to, and at rest there.
      await control.hover({ trial: true });
      // What the browser lays behind words is in no computed style: only the pixels tell.
      const clip = await control.evaluate((element) => {
        const words = document.createRange();
        words.selectNodeContents(element);
        const { x, y, width, height } = words.getBoundingClientRect();
        return { x: x + 2, y: y + 2, width: width - 4, height: height - 4 };
      });
      const image = (await page.screenshot({ clip })).toString('base64');
      const contrast = await plain.evaluate(async (source) => {
        const picture = new Image();
        picture.src = `data:image/png;base64,${source}`;
        await picture.decode();
        const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
        canvas.drawImage(picture, 0, 0);
        const greens = canvas.getImageData(0, 0, picture.width, picture.height).data.filter((_, at) => at % 4 === 1);
        return Math.max(...greens) - Math.min(...greens);
      }, image);
      expect(contrast, await control.textContent()).toBeGreaterThan(100);
    }
  });
});

test.describe('motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('there is none where none is wanted', async ({ show }) => {
    const page = await show();
    const moving = await page.evaluate(() => {
      const moves = [...document.querySelectorAll('*')].filter((element) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
        return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior === 'smooth';
      });
      return moves.map((element) => element.outerHTML.slice(0, 80));
    });
    expect(moving).toEqual([]);
  });

  test('the notice comes without any', async ({ show }) => {
    const page = await show({ decided: false });
    await expect(page.getByRole('region', { name: 'Cookies', exact: true })).toBeVisible();
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  });
});

test('a map is never mirrored, a line of time is', async ({ show }) => {
  const page = await show({ direction: 'rtl' });
  const [years, map] = await page.evaluate(() => {
    const lefts = (selector) => [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect().left);
    const label = (text) => [...document.querySelectorAll('.pp-map text')].find((element) => element.textContent === text).getBoundingClientRect().left;
    return [lefts('.pp-timeline__years > span'), [label('سوريا'), label('العراق'), label('إيران')]];
  });
  expect(years).toEqual([...years].sort((a, b) => b - a));
  expect(map).toEqual([...map].sort((a, b) => a - b));
  const marks = await page.evaluate(() => {
    const [month, day] = ['.pp-timeline__month', '.pp-timeline__day'].map((mark) => document.querySelector(mark).getBoundingClientRect().left);
    return month > day;
  });
  expect(marks, 'what was earlier stands further right').toBe(true);
});

test('the names of what is stored stand where the words about them begin', async ({ show }) => {
  const page = await show({ direction: 'rtl' });
  const rights = await page.locator('.pp-cookies__entry').evaluateAll((entries) =>
    entries.flatMap((entry) => [entry, entry.querySelector('code')].map((element) => {
      const words = document.createRange();
      words.selectNodeContents(element);
      return words.getBoundingClientRect().right;
    })));
  expect(new Set(rights.map(Math.round)).size).toBe(1);
});

for (const width of [320, 1280]) {
  test(`right to left at ${width} px: the notice is asked in Arabic, fits, and runs the other way`, async ({ page, show }) => {
    await page.setViewportSize({ width, height: 640 });
    await show({ direction: 'rtl', decided: false });
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
