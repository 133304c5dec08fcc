// A page from right to left, of a real Arabic document.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Stage } from '../stage.js';

const PROFILE = 'tests/fixtures/partners/green-islands.ar.json';

/** The page as the build makes it. It fits into the built site, whose scripts it shares. */
export async function arabicPage() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'partner-profile-'));
  const profile = JSON.parse(await readFile(PROFILE, 'utf8'));
  // The fixture's own map is not drawn.
  for (const section of profile.sections) if (section.map) section.map = 'iraq';
  const stage = new Stage(folder);
  await stage.fill([['green-islands.json', profile]]);
  await stage.publish();
  const page = await readFile(path.join(stage.site, 'index.html'), 'utf8');
  await rm(folder, { recursive: true });
  return page;
}
