// What every end-to-end test stands on: the built site on a server of its own, and a watch over the visit.

import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { engines } from './engines.js';
import { startServer } from './server.js';
import { make } from './sites.js';

export { expect };

/**
 * - `root`, `under`, `headers`, `faults`: options for the site's server, set with `test.use({ … })`.
 * - `site`: the server that `page.goto('')` talks to.
 * - `serve`: starts further servers, which are stopped after the test.
 * - `publish`: makes one of the `sites` that differ from the built one, and gives its folder, to be set as `site.root`.
 * - `visitor`: starts a browser with settings of the visitor's own, and gives its page.
 * - `comeBack`: goes back to a page out of the back-forward cache, and gives it; `visit` opens it, and another after it.
 * - `engines`: the other engines, started once in a worker; see `onEngines`.
 * - `watch`: collects every console message, uncaught error and request to a foreign origin. A test fails on
 *   each that it did not name: `watch.expect(/pattern/)` for what has to come, `watch.allow(/pattern/)` for what may.
 */
export const test = base.extend({
  root: ['dist', { option: true }],
  under: ['/', { option: true }],
  headers: [{}, { option: true }],
  faults: [[], { option: true }],

  serve: async ({}, use) => {
    const servers = [];
    await use(async (options) => {
      const server = await startServer(options);
      servers.push(server);
      return server;
    });
    await Promise.all(servers.map((server) => server.close()));
  },

  site: async ({ serve, root, under, headers, faults }, use) => {
    if (!existsSync(`${root}/index.html`)) throw new Error(`${root} holds no site: run make build first`);
    // A copy, since a test may add faults of its own.
    await use(await serve({ root, under, headers, faults: [...faults] }));
  },

  baseURL: async ({ site }, use) => use(site.url),

  // Playwright empties that folder at the start of a run: what is in it is of this one.
  publish: async ({}, use, info) => use((site) => make(path.join(info.project.outputDir, 'sites'), site)),

  visitor: async ({ playwright, launchOptions }, use, info) => {
    const contexts = [];
    await use(async (preferences, options = () => ({})) => {
      const folder = info.outputPath('visitor');
      await mkdir(`${folder}/Default`, { recursive: true });
      await writeFile(`${folder}/Default/Preferences`, JSON.stringify(preferences));
      const context = await playwright.chromium.launchPersistentContext(folder, { ...launchOptions, ...options(folder) });
      contexts.push(context);
      return context.pages()[0];
    });
    await Promise.all(contexts.map((context) => context.close()));
  },

  comeBack: async ({ playwright, launchOptions }, use) => {
    // Playwright switches this cache off.
    const browser = await playwright.chromium.launch({ ...launchOptions, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
    await use(async (visit) => {
      let page;
      // The browser is free not to keep a page, and keeps one in four to ten here: then once more.
      await expect(async () => {
        page = await (await browser.newContext()).newPage();
        await page.addInitScript(() => addEventListener('pageshow', ({ persisted }) => (window.persisted = persisted)));
        await visit(page);
        const left = page.url();
        await page.evaluate(() => history.back());
        // Nothing is loaded that could be waited for; in between there is no page to ask.
        const isBack = () => page.evaluate((left) => document.URL !== left && window.persisted, left).catch(() => undefined);
        await expect.poll(isBack).toBeDefined();
        await expect.poll(isBack, { timeout: 1000 }).toBe(true);
      }).toPass();
      return page;
    });
    await browser.close();
  },

  // Here, and not where it is used: tests with other fixtures of this kind cannot share a worker.
  engines: [engines, { scope: 'worker' }],

  watch: [
    async ({ context }, use) => {
      const watch = watchOver(context);
      await use(watch);
      const { unexpected, missing } = watch.result();
      expect.soft(unexpected, 'what the visit should not have caused').toEqual([]);
      expect.soft(missing, 'what the visit should have caused').toEqual([]);
    },
    { auto: true },
  ],
});

function watchOver(context) {
  const seen = [];
  const expected = [];
  const allowed = [];
  context.on('console', (message) => {
    const { url, lineNumber } = message.location();
    seen.push(`console.${message.type()}: ${message.text()} (${url}:${lineNumber})`);
  });
  context.on('weberror', (webError) => seen.push(`uncaught: ${webError.error()}`));
  context.on('request', (request) => {
    if (leaves(request)) seen.push(`request: ${request.url()}`);
  });
  return {
    expect: (pattern) => expected.push(pattern),
    allow: (pattern) => allowed.push(pattern),
    result: () => ({
      unexpected: seen.filter((line) => ![...expected, ...allowed].some((pattern) => pattern.test(line))),
      missing: expected.filter((pattern) => !seen.some((line) => pattern.test(line))).map(String),
    }),
  };
}

/** Whether a request goes to another origin than its page's. Where the page itself is opened from is the test's affair. */
function leaves(request) {
  const url = new URL(request.url());
  if (!['http:', 'https:', 'ws:', 'wss:'].includes(url.protocol)) return false;
  const page = request.serviceWorker() ? null : request.frame().page();
  if (page && request.isNavigationRequest() && request.frame() === page.mainFrame()) return false;
  const own = page ? page.url() : request.serviceWorker().url();
  return url.origin !== new URL(own).origin;
}

/** Waits until the page has been drawn, and whoever watches what comes into view has been told. */
export const drawn = (page) =>
  page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  );
