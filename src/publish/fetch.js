// What comes of it is the affair of the start.
if (self.WebAssembly?.instantiate) (self.partnerProfileWasm = fetch("WASM", { integrity: "INTEGRITY" })).catch(() => {});
