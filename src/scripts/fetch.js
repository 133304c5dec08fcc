// Asks for the page's Wasm at once. What comes of it is the affair of the start.
if (self.WebAssembly?.instantiate) {
  const { wasm, integrity } = document.currentScript.dataset;
  (self.partnerProfileWasm = fetch(wasm, { integrity })).catch(() => {});
}
