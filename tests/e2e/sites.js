// Sites that differ from the built one, as an operator would have them.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Stage } from '../stage.js';

const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
/** The documents of a folder as pairs of file name and value, without flags and maps that are not drawn. */
function documents(folder) {
  return readdirSync(folder).map((name) => {
    const value = read(path.join(folder, name));
    if (value.partner.flag !== 'lithuania') delete value.partner.flag;
    for (const section of value.sections) if (section.map !== 'iraq') delete section.map;
    return [name, value];
  });
}

const profiles = documents('public/profiles');
const { consent } = read('public/site.json');
/** A site that asks otherwise about cookies. */
export const asking = (changes, other = {}) => ({ settings: { consent: { ...consent, ...changes }, ...other } });

const statistics = {
  id: 'statistics',
  label: { en: 'Statistics' },
  text: { en: 'Counts visits.' },
  cookies: [
    { name: '_count', lifetime: 30 },
    { name: '_count_*', lifetime: 'session' },
    { name: '__utm*', lifetime: 30 },
    { name: '__cf', lifetime: 30 },
    { name: '__securely', lifetime: 1 },
  ],
  storage: [{ key: 'count:*', lifetime: 'until-refused' }],
};
const purposes = [...consent.purposes, statistics];

const partners = documents('tests/fixtures/partners');
const [, lithuania] = profiles.find(([name]) => name === 'lithuania.json');
const lietuva = { ...lithuania, language: 'lt', partner: { ...lithuania.partner, name: 'Lietuva' } };
const [, island] = partners.find(([name]) => name === 'green-islands.ar.json');

/** `settings` are added to the site document, `documents` take the place of the profiles, `markup` is added to index.html. */
export const sites = {
  optIn: asking({ model: 'opt-in' }),
  nothingOptional: asking({ purposes: [] }),
  twoPurposes: asking({ purposes }),
  twoOptIn: asking({ model: 'opt-in', purposes }),
  /** Everything that an operator can set about answers. */
  tuned: asking({ revision: 3, lifetime: 90, refusal_lifetime: 30, proof: true }),
  worded: asking({
    model: 'opt-in',
    notice: {
      text: { en: 'May we count?', lt: 'Ar galime skaičiuoti?' },
      accept: { en: 'Count me', lt: 'Skaičiuokite' },
      opt_out: { en: 'Do not count me' },
      privacy: { en: 'https://partners.example/privacy/', lt: 'https://partners.example/lt/privatumas/' },
    },
  }),
  withoutTrustedTypes: asking({}, { policy: { trusted_types: false } }),
  /** The fixtures' partners, and one that has a translation. */
  partners: { documents: [...partners, ['lithuania.json', lithuania], ['lithuania.lt.json', lietuva]] },
  /** A single partner, in Arabic. */
  arabic: { documents: [['green-islands.json', island]] },
};

/** Makes a site, and gives its folder. Within a folder of sites each is made once, also where several ask at a time. */
export async function make(folder, { documents = profiles, settings = {}, markup = '' }) {
  const content = JSON.stringify([documents, settings, markup]);
  const place = path.join(folder, createHash('sha256').update(content).digest('hex').slice(0, 16));
  if (await stat(place).catch(() => null)) return place;
  await mkdir(folder, { recursive: true });
  const stage = new Stage(await mkdtemp(path.join(folder, 'making-')));
  await stage.fill(documents, settings);
  await stage.warm();
  await stage.publish(markup);
  // Another worker may have been quicker: then its site is there.
  await rename(stage.site, place).catch((error) => {
    if (error.code !== 'ENOTEMPTY') throw error;
  });
  await rm(stage.folder, { recursive: true });
  return place;
}
