// What the tests of the cookie choice stand on: the page with what an operator adds, and what a visitor's browser does.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ConsentPage } from './consent-page.js';
import { test as base } from './fixtures.js';
import { policySource } from './hash.js';

export { ConsentPage, CookieSettings, DAY, KEY, Notice, THEME, answer } from './consent-page.js';

/**
 * - `consent`: the page as these tests see it; `notice`, `settings` and `theme` are its parts.
 * - `home`: opens the first page:
 *   - `of`: one of the `sites` that differ from the built one
 *   - `body`: HTML that is added at the end of the page, with what the page's policy needs for it
 *   - `csp`: a Content-Security-Policy from the server, made from the page's text
 *   - `at`: an origin that is made up here and served from the site
 *   - `starts`: false where the page's program is not there in time, or not at all
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
});

/** A page with HTML at its end, and a policy that admits the scripts and frames in it. */
export function adding(body, text) {
  const sources = [...body.matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs)].map(([, code]) => policySource(code));
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

/** Keeps the page's program, or what else is named, from arriving until what is returned is called. */
export function held(site, match = WASM) {
  let release;
  site.faults.push({ match, until: new Promise((resolve) => (release = resolve)) });
  return release;
}

/** Lets the browser send Global Privacy Control. */
export const sendsGpc = (page) =>
  page.addInitScript(() => Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true }));
