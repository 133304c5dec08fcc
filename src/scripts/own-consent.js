// The script of the program that renders and also asks about cookies. Elements that ask themselves take it from here,
// and so does a page whose root is empty: it is rendered, all of it, from the documents that are served.
import makeGlue from 'glue/own-consent';

export { makeGlue };

export default async () => {
  const page = document.querySelector('#partner-profile-document')?.textContent || '{}';
  const { root, profile } = JSON.parse(page);
  if (!profile) throw new Error('its document is not as it was published');
  const get = async (address) => {
    const response = await fetch(root + address);
    if (!response.ok) throw new Error(`${address} did not arrive`);
    return response.text();
  };
  const glue = makeGlue();
  const wasm = fetch(new URL(`../${OWN_CONSENT_WASM}`, import.meta.url), { integrity: OWN_CONSENT_INTEGRITY });
  const [site, source] = await Promise.all([get('site.json'), get(profile), glue.default({ module_or_path: wasm })]);
  const shared = new glue.SharedProfile(source);
  // Without its map a section has its places as a list.
  const addMap = (name) => get(`maps/${name}.json`).then((map) => shared.addMap(name, map), () => {});
  await Promise.all(shared.mapNames.map(addMap));
  glue.renderPage(page, site, shared);
};
