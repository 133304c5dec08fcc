// Starts what is interactive. Where that fails, the page stays as it was rendered, and one warning says why.
const start = async () => {
  if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly, or it is switched off");
  const [glue, wasm] = await Promise.all([import("GLUE"), fetch("WASM")]);
  await glue.default({ module_or_path: wasm });
};
start().catch((cause) => console.warn(`partner-profile: the page stays as it is, without what is interactive. ${cause}`));
