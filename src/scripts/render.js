// Renders a page whose root is empty, all of it, by the element's program.
import makeGlue from 'glue/element';

export default async () => {
  const glue = makeGlue();
  const wasm = new URL(`../${ELEMENT_WASM}`, import.meta.url);
  await glue.default({ module_or_path: fetch(wasm, { integrity: ELEMENT_INTEGRITY }) });
  glue.renderPage();
};
