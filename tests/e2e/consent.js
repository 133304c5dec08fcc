// What the tests of the cookie choice stand on: the page with what an operator adds, and what a visitor's browser does.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ConsentPage } from './consent-page.js';
import { test as base, expect } from './fixtures.js';

export { ConsentPage, CookieSettings, DAY, KEY, Notice, THEME, answer } from './consent-page.js';

/**
 * - `consent`: the page as these tests see it; `notice`, `settings` and `theme` are its parts.
 * - `home`: opens the first page:
 *   - `of`: one of the `sites` that differ from the built one
 *   - `body`: HTML that is added at the end of the page, with what the page's policy needs for it
 *   - `csp`: a Content-Security-Policy from the server, made from the page's text
 *   - `at`: an origin that is made up here and served from the site
 *   - `starts`: false where the page's program is not there in time, or not at all
 * - `comeBack`: goes back to a page out of the back-forward cache, and gives it; `visit` opens it, and another after it.
 */
export const test = base.extend({
  consent: async ({ page }, use) => use(new ConsentPage(page)),
  notice: async ({ consent }, use) => use(consent.notice),
  settings: async ({ consent }, use) => use(consent.settings),
  theme: async ({ consent }, use) => use(consent.theme),

  home: async ({ page, site, publish, consent }, use) => {
    await use(async ({ of, body = '', csp, at, starts = true } = {}) => {
      if (of) site.root = await publish(of);
      if (body || csp) {
        const text = adding(body, await readFile(path.join(site.root, 'index.html'), 'utf8'));
        site.faults.unshift({ match: '', tamper: () => text, headers: csp && { 'Content-Security-Policy': csp(text) } });
      }
      if (at) await served(page, site, at);
      await page.goto(at ?? '');
      if (starts) await consent.started();
    });
  },

  comeBack: async ({ playwright, launchOptions }, use) => {
    // Playwright switches this cache off.
    const browser = await playwright.chromium.launch({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
    await use(async (visit) => {
      let consent;
      // The browser is free not to keep a page, and keeps one in four to ten here: then once more.
      await expect(async () => {
        const page = await (await browser.newContext()).newPage();
        consent = new ConsentPage(page);
        await page.addInitScript(() => addEventListener('pageshow', ({ persisted }) => (window.persisted = persisted)));
        await visit(consent);
        const left = page.url();
        await page.evaluate(() => history.back());
        // Nothing is loaded that could be waited for; in between there is no page to ask.
        const isBack = () => page.evaluate((left) => document.URL !== left && window.persisted, left).catch(() => undefined);
        await expect.poll(isBack).toBeDefined();
        await expect.poll(isBack, { timeout: 1000 }).toBe(true);
      }).toPass();
      return consent;
    });
    await browser.close();
  },
});

/** A page with HTML at its end, and a policy that admits the scripts and frames in it. */
export function adding(body, text) {
  const sources = [...body.matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs)].map(([, code]) => hash(code));
  return text
    .replace('</body>', () => `${body}</body>`)
    .replace("script-src 'self'", `frame-src 'self'; script-src 'self' ${sources.join(' ')}`);
}

/** Serves the site under an origin that is made up here. */
export const served = (page, site, origin) =>
  page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const response = await route.fetch({ url: site.origin + pathname });
    // A frame without an origin reads its own site's files as a stranger does.
    await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
  });

/** The page's program. */
export const WASM = /^assets\/partner-profile-\w+\.wasm$/;

/** Keeps the page's program from arriving until what is returned is called. */
export function held(site) {
  let release;
  site.faults.push({ match: WASM, until: new Promise((resolve) => (release = resolve)) });
  return release;
}

/** A script's name in a policy. */
export const hash = (code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;

/** Lets the browser send Global Privacy Control. */
export const sendsGpc = (page) =>
  page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true }));
