// The harness itself: a server that is lenient, or a watch that sleeps, would let every other test pass.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { test as base, expect } from './fixtures.js';

const SCRIPT = `document.body.dataset.script = 'ran';${' '.repeat(2000)}`;

/** A small site of the test's own: `root` is its folder. */
const test = base.extend({
  root: async ({}, use) => {
    const root = await mkdtemp(path.join(tmpdir(), 'site-'));
    const files = {
      'index.html':
        '<!doctype html><title>Home</title><link rel="icon" href="data:,"><body><p>Home</p><script src="a.js"></script>',
      'a.js': SCRIPT,
      'a.js.br': brotliCompressSync(SCRIPT),
      'a.js.gz': gzipSync(SCRIPT),
      'module.wasm': Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]),
      'page/index.html': '<!doctype html><title>Page</title><p>Page</p>',
      'empty/a.txt': 'text',
      'odd.xyz': '',
      '.hidden.txt': 'hidden',
    };
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(root, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    await use(root);
    await rm(root, { recursive: true });
  },
});

/** One request as it goes over the wire: no redirect followed, nothing decompressed, no path tidied. */
function ask(site, target, { method = 'GET', headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(site.origin);
    const request = http.request({ hostname, port, method, path: target, headers, agent: false }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on('error', reject);
    request.end();
  });
}

test.describe('the server', () => {
  test('names the exact type of each kind of file, and nosniff', async ({ site }) => {
    for (const [target, type] of [
      ['/', 'text/html; charset=utf-8'],
      ['/a.js', 'text/javascript; charset=utf-8'],
      ['/module.wasm', 'application/wasm'],
    ]) {
      const { status, headers } = await ask(site, target);
      expect([target, status, headers['content-type']]).toEqual([target, 200, type]);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  test('refuses a kind of file that it does not know', async ({ site }) => {
    const { status, body } = await ask(site, '/odd.xyz');
    expect(status).toBe(500);
    expect(String(body)).toContain('No MIME type is known for odd.xyz');
  });

  test('redirects a folder to its slash and keeps the query', async ({ site }) => {
    const { status, headers } = await ask(site, '/page?x=1');
    expect(status).toBe(301);
    expect(headers.location).toBe('/page/?x=1');
    expect((await ask(site, '/page/')).status).toBe(200);
  });

  test('lists no folder, hides dot files and leaves its root by no path', async ({ site }) => {
    for (const target of [
      '/empty/',
      '/empty',
      '/.hidden.txt',
      '/../server.js',
      '/%2e%2e/server.js',
      '/..%2fserver.js',
      '/page/..%5cindex.html',
      '/%00',
      '/%',
    ]) {
      expect([target, (await ask(site, target)).status]).toEqual([target, 404]);
    }
  });

  test('answers what is missing with 404.html where there is one', async ({ site, root }) => {
    expect(String((await ask(site, '/nothing')).body)).toBe('404\n');
    await writeFile(path.join(root, '404.html'), '<!doctype html><title>Not here</title>');
    const { status, body } = await ask(site, '/deep/nothing');
    expect(status).toBe(404);
    expect(String(body)).toContain('Not here');
  });

  test('takes no other method than GET and HEAD', async ({ site }) => {
    expect((await ask(site, '/', { method: 'POST' })).status).toBe(405);
    const head = await ask(site, '/', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
  });

  test('sends the ready-compressed twin that is accepted, brotli first', async ({ site }) => {
    for (const [accepted, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip;q=0.5', 'gzip'],
      ['identity', undefined],
      ['', undefined],
    ]) {
      const { headers, body } = await ask(site, '/a.js', { headers: { 'accept-encoding': accepted } });
      expect([accepted, headers['content-encoding']]).toEqual([accepted, encoding]);
      expect(headers.vary).toBe('Accept-Encoding');
      if (!encoding) expect(String(body)).toBe(SCRIPT);
    }
    expect((await ask(site, '/', { headers: { 'accept-encoding': 'br' } })).headers['content-encoding']).toBeUndefined();
  });

  test('revalidates by ETag', async ({ site }) => {
    const { headers } = await ask(site, '/');
    const again = await ask(site, '/', { headers: { 'if-none-match': headers.etag } });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
  });

  test('adds the headers that it is given, by path too', async ({ serve, root }) => {
    const site = await serve({ root, headers: (name) => (name === 'a.js' ? { 'X-Of': 'script' } : {}) });
    expect((await ask(site, '/a.js')).headers['x-of']).toBe('script');
    expect((await ask(site, '/')).headers['x-of']).toBeUndefined();
  });

  test('keeps a list of what it answered', async ({ site }) => {
    await ask(site, '/a.js', { headers: { 'accept-encoding': 'br' } });
    await ask(site, '/nothing?x');
    expect(site.requests).toEqual([
      { method: 'GET', path: '/a.js', status: 200, encoding: 'br', referer: null },
      { method: 'GET', path: '/nothing?x', status: 404, encoding: null, referer: null },
    ]);
  });
});

test.describe('under a path', () => {
  test.use({ under: '/a/b/' });

  test('serves the same site there, and nothing outside', async ({ site, page }) => {
    expect((await ask(site, '/')).status).toBe(404);
    expect((await ask(site, '/a/b')).status).toBe(404);
    expect((await ask(site, '/a/b/page')).headers.location).toBe('/a/b/page/');
    await page.goto('');
    await expect(page.locator('body')).toHaveAttribute('data-script', 'ran');
  });
});

test.describe('a fault', () => {
  test('can be another status, type or header', async ({ site }) => {
    site.faults.push(
      { match: 'a.js', status: 503 },
      { match: /\.wasm$/, type: 'text/plain', headers: { 'X-Odd': 'yes' } },
      { match: '', type: null },
    );
    expect((await ask(site, '/a.js')).status).toBe(503);
    const wasm = await ask(site, '/module.wasm');
    expect(wasm.headers['content-type']).toBe('text/plain');
    expect(wasm.headers['x-odd']).toBe('yes');
    expect((await ask(site, '/')).headers['content-type']).toBeUndefined();
  });

  test('can shorten or alter the bytes, never behind a compressed twin', async ({ site }) => {
    const accepting = { headers: { 'accept-encoding': 'br' } };
    site.faults.push({ match: 'a.js', truncate: 8 });
    expect(String((await ask(site, '/a.js', accepting)).body)).toBe('document');
    site.faults[0] = { match: 'a.js', tamper: true };
    const { body } = await ask(site, '/a.js', accepting);
    expect(body).toHaveLength(SCRIPT.length);
    expect(String(body)).not.toBe(SCRIPT);
    site.faults[0] = { match: 'a.js', tamper: () => 'other' };
    expect(String((await ask(site, '/a.js')).body)).toBe('other');
  });

  test('can delay or slow down the answer', async ({ site }) => {
    site.faults.push({ match: 'a.js', delay: 150 }, { match: 'module.wasm', rate: 20 });
    for (const target of ['/a.js', '/module.wasm']) {
      const start = performance.now();
      expect((await ask(site, target)).status).toBe(200);
      expect(performance.now() - start).toBeGreaterThan(140);
    }
  });

  test('can break the connection or let it hang', async ({ site }) => {
    site.faults.push({ match: 'a.js', drop: 100 }, { match: 'module.wasm', stall: 4 });
    await expect(ask(site, '/a.js')).rejects.toThrow('aborted');
    const answer = await fetch(`${site.url}module.wasm`);
    const reader = answer.body.getReader();
    expect((await reader.read()).value).toHaveLength(4);
    const more = reader.read().then(
      () => 'more',
      () => 'closed',
    );
    const later = new Promise((resolve) => setTimeout(resolve, 200, 'nothing'));
    expect(await Promise.race([more, later])).toBe('nothing');
    await site.close();
    expect(await more).toBe('closed');
  });
});

test.describe('the watch', () => {
  test('sees messages, errors, failed loads and foreign requests', async ({ site, page, watch }) => {
    site.faults.push({
      match: 'a.js',
      tamper: () => `
        console.info('a word');
        new Image().src = 'http://foreign.test/a.png';
        fetch('missing.json');
        setTimeout(() => { throw new Error('a mistake'); });
      `,
    });
    watch.expect(/^console\.info: a word/);
    watch.expect(/^request: http:\/\/foreign\.test\/a\.png$/);
    watch.expect(/^console\.error: .*ERR_NAME_NOT_RESOLVED/);
    watch.expect(/^console\.error: .*404.*missing\.json/);
    watch.expect(/^uncaught: Error: a mistake/);
    await page.goto('');
    await expect.poll(() => watch.result()).toEqual({ unexpected: [], missing: [] });
  });

  test('fails a test for what it did not name', async ({ page, site, watch }) => {
    site.faults.push({ match: 'a.js', tamper: () => "console.log('stray')" });
    await page.goto('');
    await expect.poll(() => watch.result().unexpected).toHaveLength(1);
    expect(watch.result().unexpected[0]).toContain('console.log: stray');
    watch.allow(/stray/);
  });

  test('fails a test for what did not come', async ({ watch }) => {
    watch.expect(/never/);
    expect(watch.result().missing).toEqual(['/never/']);
    test.fail();
  });
});
