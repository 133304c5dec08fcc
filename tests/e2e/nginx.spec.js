// The built site on the real nginx, with the configuration in hosting/.

import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './engines.js';
import { test as base, expect } from './fixtures.js';

const PATH = `${process.env.PATH}:/usr/sbin`;
const isThere = !spawnSync('nginx', ['-v'], { env: { PATH } }).error;

function ask(origin, target, headers = {}) {
  return new Promise((resolve, reject) => {
    http
      .get(origin + target, { headers, agent: false }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      })
      .on('error', reject);
  });
}

/** `nginx`: the origin of one that serves dist/ for all tests of a worker. */
const test = base.extend({
  nginx: [
    async ({}, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'nginx-'));
      const port = await freePort();
      const snippet = (await readFile('hosting/nginx.conf', 'utf8'))
        .replace('listen 80;', `listen 127.0.0.1:${port};`)
        .replace('root /srv/partner-profile;', `root ${path.resolve('dist')};`)
        // The same site once more, under a path that is called as one of its folders.
        .replace('location / {', `location /assets/partners/ { alias ${path.resolve('dist')}/; } location / {`);
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder};`);
      const user = process.getuid() === 0 ? 'user root;' : '';
      await writeFile(
        path.join(folder, 'nginx.conf'),
        `${user} daemon off; pid ${folder}/pid; error_log stderr; events {}
         http { access_log off; ${temporary.join(' ')}
         ${snippet} }`,
      );
      const nginx = spawn('nginx', ['-p', folder, '-e', 'stderr', '-c', `${folder}/nginx.conf`], { env: { PATH } });
      let said = '';
      nginx.stderr.on('data', (data) => (said += data));
      const origin = `http://127.0.0.1:${port}`;
      for (let tries = 0; ; tries += 1) {
        if (nginx.exitCode !== null || tries === 100) throw new Error(`nginx did not start: ${said}`);
        if (await ask(origin, '/').catch(() => null)) break;
        await sleep(50);
      }
      await use(origin);
      nginx.kill('SIGQUIT');
      await new Promise((resolve) => nginx.once('exit', resolve));
      await rm(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ nginx }, use) => use(`${nginx}/`),
});

test.skip(!isThere, 'nginx is not installed here: sudo apt-get install nginx-light');

test('the page comes to life and says nothing', async ({ page }) => {
  await page.goto('lithuania/');
  await page.waitForLoadState('networkidle');
  await page.locator('.pp-heading__link').first().click();
  await expect(page.getByRole('status').first()).not.toBeEmpty();
});

test('each kind of file has its type, its cache rule, and is open to others where it has to be', async ({ nginx }) => {
  const html = String((await ask(nginx, '/')).body);
  const named = (pattern) => `/${html.match(pattern)[0]}`;
  const forever = 'public, max-age=31536000, immutable';
  for (const [target, type, cache, origin] of [
    ['/', 'text/html; charset=utf-8', 'no-cache', undefined],
    ['/lithuania/', 'text/html; charset=utf-8', 'no-cache', undefined],
    [named(/assets\/partner-profile-\w+\.js/), 'text/javascript; charset=utf-8', forever, '*'],
    [named(/assets\/partner-profile-\w+\.wasm/), 'application/wasm', forever, '*'],
    [named(/flags\/lithuania-\w+\.svg/), 'image/svg+xml', forever, '*'],
    [named(/assets\/manifest-\w+\.webmanifest/), 'application/manifest+json', forever, '*'],
    ['/profiles/lithuania.json', 'application/json', 'no-cache', '*'],
    ['/embed.js', 'text/javascript; charset=utf-8', 'no-cache', '*'],
    ['/site.json', 'application/json', 'no-cache', '*'],
    ['/robots.txt', 'text/plain; charset=utf-8', 'no-cache', undefined],
  ]) {
    const { status, headers } = await ask(nginx, target);
    expect([target, status, headers['content-type']]).toEqual([target, 200, type]);
    expect([target, headers['cache-control']]).toEqual([target, cache]);
    expect([target, headers['access-control-allow-origin']]).toEqual([target, origin]);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toBe("frame-ancestors 'self'");
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  }
});

test('under any path only what has a hash in its name is kept for good', async ({ nginx }) => {
  const under = '/assets/partners/';
  const { body } = await ask(nginx, under);
  const [script] = String(body).match(/assets\/partner-profile-\w+\.js/);
  for (const [target, cache] of [
    ['', 'no-cache'],
    ['lithuania/', 'no-cache'],
    ['profiles/lithuania.json', 'no-cache'],
    [script, 'public, max-age=31536000, immutable'],
  ]) {
    const { status, headers } = await ask(nginx, under + target);
    expect([target, status, headers['cache-control']]).toEqual([target, 200, cache]);
  }
});

test('the compressed twin is sent, and cannot be asked for', async ({ nginx }) => {
  const { headers, body } = await ask(nginx, '/lithuania/', { 'Accept-Encoding': 'gzip' });
  expect(headers['content-encoding']).toBe('gzip');
  expect(headers.vary).toBe('Accept-Encoding');
  expect(body.equals(await readFile('dist/lithuania/index.html.gz'))).toBe(true);
  for (const target of ['/index.html.gz', '/index.html.br', '/_headers']) {
    expect([target, (await ask(nginx, target)).status]).toEqual([target, 404]);
  }
});

test('what is missing is not found, at any depth, and never cached for good', async ({ nginx, page, watch }) => {
  const { status, headers } = await ask(nginx, '/assets/gone.js');
  expect(status).toBe(404);
  expect(headers['cache-control']).toBeUndefined();
  watch.expect(/404/);
  await page.goto('a/b/c/');
  await expect(page.locator('h1')).toHaveText('This page does not exist');
});
