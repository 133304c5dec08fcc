// The folder as it is: right by itself, on any host, at any path.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { HtmlValidate } from 'html-validate';
import { expect, test } from './fixtures.js';

const files = readdirSync('dist', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative('dist', path.join(entry.parentPath, entry.name)))
  .sort();
const pages = files.filter((file) => file.endsWith('.html'));
const read = (file) => readFileSync(path.join('dist', file));

test.describe('every page', () => {
  for (const file of pages) {
    test(`${file} is valid HTML`, async () => {
      const { results } = await new HtmlValidate({ extends: ['html-validate:standard'] }).validateFile(`dist/${file}`);
      expect(results.flatMap(({ messages }) => messages)).toEqual([]);
    });
  }

  test('links only to what is there', async ({ page }) => {
    for (const file of pages) {
      await page.goto('favicon.ico');
      const links = await page.evaluate((html) => {
        const policy = globalThis.trustedTypes?.createPolicy('test', { createHTML: (text) => text });
        const document = new DOMParser().parseFromString(policy ? policy.createHTML(html) : html, 'text/html');
        const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
        const named = [...document.querySelectorAll('[href], [src]')].map(
          (element) => element.getAttribute('href') ?? element.getAttribute('src'),
        );
        return { ids, named };
      }, String(read(file)));
      expect(new Set(links.ids).size, `${file}: each id once`).toBe(links.ids.length);
      for (const address of links.named) {
        if (/^[a-z]+:/.test(address)) continue;
        const [target, anchor] = address.split('#');
        if (target === '') expect(links.ids, `${file}: ${address}`).toContain(anchor);
        else {
          expect(address.startsWith('/'), `${file}: ${address} is relative`).toBe(false);
          const found = path.join(path.dirname(file), target.endsWith('/') ? `${target}index.html` : target);
          expect(files, `${file}: ${address}`).toContain(found);
        }
      }
    }
  });

  test('states its policy before anything that the policy is about', async () => {
    for (const file of pages) {
      const html = String(read(file));
      const policy = html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]*)">/);
      expect(policy, file).not.toBeNull();
      expect(policy[1]).toMatch(/^default-src 'none'; /);
      expect(policy[1]).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
      expect(html.slice(0, policy.index)).not.toMatch(/<(script|style|link)/);
      expect(html).not.toMatch(/<[^>]* (on[a-z]+|style)=/);
      if (/<script type="module"/.test(html)) {
        expect(policy[1]).toContain("require-trusted-types-for 'script'; trusted-types partner-profile");
      }
    }
  });
});

test('what carries a hash in its name has that content', () => {
  const named = files.filter((file) => /-[0-9a-f]{16}\.\w+$/.test(file));
  for (const folder of ['assets/', 'flags/', 'maps/', 'embed-']) {
    expect(named.some((file) => file.startsWith(folder)), folder).toBe(true);
  }
  for (const file of named) {
    const hash = createHash('sha256').update(read(file)).digest('hex').slice(0, 16);
    expect(file).toContain(`-${hash}.`);
  }
  const stable = files.filter((file) => !/-[0-9a-f]{16}\.\w+(\.br|\.gz)?$/.test(file) && !/\.(br|gz)$/.test(file));
  for (const file of stable) {
    expect(file).toMatch(/\.(html|json|txt|xml)$|^embed\.(js|d\.ts)$|^favicon\.ico$|^_headers$/);
  }
});

test('compressed twins hold the same bytes and no time, and nothing compressible lacks them', () => {
  const plain = files.filter((file) => /\.(html|js|ts|css|json|svg|wasm|webmanifest|xml|txt)$/.test(file));
  for (const file of plain.filter((file) => read(file).length >= 200)) {
    expect(brotliDecompressSync(read(`${file}.br`)).equals(read(file)), file).toBe(true);
    expect(gunzipSync(read(`${file}.gz`)).equals(read(file)), file).toBe(true);
    // Where gzip keeps a time (RFC 1952, 2.3.1).
    expect(read(`${file}.gz`).readUInt32LE(4), file).toBe(0);
  }
});

test('the folder names no place of the machine that made it', () => {
  for (const file of files.filter((file) => !/\.(br|gz|png)$/.test(file))) {
    const bytes = read(file);
    expect(bytes.includes(process.cwd()), file).toBe(false);
    expect(bytes.includes('/.cargo/'), file).toBe(false);
  }
});

for (const under of ['/', '/a/b/']) {
  test.describe(`at ${under}`, () => {
    test.use({ under });

    test('a whole visit breaks no rule of the policy and leaves no origin', async ({ page }) => {
      await page.addInitScript(() => {
        globalThis.violations = [];
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
          globalThis.violations.push([violatedDirective, blockedURI, sample].join(' ')),
        );
      });
      for (const path of ['', 'lithuania/']) {
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        const accept = page.locator('.pp-notice').getByRole('button', { name: 'Accept' });
        if (await accept.count()) await accept.click();
        await page.locator('.pp-heading__link').first().click();
        for (const option of await page.locator('.pp-theme input').all()) await option.check();
        await page.locator('.pp-footer').scrollIntoViewIfNeeded();
        expect(await page.evaluate(() => globalThis.violations)).toEqual([]);
        expect(await page.locator('.pp-header__flag').evaluate((image) => image.naturalWidth)).toBeGreaterThan(0);
      }
    });

    test('what is not there gets a page of its own at any depth', async ({ page, watch }) => {
      watch.expect(/404/);
      const answer = await page.goto('lithuania/x/y/z');
      expect(answer.status()).toBe(404);
      await expect(page.locator('h1')).toHaveText('This page does not exist');
      expect(await page.evaluate(() => getComputedStyle(document.querySelector('main')).maxWidth)).not.toBe('none');
    });
  });
}
