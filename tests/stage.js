// Sites of any documents without Trunk: what it has made for the last release is taken, and the same program finishes it.

import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, cp, link, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const TARGET = process.env.CARGO_TARGET_DIR ?? 'target';
/** The program that Trunk's hook runs, as the last build left it. */
const PROGRAM = path.join(TARGET, 'debug', 'profiles');
/** What Trunk had wasm-bindgen and wasm-opt make. */
const MADE = ['partner-profile', 'list', 'element', 'element-own-consent'].flatMap((name) => [`wasm-bindgen/release/${name}.js`, `wasm-opt/release/${name}_bg.wasm`]);

/** A project of its own in a folder, with the repository's style and settings. */
export class Stage {
  constructor(folder) {
    this.folder = folder;
    this.site = path.join(folder, 'site');
    this.documents = path.join(folder, 'source/public/profiles');
  }

  /** `documents` are pairs of a file name and a value; `settings` are added to the site document. */
  async fill(documents, settings = {}) {
    const source = path.join(this.folder, 'source');
    await mkdir(this.documents, { recursive: true });
    await mkdir(path.join(source, 'src'));
    for (const name of ['style', 'src/scripts', 'node_modules']) await symlink(path.resolve(name), path.join(source, name));
    for (const name of ['flags', 'maps', 'favicon.svg']) {
      await cp(path.join('public', name), path.join(source, 'public', name), { recursive: true });
    }
    const site = JSON.parse(await readFile('public/site.json', 'utf8'));
    await writeFile(path.join(source, 'public/site.json'), JSON.stringify({ ...site, ...settings }));
    for (const [name, value] of documents) await this.write(name, value);
    // The program keeps its cache two folders above itself, and knows itself by its time, which a link has as well.
    this.program = path.join(this.folder, 'target/debug/profiles');
    await mkdir(path.dirname(this.program), { recursive: true });
    await link(PROGRAM, this.program).catch(() => copyFile(PROGRAM, this.program));
  }

  async write(name, value) {
    await writeFile(path.join(this.documents, name), JSON.stringify(value));
  }

  /** Takes over what the last build remembers, so that only what differs from it is made. */
  async warm() {
    const cache = 'partner-profile';
    // With its times: it does not trust what was changed since it was done.
    await cp(path.join(TARGET, cache), path.join(this.folder, 'target', cache), { recursive: true, preserveTimestamps: true });
  }

  /**
   * Makes the site from nothing but the cache; `markup` is what an operator has added at the end of index.html. The
   * result has what it took: seconds, and the most memory in bytes.
   */
  async publish(markup = '') {
    // As with Trunk, the last site stays until there is another.
    const last = `${this.site}-before`;
    await rm(last, { recursive: true, force: true });
    if (existsSync(this.site)) await rename(this.site, last);
    // Node's own copies would be on their way to the disk while the program works, and Trunk's are not.
    execFileSync('cp', ['-R', path.join(this.folder, 'source/public'), this.site]);
    const shell = await readFile('index.html', 'utf8');
    const own = shell.replace(/^<link data-trunk.*\n/gm, '').replace('</body>', () => `${markup}\n</body>`);
    await writeFile(path.join(this.site, 'index.html'), own);
    for (const file of MADE) await copyFile(path.join(TARGET, file), path.join(this.site, path.basename(file)));
    const environment = {
      ...process.env,
      TRUNK_SOURCE_DIR: path.resolve(this.folder, 'source'),
      TRUNK_STAGING_DIR: path.resolve(this.site),
    };
    try {
      return await run(this.program, environment);
    } finally {
      await rm(last, { recursive: true, force: true });
    }
  }
}

function run(program, env) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, ['prerender'], { env, stdio: ['ignore', 'inherit', 'pipe'] });
    const said = text(child.stderr);
    let memory = 0;
    const watch = setInterval(async () => {
      // Linux keeps the most that a process ever had; elsewhere it stays unknown.
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
      memory = Math.max(memory, 1024 * Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    }, 20);
    child.on('error', reject);
    child.on('exit', async (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ seconds: (performance.now() - started) / 1000, memory });
      else reject(new Error(`${path.basename(program)} ended with ${code}: ${await said}`));
    });
  });
}
