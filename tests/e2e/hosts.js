// What the tests of the profile inside another site stand on: host pages on one origin, the profile's site below a
// path of another.

import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, drawn, expect } from './fixtures.js';

export { drawn, expect };

export const LITHUANIA = 'profiles/lithuania.json';
export const TITLE = 'Lithuania in the Global Coalition against Daesh';
export const FALLBACK = 'Lithuania in the Global Coalition';

const START = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>A page</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<script>
  window.told = [];
  for (const what of ['load', 'error']) {
    addEventListener('partner-profile-' + what, ({ detail }) => told.push(detail ? detail.code : what));
  }
  addEventListener('error', ({ message }) => told.push('uncaught: ' + message));
</script>`;
export const SCRIPT = '<script type="module" src="https://HOST/embed.js"></script>';
export const ELEMENT = `<partner-profile src="https://HOST/${LITHUANIA}" loading="eager"><a href="https://HOST/">Fallback</a></partner-profile>`;

/** What the profiles of a page, made by a test and loaded in one of the three engines, have told: as many as `count`. */
export async function told(browser, count = 1) {
  await expect.poll(() => browser.evaluate('window.told.length'), { timeout: 30_000 }).toBeGreaterThanOrEqual(count);
  return (await browser.evaluate(`window.told.join('; ')`)).split('; ');
}

/**
 * - `host`: serves `hosts/` on an origin of its own, with `https://HOST/` written as the site's address, under
 *   exactly the content policy that docs/embedding.md asks for. `headers` replaces it; `root` is the folder; `write`
 *   makes a file in it, and `make` a page.
 * - `docs`: serves `tests/fixtures/`, as a third origin's documents.
 */
export const test = base.extend({
  under: '/some/path/',
  headers: { 'Access-Control-Allow-Origin': '*' },

  docs: async ({ serve, headers }, use) => use(await serve({ root: 'tests/fixtures', headers })),

  host: async ({ serve, site, docs, watch, page }, use) => {
    const root = await mkdtemp(path.join(tmpdir(), 'host-'));
    await cp('tests/e2e/hosts', root, { recursive: true });
    const headers = { 'Content-Security-Policy': policy(site, docs) };
    const server = await serve({ root, headers });
    const write = (file, text) =>
      writeFile(path.join(root, file), text.replaceAll('https://HOST/', site.url).replaceAll('https://HERE/', server.url));
    for (const file of await readdir(root)) {
      if (/\.(html|js)$/.test(file)) await write(file, await readFile(path.join(root, file), 'utf8'));
    }
    watch.allow(new RegExp(`^request: (${site.url}|${docs.url})`));
    /** A page of a test's own, under no policy; it notes what its profiles tell. Gives its address. */
    const make = async (body, head = '') => {
      delete headers['Content-Security-Policy'];
      await write('made.html', START + head + body);
      return `${server.url}made.html`;
    };
    await use({ ...server, root, headers, write, make, open: (name) => page.goto(server.url + name) });
    await rm(root, { recursive: true });
  },
});

const policy = (site, docs) =>
  [
    "default-src 'none'",
    `script-src ${site.origin} 'wasm-unsafe-eval'`,
    `connect-src ${site.origin} ${docs.origin}`,
    "style-src 'self'",
    'img-src data:',
  ].join('; ');

/** The first profile of the page. */
export const profile = (page) => page.locator('partner-profile').first();

/** Waits until the element says that its profile is on screen. */
export const ready = (page) => profile(page).evaluate((element) => element.ready.then(() => element.state));

/** Waits until the element says that its profile could not be shown; resolves to the event's detail. */
export const failed = (page) =>
  profile(page).evaluate((element) => element.ready.then(() => null, ({ code, message }) => ({ code, message })));

/** Notes what the elements tell, from the page's start on. */
export const listen = (page) =>
  page.addInitScript(() => {
    window.told = [];
    for (const what of ['load', 'error', 'consent-change']) {
      addEventListener(`partner-profile-${what}`, ({ detail }) => {
        window.told.push(detail?.code ? `${what} ${detail.code}` : what);
      });
    }
  });

/** Adds a profile to a page; resolves when it is on screen or has failed, to the state. */
export const add = (page, { into = '#here', wait = true, ...properties }) =>
  page.evaluate(
    async ({ into, wait, properties }) => {
      const element = Object.assign(document.createElement('partner-profile'), { loading: 'eager', ...properties });
      if (!properties.empty) element.textContent = 'Fallback';
      document.querySelector(into).append(element);
      if (wait) await element.ready.catch(() => {});
      return element.state;
    },
    { into, wait, properties },
  );
