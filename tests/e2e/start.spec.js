// The page that was rendered at build time comes to life and stays as it was; one that was emptied renders itself.

import { readFile } from 'node:fs/promises';
import { ConsentPage } from './consent-page.js';
import { expect, test } from './fixtures.js';

/** What the Wasm has no reason to change; the cookie choice and the colours are shown by scripts only. */
const KEPT = ['main', '.pp-provenance'];

/** Keeps the page as it was parsed, before a module has run: modules wait for the end of the page. */
const REMEMBER = (kept) =>
  document.addEventListener('readystatechange', () => {
    globalThis.parsed ??= kept.map((selector) => {
      const element = document.querySelector(selector);
      return { html: element.outerHTML, nodes: [element, ...element.querySelectorAll('*')] };
    });
  });

/** Whether the Wasm runs: a click on a heading's link is answered. */
async function lives(page) {
  await page.locator('.pp-heading__link').first().click();
  await expect(page.getByRole('status').first()).not.toBeEmpty();
}

for (const path of ['', 'lithuania/']) {
  test(`/${path} comes to life without a word and without a change`, async ({ page }) => {
    await page.addInitScript(REMEMBER, KEPT);
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const places = await page.evaluate((kept) =>
      kept.map((selector, index) => {
        const element = document.querySelector(selector);
        const { html, nodes } = globalThis.parsed[index];
        const same = [element, ...element.querySelectorAll('*')].every((node, place) => node === nodes[place]);
        return { before: html, after: element.outerHTML, same };
      }), KEPT);
    for (const { before, after, same } of places) {
      expect(after).toBe(before);
      expect(same, 'the elements are those that were parsed').toBe(true);
    }
    await lives(page);
  });
}

/** A page's elements as a reader or a program sees them: attributes in the order of their names, no comments, and
    without what stands around an island, which only a page that was rendered at build time has. */
const SHAPE = (kept) => {
  const inside = (node) => [...node.childNodes].flatMap((child) => (child.localName?.startsWith('leptos-') ? inside(child) : [child]));
  const plain = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    const attributes = [...node.attributes].map(({ name, value }) => `${name}=${value}`).sort();
    const children = [];
    for (const child of inside(node)) {
      if (child.nodeType === Node.COMMENT_NODE) continue;
      const next = plain(child);
      if (next === '') continue;
      if (typeof next === 'string' && typeof children.at(-1) === 'string') children.push(children.pop() + next);
      else children.push(next);
    }
    return [node.localName, ...attributes, ...children];
  };
  return kept.map((selector) => plain(document.querySelector(selector)));
};

/** Serves Lithuania's page with an empty root. */
async function empty(site) {
  const html = await readFile('dist/lithuania/index.html', 'utf8');
  const emptied = html.replace(/(<div id="partner-profile">).*(<\/div>\n<script type="application\/json")/s, '$1$2');
  expect(emptied.length).toBeLessThan(html.length);
  site.faults.push({ match: 'lithuania/', tamper: () => emptied });
}

test('a page that stands loads one program, and not what renders it', async ({ page, site }) => {
  await page.goto('lithuania/');
  await lives(page);
  await page.waitForLoadState('networkidle');
  const files = site.requests.map(({ path }) => path.match(/([\w-]+)-\w+(\.js|\.wasm)$/)).filter(Boolean);
  expect(files.map(([, name, ending]) => name + ending).sort()).toEqual(['partner-profile.js', 'partner-profile.wasm']);
});

test('an empty root is rendered by the Wasm, the same as at build time', async ({ page, site }) => {
  await page.goto('lithuania/');
  const built = await page.evaluate(SHAPE, KEPT);
  await empty(site);
  await page.reload();
  await expect(page.locator('h1')).toBeVisible();
  expect(await page.evaluate(SHAPE, KEPT)).toEqual(built);
  await lives(page);
});

test('a page with an empty root asks about cookies, and keeps the answer', async ({ page, site }) => {
  const consent = new ConsentPage(page);
  await empty(site);
  await page.goto('lithuania/');
  await consent.notice.optOut.click();
  await expect(consent.notice.region).toContainText('You opted out of cookies.');
  await expect(consent.settings.status).toHaveText('You opted out of cookies.');
  expect((await consent.record()).purposes).toEqual({ preferences: false });
});

// What is added would do no harm: only the hash tells.
for (const [what, match, added] of [
  ['script', /^assets\/element-own-consent-\w+\.js$/, '\n// added'],
  ['Wasm', /^assets\/element-own-consent-\w+\.wasm$/, '\0\x02\x01a'],
]) {
  test(`what renders an empty root is not run where its ${what} was tampered with, and the page says so`, async ({ page, site, watch }) => {
    watch.expect(/partner-profile: the page stays as it is/);
    watch.allow(/integrity/);
    await empty(site);
    site.faults.push({ match, tamper: (content) => Buffer.concat([content, Buffer.from(added)]) });
    const warned = page.waitForEvent('console', (message) => message.text().startsWith('partner-profile:'));
    await page.goto('lithuania/');
    await warned;
    await expect(page.locator('#partner-profile')).toBeEmpty();
  });
}

test.describe('a heading’s link', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

  test('copies its address by mouse, says so, and goes there', async ({ page, site }) => {
    await page.goto('lithuania/');
    await page.waitForLoadState('networkidle');
    const link = page.locator('.pp-heading__link').nth(1);
    const target = await link.getAttribute('href');
    await link.click();
    await expect(page.getByRole('status').first()).toHaveText('The section’s address was copied.');
    expect(await copied(page)).toBe(`${site.url}lithuania/${target}`);
    await expect(page).toHaveURL(`${site.url}lithuania/${target}`);
  });

  test('copies its address by keyboard', async ({ page, site }) => {
    await page.goto('lithuania/');
    await page.waitForLoadState('networkidle');
    const link = page.locator('.pp-heading__link').nth(2);
    const target = await link.getAttribute('href');
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').first()).toHaveText('The section’s address was copied.');
    expect(await copied(page)).toBe(`${site.url}lithuania/${target}`);
  });
});
