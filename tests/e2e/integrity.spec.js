// What is fetched is held to its hash in each of the three engines, however it may be cached.

import { readFile, readdir } from 'node:fs/promises';
import { ENGINES, onEngines } from './engines.js';
import { hash } from './hash.js';
import { ELEMENT, SCRIPT, expect, test as base, told } from './hosts.js';

const test = onEngines(base);

const CACHES = ['no-store', 'no-cache', 'max-age=60', 'public, max-age=31536000, immutable'];
/** Each does as before and more. */
const ALTERED = {
  'the Wasm': [/^assets\/element-\w+\.wasm$/, (bytes) => Buffer.concat([bytes, Buffer.from([0, 2, 1, 97])])],
  'the style': [/^assets\/embed-\w+\.css$/, (text) => `${text}\nh2 { color: red }`],
};
const SCRIPTS = { 'the script of a page': /^assets\/partner-profile-\w+\.js$/, 'the Wasm of a page': /^assets\/partner-profile-\w+\.wasm$/ };
const append = (bytes) =>
  bytes[0] === 0 ? Buffer.concat([bytes, Buffer.from([0, 2, 1, 97])]) : `${bytes}\nwindow.altered = true;`;

const isAlive = 'Boolean(window.partnerProfileConsent && window.partnerProfileConsent.get())';

for (const engine of ENGINES) {
  test.describe(engine, () => {
    test.use({ engine });
    test.setTimeout(120_000);

    for (const [what, [match, tamper]] of Object.entries(ALTERED)) {
      test(`${what} of an element is not used where it was altered`, async ({ driven: browser, host, site }) => {
        for (const cache of CACHES) {
          site.faults.splice(0, 1, { match, tamper, headers: { 'Cache-Control': cache } });
          await browser.goto(await host.make(ELEMENT + SCRIPT));
          expect([cache, await told(browser)]).toEqual([cache, ['wasm-altered']]);
        }
      });
    }

    test('the script of an element that asks about cookies is not run where it was altered, on whichever request', async ({ driven: browser, host, site }) => {
      const own = ELEMENT.replace('<partner-profile', '$& consent="own"');
      for (const cache of CACHES) {
        // WebKit holds no preload of a module to its hash: what comes on a second request is not looked at.
        for (const first of engine === 'WebKitGTK' ? [0] : [0, 1]) {
          let requests = 0;
          const tamper = (text) => (requests++ < first ? text : append(text));
          site.faults.splice(0, 1, { match: /^assets\/element-own-consent-\w+\.js$/, tamper, headers: { 'Cache-Control': cache } });
          await browser.goto(await host.make(own + SCRIPT));
          const [said] = await told(browser);
          expect([cache, first, await browser.evaluate('Boolean(window.altered)')]).toEqual([cache, first, false]);
          // Where it is kept, what was looked at is what is run.
          expect(said).toMatch(first && cache !== 'no-store' ? /^(load|wasm-altered)$/ : /^wasm-altered$/);
        }
      }
    });

    test('the script of an element that asks about cookies is run once it is as it was published', async ({ driven: browser, host, site }) => {
      const own = ELEMENT.replace('<partner-profile', '$& consent="own"');
      // WebKit looks at the first request only.
      let requests = engine === 'WebKitGTK' ? 1 : 0;
      const tamper = (text) => (requests++ < 1 ? text : append(text));
      site.faults.push({ match: /^assets\/element-own-consent-\w+\.js$/, tamper, headers: { 'Cache-Control': 'no-store' } });
      await browser.goto(await host.make(own + SCRIPT));
      expect(await told(browser)).toEqual(['wasm-altered']);
      site.faults.length = 0;
      await browser.evaluate(`void document.querySelector('partner-profile').reload()`);
      await expect.poll(() => browser.evaluate(`document.querySelector('partner-profile').state`)).toBe('ready');
    });

    for (const [what, match] of Object.entries(SCRIPTS)) {
      test(`${what} is not run where it was altered`, async ({ driven: browser, serve }) => {
        for (const cache of CACHES) {
          const site = await serve({ root: 'dist', faults: [{ match, tamper: append, headers: { 'Cache-Control': cache } }] });
          await browser.goto(`${site.url}lithuania/`);
          await expect.poll(() => site.requests.some(({ path }) => match.test(path.slice(1)))).toBe(true);
          // Had they been taken for those that were published, a module that came later would find the page alive.
          const later = `import('${site.url}embed.js').then(() => document.title = 'later')`;
          await browser.evaluate(`void ${later}`);
          await expect.poll(() => browser.evaluate('document.title')).toBe('later');
          expect([cache, await browser.evaluate('Boolean(window.altered)'), await browser.evaluate(isAlive)]).toEqual([cache, false, false]);
        }
      });
    }

    test('a pinned script is not run where it was altered', async ({ driven: browser, host, site }) => {
      const name = (await readdir('dist')).find((name) => /^embed-\w+\.js$/.test(name));
      const integrity = hash('sha384', await readFile(`dist/${name}`));
      const pinned = `<script type="module" src="https://HOST/${name}" integrity="${integrity}" crossorigin="anonymous"
        onload="told.push('ran')" onerror="told.push('refused')"></script>`;
      for (const cache of CACHES) {
        site.faults.splice(0, 1, { match: name, tamper: append, headers: { 'Cache-Control': cache } });
        await browser.goto(await host.make(ELEMENT + pinned));
        expect([cache, await told(browser), await browser.evaluate('Boolean(window.altered)')]).toEqual([cache, ['refused'], false]);
      }
    });
  });
}
