// Whatever breaks, the whole profile stays readable; where our code runs, one warning of ours names the cause.

import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures.js';

const GLUE = /^assets\/partner-profile-\w+\.js$/;
const WASM = /^assets\/partner-profile-\w+\.wasm$/;
const REFUSED = /its Wasm did not arrive, or is not the one that was published/;
const OURS = /^console\.warning: partner-profile: the page stays as it is/;

/** What the page says before any script has run. */
const profile = JSON.parse(readFileSync('public/profiles/lithuania.json', 'utf8'));

/** The page reads: title, lead, every section, and links that work. */
async function reads(page) {
  await expect(page.locator('h1')).toHaveText(profile.title);
  for (const { id, title } of profile.sections) {
    await expect(page.locator(`#${id}`)).toContainText(title);
  }
  const { id } = profile.sections.at(-1);
  await page.locator(`.pp-contents a[href="#${id}"]`).click();
  await expect(page.locator(`#${id}`)).toBeInViewport();
}

/** Watches for warnings of ours, whatever the browser itself adds. */
function ours(page) {
  const texts = [];
  page.on('console', (message) => {
    if (message.text().startsWith('partner-profile:')) texts.push(message.text());
  });
  return texts;
}

for (const [name, fault, cause, browsers] of [
  ['the Wasm is not there', { match: WASM, status: 404 }, REFUSED, /404|integrity/],
  ['the Wasm is cut short', { match: WASM, truncate: 5000 }, REFUSED, /integrity/],
  ['the Wasm was replaced by another one', { match: WASM, tamper: () => Buffer.from('\0asm\x01\0\0\0') }, REFUSED, /integrity/],
  ['the connection breaks within the Wasm', { match: WASM, drop: 5000 }, REFUSED, /ERR_|Fetch API/],
  ['the script is not there', { match: GLUE, status: 404 }, /Failed to fetch dynamically imported module/, /404/],
  ['the script was tampered with', { match: GLUE, tamper: true }, /Failed to fetch dynamically imported module/, /integrity/],
  ['the script has a wrong type', { match: GLUE, type: 'text/plain' }, /Failed to fetch dynamically imported module/, /MIME/],
]) {
  test(`reads where ${name}`, async ({ page, site, watch }) => {
    site.faults.push(fault);
    const warnings = ours(page);
    watch.expect(OURS);
    if (browsers) watch.allow(browsers);
    await page.goto('lithuania/');
    await reads(page);
    await expect.poll(() => warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(cause);
  });
}

for (const [name, take] of [
  ['was taken away', () => delete globalThis.WebAssembly],
  ['is an empty shell', () => (globalThis.WebAssembly = {})],
]) {
  test(`reads where WebAssembly ${name}`, async ({ page, watch }) => {
    const warnings = ours(page);
    await page.addInitScript(take);
    watch.expect(OURS);
    await page.goto('lithuania/');
    await reads(page);
    await expect.poll(() => warnings).toHaveLength(1);
    expect(warnings[0]).toContain('this browser has no WebAssembly');
  });
}

test('reads where the policy of the host blocks WebAssembly', async ({ page, serve, watch }) => {
  const headers = { 'Content-Security-Policy': "script-src 'self' 'unsafe-inline'" };
  const site = await serve({ root: 'dist', headers });
  const warnings = ours(page);
  watch.expect(OURS);
  watch.allow(/CompileError|Content Security Policy/);
  await page.goto(`${site.url}lithuania/`);
  await reads(page);
  await expect.poll(() => warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(/CompileError.*(Content Security Policy|unsafe-eval)/);
});

test('starts where the Wasm has a wrong type', async ({ page, site, watch }) => {
  site.faults.push({ match: WASM, type: 'application/octet-stream' });
  watch.expect(/^console\.warning: .*does not serve Wasm with/);
  await page.goto('lithuania/');
  await reads(page);
  await page.locator('.pp-heading__link').first().click();
  await expect(page.getByRole('status').first()).not.toBeEmpty();
});

test('reads where the network stalls after the page', async ({ page, site }) => {
  site.faults.push({ match: 'lithuania/', rate: 10_000 }, { match: /^(assets|flags)\//, stall: 0 });
  await page.goto('lithuania/', { waitUntil: 'commit' });
  await reads(page);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('says the same, word for word', async ({ page, browser, site }) => {
    await page.goto('lithuania/');
    await reads(page);
    const context = await browser.newContext({ baseURL: site.url });
    const other = await context.newPage();
    await other.goto('lithuania/');
    await other.waitForLoadState('networkidle');
    const text = (page) => page.locator('#partner-profile').innerText();
    expect(await text(page)).toBe(await text(other));
    await context.close();
  });
});

test('a page from before a deployment reads when its files are gone', async ({ page, site, watch }) => {
  site.faults.push({ match: /^(assets|flags)\//, status: 404 });
  const warnings = ours(page);
  watch.expect(OURS);
  watch.allow(/404|integrity/);
  await page.goto('lithuania/');
  await reads(page);
  await expect.poll(() => warnings).toHaveLength(1);
});
