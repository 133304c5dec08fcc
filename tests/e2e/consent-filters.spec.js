// The page for visitors whose browser hides what looks like a cookie notice. The rules are written for this test, after
// the ways in which the filter lists of content blockers name things.

import { test } from './consent.js';
import { expect } from './fixtures.js';
import { sites } from './sites.js';

const WORDS = ['cookie', 'cookies', 'consent', 'gdpr', 'privacy', 'rodo', 'dsgvo'];
const PARTS = ['banner', 'bar', 'box', 'consent', 'container', 'dialog', 'layer', 'message', 'modal', 'notice', 'overlay', 'policy', 'popup', 'prompt', 'warning', 'wrapper'];
const names = WORDS.flatMap((word) =>
  PARTS.flatMap((part) => [`${word}-${part}`, `${word}_${part}`, `${word}${part}`, `${word}${part[0].toUpperCase()}${part.slice(1)}`]),
);
/** What lists hide on every site: exact names, and beginnings of names that pages use for nothing else. */
const GENERAL = [
  ...names.flatMap((name) => [`#${name}`, `.${name}`]),
  ...WORDS.slice(0, 3).flatMap((word) => [`#${word}.${word}`, `[id^="${word}-consent"]`, `[class^="${word}-consent"]`, `[aria-label="${word} consent"]`]),
  '#cookie-settings.cookie-settings',
  '#cookie-settings-container',
  '.cookie-settings',
  'div[role="dialog"][aria-label*="ookie"]',
  '.cc-window',
];
/** What a list may hide on this site. */
const SPECIFIC = ['.pp-notice', 'section[aria-label="Cookies"]', '[part="notice"]'];

const hide = (page, selectors) =>
  page.addInitScript((selectors) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${selectors.join(', ')} { display: none !important }`);
    document.adoptedStyleSheets = [sheet];
  }, selectors);

const BODY = `<script type="text/plain" data-consent="preferences" src="gated/first.js"></script>
  <iframe data-consent="preferences" data-src="gated/frame.html" title="A film"></iframe>`;

test('general rules hide nothing of the page, and not its notice', async ({ page, home, notice }) => {
  await hide(page, GENERAL);
  await home({ of: sites.optIn });
  await expect(notice.region).toBeVisible();
  const hidden = await page.evaluate(
    () => [...document.querySelectorAll('body *')].filter((element) => getComputedStyle(element).display === 'none' && !element.closest('[hidden], script, :empty')).length,
  );
  expect(hidden).toBe(0);
});

test('rules for the notice hide it: nothing optional runs without an answer, and the settings are there', async ({ page, home, consent, notice, settings }) => {
  await hide(page, [...GENERAL, ...SPECIFIC]);
  await consent.gated();
  await home({ of: sites.optIn, body: BODY });
  await expect(notice.region).toHaveCount(0);
  expect(await consent.run()).toEqual([]);
  await expect(page.locator('iframe')).not.toHaveAttribute('src');
  await expect(page.locator('h1')).toBeInViewport();
  await page.getByRole('contentinfo').getByRole('link', { name: 'Cookie settings', exact: true }).click();
  await expect(settings.region).toBeInViewport();
  await settings.accept.click();
  await expect.poll(() => consent.run()).toEqual(['first.js']);
  expect((await consent.record()).purposes).toEqual({ preferences: true });
});

test('hidden where purposes are on until refused: what runs is what the settings say, and refusing works', async ({ page, home, consent, settings }) => {
  await hide(page, [...GENERAL, ...SPECIFIC]);
  await home();
  await expect(settings.status).toContainText('What is optional is on');
  await settings.optOut.click();
  expect((await consent.choice()).purposes).toEqual({ preferences: false });
});
