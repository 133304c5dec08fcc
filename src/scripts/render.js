// Renders a page whose root is empty, all of it, by the element's program and from the documents that are served.
import makeGlue from 'glue/element';

export default async () => {
  const page = document.querySelector('#partner-profile-document').textContent;
  const { root, profile } = JSON.parse(page);
  const get = async (address) => {
    const response = await fetch(root + address);
    if (!response.ok) throw new Error(`${address} did not arrive`);
    return response.text();
  };
  const glue = makeGlue();
  const wasm = fetch(new URL(`../${ELEMENT_WASM}`, import.meta.url), { integrity: ELEMENT_INTEGRITY });
  const [site, source] = await Promise.all([get('site.json'), get(profile), glue.default({ module_or_path: wasm })]);
  const shared = new glue.SharedProfile(source);
  const addMap = async (name) => shared.addMap(name, await get(`maps/${name}.json`));
  await Promise.all(shared.mapNames.map(addMap));
  glue.renderPage(page, site, shared);
};
