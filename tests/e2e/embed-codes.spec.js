// What an element tells where something fails: in each of the three engines the same.

import { ENGINES, onEngines } from './engines.js';
import { ELEMENT, LITHUANIA, SCRIPT, expect, test as base, told } from './hosts.js';

const test = onEngines(base);

const WASM = /^assets\/element-\w+\.wasm$/;
const STYLE = /^assets\/embed-\w+\.css$/;

/** What is wrong, and its code. Firefox takes what has come of a compressed answer for the whole: a third code is its own. */
const FAULTS = {
  'the Wasm is not there': [{ match: WASM, status: 404 }, 'wasm-not-found'],
  'the Wasm is refused by its server': [{ match: WASM, status: 503 }, 'wasm-unavailable'],
  'the Wasm is cut off': [{ match: WASM, truncate: 20_000 }, 'wasm-altered'],
  'the Wasm breaks off on the way': [{ match: WASM, drop: 20_000 }, 'wasm-network', 'wasm-altered'],
  'the style breaks off on the way': [{ match: STYLE, drop: 1000 }, 'wasm-network', 'wasm-altered'],
  'the document is not there': [{ match: LITHUANIA, status: 404 }, 'not-found'],
  'the document is refused by its server': [{ match: LITHUANIA, status: 500 }, 'unavailable'],
  'the document breaks off on the way': [{ match: LITHUANIA, drop: 2000 }, 'network', 'not-json'],
  'the document has no CORS header': [{ match: LITHUANIA, headers: { 'Access-Control-Allow-Origin': 'https://other.example' } }, 'network'],
  'the document is not JSON': [{ match: LITHUANIA, tamper: () => '<!doctype html>' }, 'not-json'],
  'the document is empty': [{ match: LITHUANIA, truncate: 0 }, 'not-json'],
  'the document is no profile': [{ match: LITHUANIA, tamper: () => '{"a":[]}' }, 'invalid'],
  'the document is too large': [{ match: LITHUANIA, tamper: () => JSON.stringify('x'.repeat(1_000_001)) }, 'too-large'],
};

/** What pages do to the browser's own functions, before the script arrives, and what comes of it. */
const PAGES = {
  'fetch fails with nothing': ['fetch = () => Promise.reject()', /^(network|wasm-network|wasm-failed)$/],
  'fetch throws': [`fetch = () => { throw new TypeError('no') }`, /^(wasm-)?network$/],
  'fetch gives nothing': ['fetch = async () => undefined', /^(wasm-)?(network|failed)$/],
  'fetch gives what is no answer': ['fetch = async () => ({ ok: true, status: 200, text: async () => "" })', /^(network|wasm-failed)$/],
  'fetch waits for nothing': ['fetch = (...given) => Promise.resolve(real(...given))', /^load$/],
  'arrays are those of Prototype.js': [
    `Array.prototype.entries = Array.prototype.toArray = function () { return this.slice() };
     Array.prototype.toJSON = function () { return '[' + this.map((value) => JSON.stringify(value)).join(', ') + ']' };
     Array.from = (given) => given && given.toArray ? given.toArray() : Array.prototype.slice.call(given)`,
    /^load$/,
  ],
  'JSON is that of a frame': [
    `const frame = document.createElement('iframe'); document.documentElement.append(frame); JSON = frame.contentWindow.JSON`,
    /^load$/,
  ],
  'errors are those of a frame': [
    `const frame = document.createElement('iframe'); document.documentElement.append(frame);
     WebAssembly = frame.contentWindow.WebAssembly; Error = frame.contentWindow.Error`,
    /^load$/,
  ],
  'there are no constructible style sheets': [
    `for (const { prototype } of [Document, ShadowRoot]) delete prototype.adoptedStyleSheets;
     CSSStyleSheet = function () { throw new TypeError('Illegal constructor') }`,
    /^wasm-unsupported$/,
  ],
  'WebAssembly was taken away': ['delete window.WebAssembly', /^wasm-unsupported$/],
  'WebAssembly is an empty shell': ['window.WebAssembly = {}', /^wasm-unsupported$/],
};

for (const engine of ENGINES) {
  test.describe(engine, () => {
    test.use({ engine });
    test.setTimeout(120_000);

    test('the code says what went wrong', async ({ driven: browser, host, serve }) => {
      for (const [what, [fault, usual, its = usual]] of Object.entries(FAULTS)) {
        const code = engine === 'Firefox ESR' ? its : usual;
        // One of its own each time: nothing is taken from a cache.
        const site = await serve({ root: 'dist', headers: { 'Access-Control-Allow-Origin': '*' }, faults: [fault] });
        await browser.goto(await host.make((ELEMENT + SCRIPT).replaceAll('https://HOST/', site.url)));
        expect([what, await told(browser)]).toEqual([what, [code]]);
      }
    });

    test('what the policy of the page refuses is told as that', async ({ driven: browser, host, site }) => {
      const rest = `'unsafe-inline' ${site.origin}`;
      for (const [policy, code] of [
        [`script-src ${rest}`, 'wasm-blocked'],
        [`script-src ${rest} 'wasm-unsafe-eval'; connect-src ${site.origin}/some/path/assets/`, 'blocked'],
        [`script-src ${rest} 'wasm-unsafe-eval'; connect-src ${site.origin}/some/path/profiles/`, 'wasm-blocked'],
      ]) {
        const page = await host.make(ELEMENT + SCRIPT);
        host.headers['Content-Security-Policy'] = policy;
        await browser.goto(page);
        expect([policy, await told(browser)]).toEqual([policy, [code]]);
      }
    });

    test('a page that has replaced what the browser has gets no other codes', async ({ driven: browser, host }) => {
      for (const [what, [code, wanted]] of Object.entries(PAGES)) {
        const page = await host.make(`<script>const real = window.fetch; ${code}</script>${ELEMENT}${SCRIPT}`);
        await browser.goto(page);
        const [first, ...more] = await told(browser);
        expect(first, what).toMatch(wanted);
        expect(more, what).toEqual([]);
      }
    });

    test('data that is no JSON is told as that', async ({ driven: browser, host }) => {
      const values = [
        '() => 1',
        '1n',
        `(() => { const a = {}; a.a = a; return a; })()`,
        '({ toJSON() { throw null } })',
        `({ get title() { throw 'no' } })`,
        `(() => { const frame = document.body.appendChild(document.createElement('iframe')); return frame.contentWindow.eval('const a = {}; a.a = a; a'); })()`,
      ];
      await browser.goto(await host.make(SCRIPT));
      for (const [index, value] of values.entries()) {
        await browser.evaluate(`(() => {
          const element = document.createElement('partner-profile');
          Object.assign(element, { loading: 'eager', data: ${value} });
          document.body.append(element);
        })()`);
        expect((await told(browser, index + 1)).at(-1), value).toBe('not-json');
      }
    });
  });
}
