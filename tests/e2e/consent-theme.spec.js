// The colours that a visitor chooses, which are remembered only where that is allowed.

import { KEY, THEME, answer, held, test } from './consent.js';
import { expect } from './fixtures.js';

test.describe('the theme', () => {
  test('is remembered while that is on, and applied before anything is painted', async ({ page, home, consent, theme }) => {
    await home();
    await theme.dark.check();
    expect(await consent.stored(THEME)).toBe('dark');
    await page.addInitScript(() => {
      new MutationObserver(() => {
        if (document.body && window.atBody === undefined) {
          window.atBody = document.documentElement.getAttribute('data-theme');
        }
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    await consent.started();
    expect(await page.evaluate(() => window.atBody)).toBe('dark');
    await expect(theme.dark).toBeChecked();
    await theme.automatic.check();
    expect(await consent.stored(THEME)).toBeNull();
    expect(await theme.applied()).toBeNull();
  });

  test('is forgotten when it is refused, and holds for the page', async ({ page, home, consent, notice, theme }) => {
    await home();
    await theme.dark.check();
    await notice.optOut.click();
    expect(await consent.stored(THEME)).toBeNull();
    expect(await theme.applied()).toBe('dark');
    await expect(theme.group).toContainText('Not remembered');
    await theme.light.check();
    expect(await consent.stored(THEME)).toBeNull();
    await page.reload();
    await consent.started();
    expect(await theme.applied()).toBeNull();
  });

  test('chosen while a refusal is being told is not remembered', async ({ page, home, consent, notice, theme }) => {
    await page.addInitScript(() => {
      addEventListener('partner-profile-consent-change', ({ detail }) => {
        if (!detail.purposes.preferences) document.querySelector('[name=pp-theme][value=dark]').click();
      });
    });
    await home();
    await notice.optOut.click();
    await expect(theme.dark).toBeChecked();
    expect(await consent.stored(THEME)).toBeNull();
    await expect(theme.group).toContainText('Not remembered');
  });

  test('is not left where the page does not come to life', async ({ page, home, site, consent, settings, watch }) => {
    watch.expect(/partner-profile: the page stays as it is/);
    watch.allow(/404|integrity/);
    site.faults.push({ match: /\.wasm$/, status: 404 });
    await consent.keep('dark', THEME);
    await home({ starts: false });
    await expect(page.locator('html')).not.toHaveAttribute('data-theme');
    await expect(settings.region).toContainText('Nothing optional is running');
  });

  for (const [name, text, expected] of [
    ['no answer', null, 'dark'],
    ['a refusal', answer(false), null],
  ]) {
    test(`is applied before the page comes to life only where that is on: ${name}`, async ({ page, home, site, theme }) => {
      held(site);
      await page.addInitScript(
        ([key, text, themeKey]) => {
          localStorage.setItem(themeKey, 'dark');
          if (text) localStorage.setItem(key, text);
        },
        [KEY, text, THEME],
      );
      await home({ starts: false });
      expect(await theme.applied()).toBe(expected);
    });
  }

  test('is remembered again when a refusal is taken back, whether it was chosen on this page or before', async ({ page, home, consent, theme }) => {
    await home();
    await theme.dark.check();
    const again = async () => {
      await page.evaluate(() => window.partnerProfileConsent.optOut());
      expect(await consent.stored(THEME)).toBeNull();
      await page.evaluate(() => window.partnerProfileConsent.accept());
      expect(await consent.stored(THEME)).toBe('dark');
      await expect(theme.group).not.toContainText('Not remembered');
    };
    await again();
    await page.reload();
    await consent.started();
    await again();
    expect(await theme.applied()).toBe('dark');
  });

  for (const [name, text, expected] of [
    ['without an answer: forgotten, and never shown', null, null],
    ['with an accept: remembered', answer(true), 'dark'],
  ]) {
    test(`of earlier under Global Privacy Control, ${name}`, async ({ page, home, consent, theme }) => {
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
      await expect(theme.dark).toBeEnabled();
      expect(await consent.stored(THEME)).toBe(expected);
      expect(await theme.applied()).toBe(expected);
      expect(await page.evaluate(() => window.seen.filter(Boolean).length > 0)).toBe(expected !== null);
    });
  }
});

test('a page that stands open does not forget the theme that another has remembered', async ({ page, home, consent }) => {
  await home();
  await page.evaluate(() => window.partnerProfileConsent.accept());
  const other = await consent.another();
  await other.theme.dark.check();
  expect(await consent.stored(THEME)).toBe('dark');
  // It would write it again.
  await other.page.close();
  await page.evaluate(() => (window.partnerProfileConsent.reset(), window.partnerProfileConsent.accept()));
  expect(await consent.stored(THEME)).toBe('dark');
});
