// What browsers, their translators and their extensions do to a page while it is there: it comes to life and works
// all the same.

import { ConsentPage, Notice } from './consent-page.js';
import { expect, test } from './fixtures.js';

/** Translates as browsers do: every text comes to stand in elements of the translator's own. */
const TRANSLATOR = () => {
  window.translate = (root = document.body) => {
    const texts = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (!text.data.trim() || text.parentNode.closest('font, script, style')) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      outer.style.verticalAlign = inner.style.verticalAlign = 'inherit';
      text.replaceWith(outer);
      outer.append(inner);
      inner.append(text.data);
    }
  };
  /** Goes on translating what comes. */
  window.keepTranslating = () => {
    window.translate();
    new MutationObserver(() => window.translate()).observe(document.body, { childList: true, subtree: true, characterData: true });
  };
};

/** Puts an element, a comment and a text at both ends of every element that a selector finds. */
const INTRUDER = () => {
  window.intrude = (selector) => {
    for (const element of document.querySelectorAll(selector)) {
      const nodes = () => [document.createElement('x-foreign'), document.createComment('foreign'), document.createTextNode(' ')];
      element.prepend(...nodes());
      element.append(...nodes());
    }
  };
};

/** Asks, is answered, changes its mind, and follows in everything that shows the choice. */
async function works(page) {
  const consent = new ConsentPage(page);
  const { notice, settings, theme } = consent;
  await consent.started();
  await expect(notice.region).toContainText('We use cookies');
  await notice.accept.click();
  await expect(notice.region).toContainText('You accepted cookies.');
  expect((await consent.choice()).purposes).toEqual({ preferences: true });
  await expect(settings.status).toContainText('You accepted cookies.');
  await theme.dark.check();
  expect(await theme.applied()).toBe('dark');
  await settings.optOut.click();
  expect((await consent.choice()).purposes).toEqual({ preferences: false });
  await expect(notice.region).toHaveCount(0);
  await expect(settings.status).toContainText('You opted out of cookies.');
  await expect(theme.group).toContainText('Not remembered');
  await settings.accept.click();
  await expect(settings.status).toContainText('You accepted cookies.');
  expect((await consent.choice()).purposes).toEqual({ preferences: true });
  await page.locator('.pp-heading__link').first().click();
  await expect(page.locator('.pp-status')).not.toBeEmpty();
}

test.describe('a page that is translated', () => {
  test.beforeEach(({ page }) => page.addInitScript(TRANSLATOR));

  test('before it starts works', async ({ page }) => {
    await page.addInitScript(() => document.addEventListener('DOMContentLoaded', () => window.translate()));
    await page.goto('lithuania/');
    expect(await page.locator('main font').count()).toBeGreaterThan(100);
    await works(page);
  });

  test('while it starts works', async ({ page }) => {
    await page.addInitScript(() => {
      const instantiate = WebAssembly.instantiateStreaming;
      WebAssembly.instantiateStreaming = async (...given) => {
        const made = await instantiate(...given);
        window.keepTranslating();
        return made;
      };
    });
    await page.goto('lithuania/');
    await works(page);
    expect(await page.locator('main font').count()).toBeGreaterThan(100);
  });

  test('while it is used works', async ({ page }) => {
    await page.goto('lithuania/');
    await expect(new Notice(page).region).toBeVisible();
    await page.evaluate(() => window.keepTranslating());
    await works(page);
  });

  test('after a first answer works, in another language as well', async ({ page }) => {
    await page.goto('lithuania/');
    const { notice, settings } = new ConsentPage(page);
    await notice.accept.click();
    await page.evaluate(() => window.keepTranslating());
    await settings.optOut.click();
    await expect(settings.status).toContainText('You opted out of cookies.');
    await settings.accept.click();
    await expect(settings.status).toContainText('You accepted cookies.');
  });
});

test.describe('a page into which others put nodes', () => {
  test.beforeEach(({ page }) => page.addInitScript(INTRUDER));

  for (const selector of [
    'html',
    'body',
    '#partner-profile',
    'main',
    'leptos-island',
    'leptos-children',
    'leptos-island > *',
    'body, #partner-profile, #partner-profile *',
  ]) {
    test(`before it starts, at ${selector}, works`, async ({ page }) => {
      await page.addInitScript((selector) => document.addEventListener('DOMContentLoaded', () => window.intrude(selector)), selector);
      await page.goto('lithuania/');
      await works(page);
    });
  }

  test('while it is used works', async ({ page }) => {
    await page.goto('lithuania/');
    await expect(new Notice(page).region).toBeVisible();
    await page.evaluate(() => window.intrude('body, #partner-profile, #partner-profile *'));
    await works(page);
  });
});
