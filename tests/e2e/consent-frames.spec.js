// Frames that wait for the choice, and what stands in their place, whatever other scripts do to them.

import { test } from './consent.js';
import { drawn, expect } from './fixtures.js';
import { sites } from './sites.js';

const FRAME = '<div id="slot"><iframe data-consent="preferences" data-src="gated/frame.html" title="A film"></iframe></div>';
const film = (page) => page.frameLocator('iframe').locator('p');
const places = (page) => page.locator('.pp-blocked');
const allow = (page) => places(page).getByRole('button', { name: 'Allow: Preferences', exact: true });

test.beforeEach(({ consent }) => consent.gated());

test.describe('a blocked frame and what stands in its place', () => {
  const changes = {
    'the frame is wrapped': () => {
      const wrapper = document.createElement('div');
      const frame = document.querySelector('iframe');
      frame.replaceWith(wrapper);
      wrapper.append(frame);
    },
    'both are wrapped apart': () => {
      for (const element of document.querySelectorAll('#slot > *')) {
        const wrapper = document.createElement('div');
        element.replaceWith(wrapper);
        wrapper.append(element);
      }
    },
    'something comes between them': () => document.querySelector('iframe').before(document.createElement('x-extension'), 'text'),
    'the frame comes first': () => document.querySelector('#slot').prepend(document.querySelector('iframe')),
    'the frame is moved away': () => document.querySelector('footer').append(document.querySelector('iframe')),
  };
  for (const [name, change] of Object.entries(changes)) {
    test(`${name}: there is one, it works, and goes`, async ({ page, home, notice, settings }) => {
      await home({ of: sites.optIn, body: FRAME });
      await expect(places(page)).toBeVisible();
      await page.evaluate(change);
      await drawn(page);
      await expect(places(page)).toHaveCount(1);
      await expect(page.locator('iframe')).toBeHidden();
      await allow(page).click();
      await expect(film(page)).toHaveText('The film');
      await expect(places(page)).toHaveCount(0);
      await notice.optOut.or(settings.optOut).last().click();
      await expect(places(page)).toHaveCount(1);
      await expect(film(page)).toHaveCount(0);
    });
  }

  test('the frame is removed: so is what stood in its place, until it is back', async ({ page, home }) => {
    await home({ of: sites.optIn, body: FRAME });
    await expect(places(page)).toBeVisible();
    await page.evaluate(() => (window.frame = document.querySelector('iframe')).remove());
    await expect(places(page)).toHaveCount(0);
    await page.evaluate(() => document.querySelector('#slot').append(window.frame));
    await allow(page).click();
    await expect(film(page)).toHaveText('The film');
  });

  test('copied, as sliders do: each copy has its own', async ({ page, home }) => {
    await home({ of: sites.optIn, body: FRAME });
    await expect(places(page)).toBeVisible();
    await page.evaluate(() => {
      const slot = document.querySelector('#slot');
      slot.before(slot.cloneNode(true));
      slot.after(slot.cloneNode(true));
    });
    await expect(places(page).getByRole('button')).toHaveCount(3);
    await allow(page).first().click();
    await expect(places(page)).toHaveCount(0);
    for (const frame of await page.locator('iframe').all()) await expect(frame.contentFrame().locator('p')).toHaveText('The film');
  });

  for (const [name, isOn] of [
    ['while it was blocked', false],
    ['while it was shown, and refused meanwhile', true],
  ]) {
    test(`restored from markup that was kept ${name}`, async ({ page, home, notice }) => {
      await home({ of: sites.withoutTrustedTypes, body: FRAME });
      if (!isOn) await notice.optOut.click();
      await expect(isOn ? film(page) : places(page)).toBeVisible();
      const kept = await page.evaluate(() => document.querySelector('#slot').innerHTML);
      if (isOn) await notice.optOut.click();
      await page.evaluate((kept) => (document.querySelector('#slot').innerHTML = kept), kept);
      await expect(places(page)).toHaveCount(1);
      await expect(page.locator('iframe')).toBeHidden();
      await expect(page.locator('iframe')).not.toHaveAttribute('src');
      await allow(page).click();
      await expect(film(page)).toHaveText('The film');
      await expect(places(page)).toHaveCount(0);
    });
  }

  test('another observer that undoes what stands there does not stop the page', async ({ page, home, notice }) => {
    await page.addInitScript(() => {
      window.undone = 0;
      new MutationObserver(() => {
        for (const place of document.querySelectorAll('#slot .pp-blocked')) {
          window.undone += 1;
          place.remove();
        }
        const slot = document.querySelector('#slot');
        const frame = slot?.querySelector('iframe');
        if (frame && slot.firstChild !== frame) slot.prepend(frame);
      }).observe(document, { childList: true, subtree: true });
    });
    await home({ of: sites.optIn, body: FRAME });
    await drawn(page);
    const undone = await page.evaluate(() => window.undone);
    expect(undone).toBeGreaterThan(0);
    await drawn(page);
    expect(await page.evaluate(() => window.undone), 'it is not put there again and again').toBe(undone);
    await notice.accept.click();
    await expect(film(page)).toHaveText('The film');
  });

  test('the style of frames shows no empty box', async ({ page, home }) => {
    await home({ of: sites.optIn, body: FRAME });
    await expect(places(page)).toBeVisible();
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('iframe { display: block } #slot iframe[title] { display: block }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    });
    await expect(page.locator('iframe')).toBeHidden();
    await allow(page).click();
    await expect(page.locator('iframe')).toBeVisible();
  });

  test('has no name by which a link, a form or a script could fill it', async ({ context, page, home }) => {
    const names = () => page.evaluate(() => Array.from({ length: frames.length }, (_, index) => frames[index].name));
    await context.route(/other\.html/, (route) => route.fulfill({ contentType: 'text/html', body: '<p>Another film</p>' }));
    await home({
      of: sites.optIn,
      body: `${FRAME.replace('title=', 'name="film" title=')}<a id="link" href="gated/other.html" target="film">Another film</a>`,
    });
    await expect(places(page)).toBeVisible();
    expect(await names()).toEqual(['']);
    await allow(page).click();
    await expect(film(page)).toHaveText('The film');
    expect(await names()).toEqual(['film']);
    await page.locator('#link').click();
    await expect(film(page)).toHaveText('Another film');
    await page.evaluate(() => window.partnerProfileConsent.optOut());
    await expect(places(page)).toBeVisible();
    expect(await names()).toEqual(['']);
    expect(context.pages()).toHaveLength(1);
  });

  test('names all purposes of a frame that has several, and allows them', async ({ page, home, notice }) => {
    await home({
      of: sites.twoOptIn,
      body: FRAME.replace('"preferences"', '"preferences statistics"'),
    });
    await expect(places(page)).toContainText('This content needs your permission: Preferences, Statistics');
    await places(page).getByRole('button', { name: 'Allow: Preferences, Statistics' }).click();
    await expect(film(page)).toHaveText('The film');
    await expect(notice.region).toHaveCount(0);
  });

  test('a frame that stops hands the focus on, and a frame that starts takes it', async ({ page, home, consent }) => {
    await home({ body: FRAME });
    await expect(film(page)).toHaveText('The film');
    await page.locator('iframe').focus();
    await page.evaluate(() => window.partnerProfileConsent.optOut());
    await expect(places(page).getByRole('button')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('iframe')).toBeFocused();
    expect(await consent.focus()).toMatchObject({ tag: 'IFRAME' });
  });
});

test.describe('a frame that waits', () => {
  test('says what it is, and has a button that allows it', async ({ page, home, consent }) => {
    await home({ of: sites.optIn, body: FRAME });
    await expect(places(page)).toContainText('A film');
    await expect(places(page)).toContainText('This content needs your permission: Preferences');
    await expect(page.locator('iframe')).toBeHidden();
    await allow(page).click();
    await expect(film(page)).toHaveText('The film');
    await expect(places(page)).toHaveCount(0);
    await expect(page.locator('iframe')).toBeFocused();
    expect((await consent.record()).purposes).toEqual({ preferences: true });
  });

  test('a blocked frame allows its own purpose and leaves the others to be asked about', async ({ page, home, consent, notice }) => {
    await home({ of: sites.twoOptIn, body: FRAME });
    await allow(page).click();
    await expect(film(page)).toHaveText('The film');
    expect((await consent.record()).purposes).toEqual({ preferences: true });
    await expect(notice.region).toContainText('There is something new to decide');
    await page.reload();
    await expect(film(page)).toHaveText('The film');
    expect(await consent.choice()).toMatchObject({ decided: false, purposes: { preferences: true, statistics: false } });
    await notice.accept.click();
    expect((await consent.record()).purposes).toEqual({ preferences: true, statistics: true });
  });

  test('a frame that is allowed elsewhere takes the focus from the button in its place', async ({ page, home, consent }) => {
    await home({ of: sites.optIn, body: FRAME });
    await places(page).getByRole('button').focus();
    const other = await consent.another();
    await other.page.evaluate(() => window.partnerProfileConsent.accept());
    await expect(places(page)).toHaveCount(0);
    await expect(page.locator('iframe')).toBeFocused();
  });

  test('a frame that is added later waits or starts like the others', async ({ page, home, notice }) => {
    await home({ of: sites.optIn, body: '<!-- Frames are admitted. -->' });
    await expect(notice.region).toBeVisible();
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      Object.assign(frame.dataset, { consent: 'preferences', src: 'gated/frame.html' });
      document.body.append(frame);
    });
    await expect(places(page)).toBeVisible();
    await notice.accept.click();
    await expect(film(page)).toHaveText('The film');
  });

  test('a frame stops when its purpose is refused', async ({ page, home, notice, settings }) => {
    await home({ body: FRAME });
    await expect(film(page)).toHaveText('The film');
    await notice.optOut.click();
    await expect(places(page)).toBeVisible();
    await expect(film(page)).toHaveCount(0);
    expect(page.frames()[1]?.url() ?? 'about:blank').toBe('about:blank');
    await settings.accept.click();
    await expect(film(page)).toHaveText('The film');
  });
});
