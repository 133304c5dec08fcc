// The profile inside another site, where something fails: the fallback stays, and an error says what it was.

import { readFile } from 'node:fs/promises';
import { FALLBACK, LITHUANIA, TITLE, add, drawn, expect, failed, listen, profile, ready, test } from './hosts.js';

const WASM = /^assets\/element-\w+\.wasm$/;
const STYLE = /^assets\/embed-\w+\.css$/;
/** What the browser itself says of a failure. */
const BROWSER = /Failed to (load resource|fetch)|Fetch API cannot load|integrity|Content Security Policy|was preloaded|subresource/i;

/** The fallback is on screen, and the element has told why, with the code. */
async function expectFallback(page, watch, code) {
  watch.allow(BROWSER);
  watch.expect(new RegExp(`console.warning: partner-profile: ${code}:`));
  const { code: told, message } = await failed(page);
  expect(told, message).toBe(code);
  await expect(page.getByText(FALLBACK, { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(0);
}

test.describe('where the Wasm', () => {
  for (const [what, fault, code] of [
    ['is not there', { match: WASM, status: 404 }, 'wasm-not-found'],
    ['is refused by its server', { match: WASM, status: 503 }, 'wasm-unavailable'],
    ['is cut off', { match: WASM, truncate: 20_000 }, 'wasm-altered'],
    ['is tampered with', { match: WASM, tamper: true }, 'wasm-altered'],
    ['breaks off on the way', { match: WASM, drop: 20_000 }, 'wasm-network'],
    ['comes without its style', { match: STYLE, status: 404 }, 'wasm-not-found'],
    ['comes with a style that is tampered with', { match: STYLE, tamper: (b) => `${b} ` }, 'wasm-altered'],
  ]) {
    test(`${what}, the fallback stays and the error is ${code}`, async ({ page, host, site, watch }) => {
      site.faults.push(fault);
      await host.open('plain.html');
      await expectFallback(page, watch, code);
    });
  }

  test('is switched off in the browser, the fallback stays and the error is wasm-unsupported', async ({
    page,
    host,
    watch,
  }) => {
    await page.addInitScript(() => delete window.WebAssembly);
    await host.open('plain.html');
    await expectFallback(page, watch, 'wasm-unsupported');
  });

  test('is refused by the page, the fallback stays and the error is wasm-blocked', async ({
    page,
    host,
    site,
    watch,
  }) => {
    host.headers['Content-Security-Policy'] = `script-src ${site.origin}; connect-src ${site.origin}`;
    await host.open('plain.html');
    await expectFallback(page, watch, 'wasm-blocked');
  });

  test('may not be fetched by the page, the fallback stays and the error is wasm-blocked', async ({
    page,
    host,
    site,
    watch,
  }) => {
    host.headers['Content-Security-Policy'] = `script-src ${site.origin} 'wasm-unsafe-eval'; connect-src 'none'`;
    await host.open('plain.html');
    watch.allow(/partner-profile: blocked/);
    await expectFallback(page, watch, '(wasm-)?blocked').catch(() => {});
    expect((await failed(page)).code).toMatch(/blocked$/);
    await expect(page.getByText(FALLBACK, { exact: true })).toBeVisible();
  });

  test('asks about cookies, and the page refuses its script, the fallback stays and the error is wasm-blocked', async ({
    page,
    host,
    site,
    watch,
  }) => {
    await listen(page);
    host.headers['Content-Security-Policy'] = `script-src ${site.url}embed.js 'wasm-unsafe-eval'; connect-src ${site.origin}`;
    await host.open('plain.html');
    await ready(page);
    watch.allow(BROWSER);
    watch.expect(/console.warning: partner-profile: wasm-blocked:/);
    expect(await add(page, { src: site.url + LITHUANIA, consent: 'own', into: 'body' })).toBe('error');
    expect(await page.evaluate(() => window.told)).toEqual(['load', 'error wasm-blocked']);
  });

  test('asks about cookies and its script is not there, elements that do not ask are shown', async ({ page, host, site, watch }) => {
    site.faults.push({ match: /^assets\/element-own-consent-\w+\.js$/, status: 404 });
    await host.open('plain.html');
    watch.allow(BROWSER);
    watch.expect(/console.warning: partner-profile: wasm-not-found:/);
    const asking = add(page, { src: site.url + LITHUANIA, consent: 'own', into: 'body' });
    expect(await add(page, { src: site.url + LITHUANIA, into: 'body' })).toBe('ready');
    expect(await asking).toBe('error');
  });

  test('has the wrong MIME type, the profile is shown all the same', async ({ page, host, site }) => {
    site.faults.push({ match: WASM, type: 'application/octet-stream' });
    await host.open('plain.html');
    expect(await ready(page)).toBe('ready');
  });

  test('cannot be reached at first, reload() brings the profile', async ({ page, host, site, watch }) => {
    site.faults.push({ match: STYLE, status: 404 }, { match: WASM, status: 404 });
    await host.open('plain.html');
    await expectFallback(page, watch, 'wasm-not-found');
    site.faults.length = 0;
    expect(await profile(page).evaluate((element) => element.reload().then(() => element.state))).toBe('ready');
    await expect(page.getByText(FALLBACK, { exact: true })).toBeHidden();
  });

  test('never comes whole, the error is timeout after a minute', async ({ page, host, site, watch }) => {
    site.faults.push({ match: WASM, stall: 100 });
    await page.clock.install();
    await host.open('plain.html');
    await expect.poll(() => profile(page).evaluate(({ state }) => state)).toBe('loading');
    await page.clock.fastForward(61_000);
    await expectFallback(page, watch, 'timeout');
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the fallback stays', async ({ page, host }) => {
    await host.open('plain.html');
    await expect(page.getByText(FALLBACK, { exact: true })).toBeVisible();
  });
});

test.describe('where the document', () => {
  const shape = JSON.stringify({ type: 'FeatureCollection', features: [] });
  for (const [what, fault, code] of [
    ['is not there', { status: 404 }, 'not-found'],
    ['is refused by its server', { status: 500 }, 'unavailable'],
    ['has no CORS header', { headers: { 'Access-Control-Allow-Origin': 'https://other.example' } }, 'network'],
    ['breaks off on the way', { drop: 2000 }, 'network'],
    ['is not JSON', { tamper: () => '<!doctype html><title>Sign in</title>' }, 'not-json'],
    ['is cut off', { truncate: 2000 }, 'not-json'],
    ['is empty', { truncate: 0 }, 'not-json'],
    ['is JSON of another shape', { tamper: () => shape }, 'invalid'],
    ['is too large', { tamper: () => JSON.stringify('x'.repeat(1_000_001)) }, 'too-large'],
    ['is nested too deeply', { tamper: () => '['.repeat(400_000) }, 'not-json'],
  ]) {
    test(`${what}, the fallback stays and the error is ${code}`, async ({ page, host, site, watch }) => {
      site.faults.push({ match: LITHUANIA, ...fault });
      watch.allow(/CORS policy/);
      await host.open('plain.html');
      await expectFallback(page, watch, code);
    });
  }

  test('is invalid, the message names the places', async ({ page, host, site, watch }) => {
    site.faults.push({
      match: LITHUANIA,
      tamper: (bytes) => {
        const document = JSON.parse(bytes);
        document.sections[0].current.value = 'thirty';
        return JSON.stringify(document);
      },
    });
    await host.open('plain.html');
    await expectFallback(page, watch, 'invalid');
    expect((await failed(page)).message).toContain('sections[0].current.value');
  });

  test('is too large, it is given up on the way', async ({ page, host, site, watch }) => {
    // Eight seconds long, and refused within the first.
    site.faults.push({ match: LITHUANIA, tamper: () => JSON.stringify('x'.repeat(16_000_000)), rate: 2_000_000 });
    const givenUp = page.waitForEvent('requestfailed', (request) => request.url().endsWith(LITHUANIA));
    await host.open('plain.html');
    await expectFallback(page, watch, 'too-large');
    await givenUp;
  });

  test('may not be fetched by the page, the error is blocked', async ({ page, host, watch }) => {
    watch.expect(/partner-profile: blocked/);
    watch.expect(/Content Security Policy/);
    await host.open('blank.html');
    expect(await add(page, { src: 'https://nowhere.example/a.json' })).toBe('error');
    expect((await failed(page)).code).toBe('blocked');
  });

  test('is slow, the fallback stays until it is there', async ({ page, host, site }) => {
    site.faults.push({ match: LITHUANIA, delay: 1500 });
    await host.open('plain.html');
    await expect.poll(() => profile(page).evaluate(({ state }) => state)).toBe('loading');
    await expect(page.getByText(FALLBACK, { exact: true })).toBeVisible();
    expect(await ready(page)).toBe('ready');
    await expect(page.getByText(FALLBACK, { exact: true })).toBeHidden();
  });

  test('never ends, the error is timeout after a minute', async ({ page, host, site, watch }) => {
    site.faults.push({ match: LITHUANIA, stall: 100 });
    await page.clock.install();
    await host.open('plain.html');
    await expect.poll(() => profile(page).evaluate(({ state }) => state)).toBe('loading');
    await page.clock.fastForward(61_000);
    await expectFallback(page, watch, 'timeout');
  });

  test('is a function, the error says that it is no JSON', async ({ page, host, watch }) => {
    watch.expect(/partner-profile: not-json/);
    await host.open('blank.html');
    await page.evaluate(() => {
      const element = document.createElement('partner-profile');
      element.data = () => 1;
      document.querySelector('#here').append(element);
    });
    expect((await failed(page)).code).toBe('not-json');
  });

  test('is named nowhere, reload() asks for nothing', async ({ page, host, site }) => {
    await host.open('blank.html');
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    const another = `${site.url}site.json`;
    const state = await page.evaluate(async (another) => {
      const element = document.body.appendChild(document.createElement('partner-profile'));
      await customElements.whenDefined('partner-profile');
      element.reload();
      // A request would be sent by now: it is sent before the next one.
      await fetch(another);
      return element.state;
    }, another);
    expect(state).toBe('idle');
    expect(asked).toEqual([another]);
  });

  test('fails once, reload() brings the profile; fails again, the profile stays', async ({
    page,
    host,
    site,
    watch,
  }) => {
    site.faults.push({ match: LITHUANIA, status: 500 });
    await host.open('plain.html');
    await expectFallback(page, watch, 'unavailable');
    const fault = site.faults.pop();
    await profile(page).evaluate((element) => element.reload());
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(TITLE);
    site.faults.push(fault);
    expect(await profile(page).evaluate((element) => element.reload().catch(({ code }) => code))).toBe('unavailable');
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(TITLE);
  });

  test('that replaces another fails, the other one does not stay in its place', async ({ page, host, watch }) => {
    await host.open('plain.html');
    await ready(page);
    await profile(page).evaluate((element) => (element.src = 'https://nowhere.example/a.json'));
    await expectFallback(page, watch, 'blocked');
  });

  test('that replaces another is asked for twice and fails, the other one does not stay', async ({ page, host, watch }) => {
    await host.open('plain.html');
    await ready(page);
    await profile(page).evaluate((element) => {
      element.src = 'https://nowhere.example/a.json';
      element.reload();
    });
    await expectFallback(page, watch, 'blocked');
  });

  test('fails and the page has no words of its own in its place, a sentence says so', async ({
    page,
    host,
    site,
    watch,
  }) => {
    watch.expect(/partner-profile: not-found/);
    watch.expect(/404/);
    await host.open('blank.html');
    await add(page, { src: `${site.url}nowhere.json`, empty: true });
    const sentence = page.getByText('The profile could not be loaded.');
    await expect(sentence).toBeVisible();
    await expect(sentence).toHaveAttribute('part', 'error');
    await expect(sentence).toHaveAttribute('lang', 'en');
    await page.evaluate(() => (document.documentElement.lang = 'lt'));
    await expect(page.getByText('Profilio įkelti nepavyko.')).toBeVisible();
    await page.evaluate(() => (document.documentElement.lang = 'en'));
    await expect(sentence).toBeVisible();
    await profile(page).evaluate((element, src) => Object.assign(element, { src }), site.url + LITHUANIA);
    await ready(page);
    await expect(sentence).toHaveCount(0);
  });
});

test.describe('a hostile document', () => {
  test('is text, whatever it contains', async ({ page, host, site, watch }) => {
    const markup = '<img src=x onerror="window.hacked = 1"><script>window.hacked = 1</script>&lt;{{1}}';
    site.faults.push({
      match: LITHUANIA,
      tamper: (bytes) => {
        const document = JSON.parse(bytes);
        document.title = document.lead = document.sections[0].title = markup;
        document.sections[0].paragraphs = [markup];
        return JSON.stringify(document);
      },
    });
    await host.open('plain.html');
    expect(await ready(page)).toBe('ready');
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(markup);
    expect(await page.evaluate(() => window.hacked)).toBeUndefined();
    expect(await profile(page).evaluate((element) => element.shadowRoot.querySelectorAll('img, script').length)).toBe(0);
    watch.allow(/^$/);
  });

  for (const url of ['javascript:alert(1)', 'http://example.org/', 'data:text/html,x', ' javascript:alert(1)', '//a.b/']) {
    test(`is refused with a link to ${url}`, async ({ page, host, site, watch }) => {
      site.faults.push({
        match: LITHUANIA,
        tamper: (bytes) => {
          const document = JSON.parse(bytes);
          document.origin.url = url;
          return JSON.stringify(document);
        },
      });
      await host.open('plain.html');
      await expectFallback(page, watch, 'invalid');
      expect((await failed(page)).message).toContain('origin.url');
    });
  }

  /** More values than this are refused. */
  const MOST_VALUES = 10_000;
  const many = (count, make) => Array.from({ length: count }, (_, index) => make(index));
  const place = { name: 'A', latitude: 33.3, longitude: 44.4, precision: 'city' };
  const event = { when: { words: 'A', date: '2014' }, title: 'A' };
  for (const [what, section, wanted] of [
    ['as many paragraphs as it may have', { kind: 'prose', paragraphs: many(9_800, (index) => `p${index}`) }, 'ready'],
    ['as many events as it may have', { kind: 'timeline', events: many(1_900, () => event) }, 'ready'],
    ['as many places as it may have', { kind: 'places', map: 'iraq', places: many(1_900, () => place) }, 'ready'],
    ['as long texts as it may have', { kind: 'prose', paragraphs: many(490, () => 'w '.repeat(999)) }, 'ready'],
    ['a word without end', { kind: 'prose', paragraphs: ['ع'.repeat(480_000)] }, 'error'],
    ['the longest words', { kind: 'prose', paragraphs: many(240, () => Array(9).fill('ع'.repeat(200)).join(' ')) }, 'ready'],
    ['text that runs to and fro', { kind: 'prose', paragraphs: many(240, () => Array(9).fill('א(a'.repeat(66)).join(' ')) }, 'ready'],
    ['more of everything', { kind: 'prose', paragraphs: many(60_000, (index) => `p${index}`) }, 'error'],
  ]) {
    test(`with ${what} costs the page a few elements a value, or is refused`, async ({ page, host, site, watch }) => {
      site.faults.push({
        match: LITHUANIA,
        tamper: (bytes) => JSON.stringify({ ...JSON.parse(bytes), sections: [{ id: 'a', title: 'A', ...section }] }),
      });
      watch.allow(/partner-profile: (too-large|invalid)/);
      await page.addInitScript(() => {
        window.longest = 0;
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
        }).observe({ type: 'longtask', buffered: true });
      });
      await host.open('plain.html');
      const state = await profile(page).evaluate((element) => element.ready.then(() => element.state, () => element.state));
      expect(state).toBe(wanted);
      await drawn(page);
      const count = await profile(page).evaluate(({ shadowRoot }) => shadowRoot.querySelectorAll('*').length);
      expect(count).toBeLessThan(4 * MOST_VALUES);
      // For whoever reads along: a machine that is busy with others would fail a limit.
      console.log(`    ${count} elements; held up for ${await page.evaluate(() => window.longest)} ms`);
    });
  }

  test('with numbers beyond all measure is shown or refused, and its neighbour with it', async ({
    page,
    host,
    site,
    watch,
  }) => {
    const document = JSON.parse(await readFile(`public/${LITHUANIA}`, 'utf8'));
    document.sections[0].current.value = 4_000_000_000;
    document.sections[0].ceiling.value = 4_294_967_295;
    document.sections[0].parts = [];
    watch.allow(/partner-profile: invalid/);
    await host.open('blank.html');
    await add(page, { data: document });
    expect(await add(page, { src: `${site.url}${LITHUANIA}` })).toBe('ready');
    expect(await page.evaluate(() => document.querySelector('partner-profile').shadowRoot.querySelectorAll('*').length))
      .toBeLessThan(5000);
  });
});
