// The built site on real servers, with the configurations in hosting/, at the root of a host and below a path.

import { spawn, spawnSync } from 'node:child_process';
import { chmod, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './engines.js';
import { test as base, expect } from './fixtures.js';

const PATH = `${process.env.PATH}:/usr/sbin`;
/** A path that is called as one of the site's folders. */
const PLACE = '/assets/partners/';

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

/** Each server: its package and command, and how it is started on a port for a folder below which the site is. */
const SERVERS = {
  nginx: {
    packages: 'nginx-light',
    command: 'nginx',
    async configure({ folder, root, port, under }) {
      const site = (await readFile('hosting/nginx.conf', 'utf8'))
        .replace('listen 80;', `listen 127.0.0.1:${port};`)
        .replace('root /srv/partner-profile;', `root ${root};`)
        .replace('error_page 404 /404.html;', `error_page 404 ${under}404.html;`);
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder};`);
      const user = process.getuid() === 0 ? 'user root;' : '';
      await writeFile(
        path.join(folder, 'nginx.conf'),
        `${user} daemon off; pid ${folder}/pid; error_log stderr; events {}
         http { access_log off; ${temporary.join(' ')}
         ${site} }`,
      );
      return ['-p', folder, '-e', 'stderr', '-c', `${folder}/nginx.conf`];
    },
  },
  Apache: {
    packages: 'apache2-bin',
    command: 'apache2',
    async configure({ folder, root, port, site, under }) {
      const rules = (await readFile('hosting/apache.htaccess', 'utf8')).replace('ErrorDocument 404 /', `ErrorDocument 404 ${under}`);
      await writeFile(path.join(site, '.htaccess'), rules);
      const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'rewrite'];
      const user = process.getuid() === 0 ? 'User nobody\nGroup nogroup' : '';
      await writeFile(
        path.join(folder, 'apache.conf'),
        `${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
         ${user}
         ServerName elsewhere.example
         Listen 127.0.0.1:${port}
         PidFile ${folder}/pid
         DefaultRuntimeDir ${folder}
         ErrorLog "|/bin/cat >&2"
         TypesConfig /etc/mime.types
         DirectoryIndex index.html
         DocumentRoot ${root}
         <Directory ${root}>
           Options FollowSymLinks
           AllowOverride All
         </Directory>`,
      );
      return ['-D', 'FOREGROUND', '-f', `${folder}/apache.conf`];
    },
  },
  Caddy: {
    packages: 'caddy',
    command: 'caddy',
    async configure({ folder, root, port, under }) {
      const site = (await readFile('hosting/Caddyfile', 'utf8'))
        .replace('partners.example {', `http://:${port} {\n\tbind 127.0.0.1`)
        .replace('root * /srv/partner-profile', `root * ${root}`)
        .replace('rewrite * /404.html', `rewrite * ${under}404.html`);
      await writeFile(path.join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${site}`);
      return ['run', '--adapter', 'caddyfile', '--config', `${folder}/Caddyfile`];
    },
  },
};

async function run({ command, configure }, under) {
  const folder = await mkdtemp(path.join(tmpdir(), 'hosting-'));
  const port = await freePort();
  const root = path.join(folder, 'root');
  const site = path.join(root, under);
  // A copy, which a server that gives up the rights of root may read.
  await cp('dist', site, { recursive: true });
  await chmod(folder, 0o755);
  const options = await configure({ folder, root, site, port, under });
  const server = spawn(command, options, { env: { PATH, HOME: folder } });
  let said = '';
  server.stderr.on('data', (data) => (said += data));
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; !(await ask(origin, under).catch(() => null)); tries += 1) {
    if (server.exitCode !== null || tries === 100) throw new Error(`${command} did not start: ${said}`);
    await sleep(50);
  }
  const stop = async () => {
    server.kill('SIGTERM');
    if (server.exitCode === null) await new Promise((resolve) => server.once('exit', resolve));
    await rm(folder, { recursive: true });
  };
  return { origin, stop };
}

/** `name`: one of the servers. `start` starts it with the site below a path of its host; gives its origin. */
const test = base.extend({
  name: ['nginx', { option: true }],
  start: async ({ name }, use) => {
    const started = [];
    await use(async (under) => {
      const server = await run(SERVERS[name], under);
      started.push(server);
      return server.origin;
    });
    for (const { stop } of started) await stop();
  },
  baseURL: async ({ start }, use) => use(`${await start('/')}/`),
});

const FOREVER = 'public, max-age=31536000, immutable';

for (const [name, { command, packages }] of Object.entries(SERVERS)) {
  test.describe(name, () => {
    const isThere = !spawnSync(command, ['-v'], { env: { PATH } }).error;
    test.skip(!isThere, `${name} is not installed here: sudo apt-get install ${packages}`);
    test.use({ name });

    test('the page comes to life and says nothing', async ({ page }) => {
      await page.goto('lithuania/');
      await page.waitForLoadState('networkidle');
      await page.locator('.pp-heading__link').first().click();
      await expect(page.getByRole('status').first()).not.toBeEmpty();
    });

    for (const [where, under] of [['at the root', '/'], ['below a path', PLACE]]) {
      test(`${where} each kind of file has its type, its cache rule, and is open to others where it has to be`, async ({ start }) => {
        const origin = await start(under);
        const html = String((await ask(origin, under)).body);
        const named = (pattern) => html.match(pattern)[0];
        for (const [target, type, cache, shared] of [
          ['', 'text/html; charset=utf-8', 'no-cache', undefined],
          ['lithuania/', 'text/html; charset=utf-8', 'no-cache', undefined],
          [named(/assets\/partner-profile-\w+\.js/), 'text/javascript; charset=utf-8', FOREVER, '*'],
          [named(/assets\/partner-profile-\w+\.wasm/), 'application/wasm', FOREVER, '*'],
          [named(/flags\/lithuania-\w+\.svg/), 'image/svg+xml', FOREVER, '*'],
          [named(/assets\/manifest-\w+\.webmanifest/), 'application/manifest+json', FOREVER, '*'],
          ['profiles/lithuania.json', 'application/json', 'no-cache', '*'],
          ['embed.js', 'text/javascript; charset=utf-8', 'no-cache', '*'],
          ['embed.js?1', 'text/javascript; charset=utf-8', 'no-cache', '*'],
          ['site.json', 'application/json', 'no-cache', '*'],
          ['robots.txt', 'text/plain; charset=utf-8', 'no-cache', undefined],
        ]) {
          const { status, headers } = await ask(origin, under + target);
          expect([target, status, headers['content-type']]).toEqual([target, 200, type]);
          expect([target, headers['cache-control']]).toEqual([target, cache]);
          // Below a path that is called as one of the site's folders, everything is in that folder.
          if (under === '/') expect([target, headers['access-control-allow-origin']]).toEqual([target, shared]);
          if (shared) expect([target, headers['access-control-allow-origin']]).toEqual([target, '*']);
          expect(headers['x-content-type-options']).toBe('nosniff');
          expect(headers['content-security-policy']).toBe("frame-ancestors 'self'");
          expect(headers['strict-transport-security']).toBe('max-age=31536000');
        }
      });

      test(`${where} what is missing is not found, never cached for good, and an element may learn that`, async ({ start }) => {
        const origin = await start(under);
        for (const [target, shared] of [
          ['a/b/c/', undefined],
          ['assets/gone.js', '*'],
          ['assets/element-0123456789abcdef.wasm', '*'],
          ['profiles/gone.json', '*'],
          ['profiles/gone.json?1', '*'],
        ]) {
          const { status, headers, body } = await ask(origin, under + target);
          expect([target, status]).toEqual([target, 404]);
          expect(String(body), target).toContain('This page does not exist');
          expect(headers['cache-control'] ?? '', target).not.toContain('immutable');
          if (shared) expect([target, headers['access-control-allow-origin']]).toEqual([target, '*']);
        }
        for (const target of ['index.html.gz', 'index.html.br', '_headers']) {
          expect([target, (await ask(origin, under + target)).status]).toEqual([target, 404]);
        }
      });

      test(`${where} a folder without its slash is answered with its path, whatever the server is called`, async ({ start }) => {
        const origin = await start(under);
        const names = ['lithuania', 'lithuania/lt', ...(under === '/' ? [] : [''])];
        for (const target of names) {
          const asked = (under + target).replace(/\/$/, '');
          const { status, headers } = await ask(origin, `${asked}?a=1`, { Host: 'visible.example' });
          expect([asked, [301, 302, 307, 308].includes(status)]).toEqual([asked, true]);
          // Apache names itself, as it was called.
          const location = headers.location.replace('http://visible.example', '').replace('?a=1', '');
          expect([asked, location]).toEqual([asked, `${asked}/`]);
        }
      });
    }

    test('the compressed twin is sent', async ({ start }) => {
      const origin = await start('/');
      const { headers, body } = await ask(origin, '/lithuania/', { 'Accept-Encoding': 'gzip' });
      expect(headers['content-encoding']).toBe('gzip');
      expect(headers.vary).toContain('Accept-Encoding');
      expect(body.equals(await readFile('dist/lithuania/index.html.gz'))).toBe(true);
    });
  });
}
