// What the tests of the cookie choice share: the page with what an operator adds, and the places to look at.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test as base, drawn } from './fixtures.js';

export const KEY = 'partner-profile:partner-profile:consent';
export const THEME = 'partner-profile:theme';
export const DAY = 86_400_000;

/**
 * `home` opens the page with what a test changes of it:
 * - `body`: HTML that an operator adds at the end of the page, with what the page's policy needs for it
 * - `settings`: changes the site document; the page then renders itself, as nothing was prerendered for that
 * - `csp`: a Content-Security-Policy from the server, made from the page's text
 * - `at`: an origin that is made up here and served from the site
 * - `change`: changes the page's text
 * - `starts`: false where the page's program is not there in time, or not at all
 */
export const test = base.extend({
  home: async ({ page, site }, use) => {
    await use(async ({ body = '', settings, csp, at, change, starts = true } = {}) => {
      const sources = [...body.matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs)].map(([, code]) => hash(code));
      let text = readFileSync('dist/index.html', 'utf8')
        .replace('</body>', `${body}</body>`)
        .replace("script-src 'self'", `frame-src 'self'; script-src 'self' ${sources.join(' ')}`);
      if (settings) {
        const slot = /(<script type="application\/json" id="partner-profile-document">)(.*?)(<\/script>)/s;
        text = text.replace(slot, (_, open, json, close) => {
          const document = JSON.parse(json);
          settings(document.site.consent, document.site);
          return open + JSON.stringify(document).replaceAll('<', '\\u003c') + close;
        });
        text = text.replace(/<div id="partner-profile">.*?<\/div>(?=\s*<script type="application\/json")/s, '<div id="partner-profile"></div>');
      }
      if (change) text = change(text);
      const headers = csp ? { 'Content-Security-Policy': csp(text) } : {};
      site.faults.unshift({ match: '', tamper: () => text, headers });
      if (at) await served(page, site, at);
      await page.goto(at ?? '');
      if (starts) await started(page);
      return page;
    });
  },
});

/** Serves the site under an origin that is made up here. */
export const served = (page, site, origin) =>
  page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const response = await route.fetch({ url: site.origin + pathname });
    // A frame without an origin reads its own site's files as a stranger does.
    await route.fulfill({ response, headers: { ...response.headers(), 'access-control-allow-origin': '*' } });
  });

/** Keeps requests waiting until what is returned is called. */
export async function hold(page, address) {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(address, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** Adds up from now on how far anything on the page moves by itself. */
export const watchShifts = (page) =>
  page.addInitScript(() => {
    window.shift = 0;
    const add = (entries) => entries.forEach(({ value }) => (window.shift += value));
    window.shifts = new PerformanceObserver((list) => add(list.getEntries()));
    window.shifts.observe({ type: 'layout-shift', buffered: true });
    window.addRest = () => add(window.shifts.takeRecords());
  });

export async function shift(page) {
  await drawn(page);
  return page.evaluate(() => {
    window.addRest();
    return window.shift;
  });
}

/** A script's name in a policy. */
export const hash = (code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;

export const notice = (page) => page.getByRole('region', { name: 'Cookies', exact: true });
export const settings = (page) => page.getByRole('region', { name: 'Cookie settings' });
export const accept = (page) => notice(page).getByRole('button', { name: 'Accept' });
export const optOut = (page) => notice(page).getByRole('button', { name: 'Opt out' });
export const dark = (page) => page.getByRole('group', { name: 'Colours' }).getByRole('radio', { name: 'Dark' });
export const stored = (page, key = KEY) => page.evaluate((key) => localStorage.getItem(key), key);
export const record = async (page) => JSON.parse(await stored(page));
export const choice = (page) => page.evaluate(() => window.partnerProfileConsent.get());
export const started = (page) => page.waitForFunction(() => window.partnerProfileConsent?.get());
export const focused = (page) =>
  page.evaluate(() => {
    const { tagName, className } = document.activeElement;
    return { tag: tagName, class: className };
  });

/** An answer as the page keeps it, of so many days ago. */
export function answer(allowed, { days = 10, ...other } = {}) {
  const changed = Date.now() - days * DAY;
  return JSON.stringify({
    version: 1,
    revision: 1,
    model: 'opt-out',
    purposes: { preferences: allowed },
    via: 'notice',
    given: changed,
    changed,
    expires: changed + 180 * DAY,
    ...other,
  });
}

/** Puts a text into storage before the page's own scripts run, once. */
export async function keep(page, text, key = KEY) {
  await page.addInitScript(
    ([key, text]) => {
      if (sessionStorage.getItem('kept')) return;
      sessionStorage.setItem('kept', 'yes');
      localStorage.setItem(key, text);
    },
    [key, text],
  );
}

/** Collects the change events from the start on. */
export const listen = (page) =>
  page.addInitScript(() => {
    window.changes = [];
    addEventListener('partner-profile-consent-change', (event) => window.changes.push(event.detail));
  });
export const changes = (page) => page.evaluate(() => window.changes);

/** Two purposes under prior consent, one of them with cookies. */
export function two(consent) {
  consent.purposes.push({
    id: 'statistics',
    label: { en: 'Statistics' },
    text: { en: 'Counts visits.' },
    cookies: [
      { name: '_count', lifetime: 30 },
      { name: '_count_*', lifetime: 'session' },
    ],
    storage: [{ key: 'count:*', lifetime: 'until-refused' }],
  });
}
export const optIn = (consent) => {
  consent.model = 'opt-in';
};

/** The page without Trusted Types, for scripts that write markup. */
export const untrusted = (text) => text.replace(/; require-trusted-types-for[^"]*/, '');

/** Serves scripts and a page for a frame under `gated/`; `run` on the window has the names of those that have run. */
export async function gated(page, scripts) {
  await page.addInitScript(() => (window.run = []));
  await page.context().route(/\/gated\//, (route) => {
    const name = new URL(route.request().url()).pathname.split('/').pop();
    if (name === 'frame.html') return route.fulfill({ contentType: 'text/html', body: '<p>The film</p>' });
    return route.fulfill({ contentType: 'text/javascript', body: scripts[name] ?? `run.push('${name}')` });
  });
}
export const run = (page) => page.evaluate(() => window.run);
