// Starts what is interactive. Where that fails, the page stays as it was rendered, and one warning says why.
// The page's import map says where its program is, and what renders it.

/** After how many milliseconds of a task what the visitor does comes first. */
const LONGEST_TASK = 12;
const yieldToMain = () => new Promise((done) => setTimeout(done));
const read = document.readyState === 'loading' && new Promise((done) => addEventListener('DOMContentLoaded', done));

const start = async () => {
  if (!self.WebAssembly?.instantiate) throw new Error('this browser has no WebAssembly, or it is switched off');
  const altered = () => {
    throw new Error('its Wasm did not arrive, or is not the one that was published');
  };
  const { wasm, integrity } = document.querySelector('script[data-wasm]').dataset;
  const [glue, response] = await Promise.all([import('partner-profile'), fetch(wasm, { integrity }).catch(altered), read]);
  // A page that was emptied is rendered.
  if (document.querySelector('#partner-profile:empty')) return (await import('partner-profile/render')).default();
  await glue.default({ module_or_path: response });
  await yieldToMain();
  glue.prepare();
  // Leptos takes the first node in an island for its own: what others have put before that goes behind it.
  const first = (parent, selector) => {
    const own = parent.querySelector(`:scope > ${selector}`);
    while (own && parent.firstChild !== own) own.after(parent.firstChild);
    return own;
  };
  let began = 0;
  for (const island of document.querySelectorAll('#partner-profile leptos-island')) {
    if (performance.now() - began > LONGEST_TASK) {
      await yieldToMain();
      began = performance.now();
    }
    const own = first(island, '[class^=pp-]');
    if (own) first(own, 'leptos-children');
    if (own) glue[island.dataset.component](island);
  }
  await yieldToMain();
  glue.start();
};
start()
  .catch((cause) => {
    // Nothing optional is left running, as the cookie section says then.
    document.documentElement.removeAttribute('data-theme');
    console.warn(`partner-profile: the page stays as it is, without what is interactive. ${cause}`);
    return 'failed';
  })
  .then(async (failed) => {
    // It may have failed before there was a notice.
    await read;
    self.partnerProfileNotice?.(failed);
    // The sections that waited in favour of the notice, one after the other. The page itself stays as it was rendered.
    // Once the visitor has scrolled, a section above would change its height: those left wait until they come near.
    let hasScrolled = scrollY > 0;
    addEventListener('scroll', () => (hasScrolled = true), { once: true });
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
    for (let last = 1; last <= document.querySelectorAll('.pp-section').length; last += 1) {
      await yieldToMain();
      if (hasScrolled) break;
      sheet.replaceSync(`.pp-section:nth-child(-n + ${last}) { content-visibility: visible !important }`);
    }
  });
