// How long sites of many documents take, and how large they become: made from nothing, and after one document has
// changed. SIZES=1,100 measures other sizes than the usual ones.

import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { documents } from '../generator.js';
import { Stage } from '../stage.js';

const SIZES = (process.env.SIZES ?? '1,100,1000,10000').split(',').map(Number);

/** The sizes of all pages of a site: how many, their bytes, and their bytes as they travel. */
async function pages(site) {
  const total = { pages: 0, bytes: 0, sent: 0 };
  for (const name of await readdir(site, { recursive: true })) {
    if (path.basename(name) !== 'index.html' || name === 'index.html') continue;
    total.pages += 1;
    total.bytes += (await stat(path.join(site, name))).size;
    total.sent += (await stat(path.join(site, `${name}.br`))).size;
  }
  return total;
}

async function measure(size) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'partner-profile-scale-'));
  try {
    const stage = new Stage(folder);
    const list = [...documents(size)];
    await stage.fill(list, { address: 'https://partners.example/' });
    const cold = await stage.publish();
    const [name, value] = list[list.length >> 1];
    await stage.write(name, { ...value, lead: `${value.lead} Changed.` });
    const changed = await stage.publish();
    const { pages: count, bytes, sent } = await pages(stage.site);
    return { size, pages: count, cold, changed, bytesPerPage: bytes / count, sentPerPage: sent / count };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

execFileSync('cargo', ['build', '--quiet', '--locked', '--bin', 'profiles'], { stdio: 'inherit' });
console.log(`Sites of generated documents; ${os.availableParallelism()} cores.`);
console.log('documents | from nothing | per page | memory | one changed | memory | bytes a page | brotli');
const results = [];
for (const size of SIZES) {
  const result = await measure(size);
  results.push(result);
  const { pages: count, cold, changed, bytesPerPage, sentPerPage } = result;
  const memory = (bytes) => `${(bytes / 1e6).toFixed(0)} MB`;
  console.log(
    [
      size,
      `${cold.seconds.toFixed(1)} s`,
      `${((1000 * cold.seconds) / count).toFixed(0)} ms`,
      memory(cold.memory),
      `${changed.seconds.toFixed(1)} s`,
      memory(changed.memory),
      bytesPerPage.toFixed(0),
      sentPerPage.toFixed(0),
    ].join(' | '),
  );
}
await mkdir('target/bench', { recursive: true });
await writeFile('target/bench/scale.json', `${JSON.stringify(results, null, 2)}\n`);
