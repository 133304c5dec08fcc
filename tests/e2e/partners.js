// Sites of several partners for the tests: the fixtures' few, or ten thousand with nothing but a name.

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { names } from '../generator.js';
import { Stage } from '../stage.js';
import { test as base } from './fixtures.js';

export { expect } from './fixtures.js';

const FIXTURES = 'tests/fixtures/partners';

/** The fixtures' partners, and one that has a translation. */
async function partners() {
  const list = [];
  for (const name of await readdir(FIXTURES)) {
    const value = JSON.parse(await readFile(path.join(FIXTURES, name), 'utf8'));
    // The fixtures' own flags and maps are not drawn.
    if (value.partner.flag !== 'lithuania') delete value.partner.flag;
    for (const section of value.sections) if (section.map !== 'iraq') delete section.map;
    list.push([name, value]);
  }
  const lithuania = JSON.parse(await readFile('public/profiles/lithuania.json', 'utf8'));
  const translation = { ...lithuania, language: 'lt', partner: { ...lithuania.partner, name: 'Lietuva' } };
  return [...list, ['lithuania.json', lithuania], ['lithuania.lt.json', translation]];
}

/** Sites are made once for all tests of a worker. */
export const test = base.extend({
  size: ['few', { option: true, scope: 'worker' }],
  made: [
    async ({ size }, use) => {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'partner-profile-'));
      const stage = new Stage(folder);
      await stage.fill(size === 'few' ? await partners() : [...names(10_000)]);
      await stage.publish();
      await use(stage.site);
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  root: async ({ made }, use) => use(made),
});

export const field = (page) => page.getByRole('searchbox', { name: 'Find a partner' });
export const shown = (page) => page.locator('.pp-index__entry:visible');
export const status = (page) => page.locator('.pp-search__status');
