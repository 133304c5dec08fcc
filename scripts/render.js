// Renders a page whose root is empty. The build writes the name and the hash of the Wasm, which stands beside this script.
import init from 'glue/render';

export default () => init({ module_or_path: fetch(new URL(RENDER_WASM, import.meta.url), { integrity: RENDER_INTEGRITY }) });
