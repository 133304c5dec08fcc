// A page from right to left, of a real Arabic document.

import { readFileSync } from 'node:fs';

const PROFILE = 'tests/fixtures/partners/green-islands.ar.json';

/** Makes of the built page one of the Arabic document, which renders itself in the browser. */
export function arabic(bytes) {
  const slot = /(<script type="application\/json" id="partner-profile-document">)(.*?)(<\/script>)/s;
  return String(bytes)
    .replace(/<html lang="en" dir="ltr"/, '<html lang="ar" dir="rtl"')
    .replace(/<div id="partner-profile">.*?<\/div>(?=\s*<script type="application\/json")/s, '<div id="partner-profile"></div>')
    .replace(slot, (_, open, json, close) => {
      const profile = JSON.parse(readFileSync(PROFILE, 'utf8'));
      const bundle = { ...JSON.parse(json), profile };
      // The build calls maps by their content.
      for (const section of profile.sections) if (section.map) section.map = bundle.maps[0].name;
      return open + JSON.stringify(bundle).replaceAll('<', '\\u003c') + close;
    });
}
