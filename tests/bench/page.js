// How the page compares to its twin: the same HTML and style with every script taken out.
// Both are loaded in turn, in one run, on an emulated slow connection and processor; ratios outlive the machine.

import { cp, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium } from '@playwright/test';
import config from '../../playwright.config.js';
import { startServer } from '../e2e/server.js';

const ROUNDS = Number(process.env.ROUNDS ?? 9);
/** Slow 4G, and a processor a quarter as fast. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const SLOWDOWN = 4;

/** Runs in every page before its own scripts: collects what the browser reports, and presses Accept at once. */
function observe() {
  const seen = { fcp: 0, lcp: 0, cls: 0, tbt: 0, works: 0, wasmBytes: 0 };
  window.__seen = seen;
  const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch('paint', (entry) => { if (entry.name === 'first-contentful-paint') seen.fcp = entry.startTime; });
  watch('largest-contentful-paint', (entry) => { seen.lcp = entry.startTime; });
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.cls += entry.value; });
  watch('longtask', (entry) => { seen.tbt += entry.duration - 50; });
  window.addEventListener('partner-profile-consent-change', (event) => {
    if (event.detail.origin === 'notice' && !seen.works) seen.works = performance.now();
  });
  if (window.__press) {
    new MutationObserver((_, observer) => {
      const accept = document.querySelector('[data-consent-accept], .pp-notice button');
      if (!accept) return;
      observer.disconnect();
      accept.click();
      if (!seen.works && Object.keys(localStorage).length) seen.works = performance.now();
    }).observe(document, { childList: true, subtree: true });
  }
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...parameters) => {
      const result = await original(...parameters);
      window.__memory = (result.instance ?? result).exports.memory;
      return result;
    };
  }
}

async function load(context, url, { press = false } = {}) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.addInitScript(`window.__press = ${press};(${observe})()`);
  let requests = 0;
  let revalidated = 0;
  session.on('Network.responseReceived', ({ response }) => {
    if (!response.fromDiskCache && !response.fromPrefetchCache) requests += 1;
    if (response.status === 304) revalidated += 1;
  });
  await page.goto(url, { waitUntil: 'load' });
  if (press) await page.waitForFunction(() => window.__seen.works > 0, null, { timeout: 20_000 }).catch(() => {});
  await page.waitForLoadState('networkidle');
  const seen = await page.evaluate(() => ({ ...window.__seen, wasm: window.__memory?.buffer.byteLength ?? 0 }));
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await page.close();
  return { ...seen, heap: usedSize, requests, revalidated };
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** The twin: every script gone, the policy and everything visible as it was. */
async function makeTwin(dist, into) {
  await cp(dist, into, { recursive: true });
  const file = path.join(into, 'index.html');
  const html = (await readFile(file, 'utf8'))
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replace(/<link\b[^>]*rel="?(modulepreload|preload)"?[^>]*>/g, '');
  await writeFile(file, html);
  await compress(file, html);
}

async function compress(file, text) {
  await rm(`${file}.gz`, { force: true });
  await writeFile(`${file}.br`, brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
}

/** What a visit downloads, in brotli bytes, by kind of file. */
async function bytes(dist) {
  const sizes = { html: 0, css: 0, js: 0, wasm: 0 };
  const html = await readFile(path.join(dist, 'index.html'), 'utf8');
  sizes.html = (await stat(path.join(dist, 'index.html.br'))).size;
  for (const name of await readdir(dist, { recursive: true })) {
    const kind = path.extname(name).slice(1);
    if (!(kind in sizes) || kind === 'html' || !html.includes(path.basename(name))) continue;
    sizes[kind] += (await stat(path.join(dist, `${name}.br`))).size;
  }
  return sizes;
}

async function main() {
  const dist = path.resolve('dist');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'partner-profile-bench-'));
  const twin = path.join(folder, 'twin');
  await mkdir(twin);
  await makeTwin(dist, twin);
  const caching = (name) => (name.includes('assets/') ? { 'Cache-Control': 'public, max-age=31536000, immutable' } : {});
  const servers = {
    page: await startServer({ root: dist, headers: caching }),
    twin: await startServer({ root: twin, headers: caching }),
  };
  const browser = await chromium.launch(config.use.launchOptions);
  const results = { page: [], twin: [], pageWarm: [], twinWarm: [], press: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of round % 2 ? ['page', 'twin'] : ['twin', 'page']) {
      const context = await browser.newContext();
      results[name].push(await load(context, servers[name].url));
      results[`${name}Warm`].push(await load(context, servers[name].url));
      await context.close();
    }
    const context = await browser.newContext();
    results.press.push(await load(context, servers.page.url, { press: true }));
    await context.close();
    process.stderr.write(`\rround ${round + 1} of ${ROUNDS}`);
  }
  process.stderr.write('\n');
  await browser.close();
  await Promise.all(Object.values(servers).map((server) => server.close()));
  await rm(folder, { recursive: true });

  const figures = (name, key) => results[name].map((result) => result[key]);
  const ratio = (name, over, key, overKey = key) => {
    const base = median(figures(over, overKey));
    const values = figures(name, key);
    return { ratio: median(values) / base, median: median(values), min: Math.min(...values), max: Math.max(...values), twin: base };
  };
  const size = await bytes(dist);
  const report = {
    rounds: ROUNDS,
    bytes: size,
    firstContentfulPaint: ratio('page', 'twin', 'fcp'),
    largestContentfulPaint: ratio('page', 'twin', 'lcp'),
    noticeWorks: ratio('press', 'twin', 'works', 'lcp'),
    warmFirstContentfulPaint: ratio('pageWarm', 'twinWarm', 'fcp'),
    heap: ratio('page', 'twin', 'heap'),
    layoutShift: Math.max(...figures('page', 'cls')),
    totalBlockingTime: median(figures('page', 'tbt')),
    wasmMemory: Math.max(...figures('page', 'wasm')),
    warmRequests: median(figures('pageWarm', 'requests')),
  };
  const rows = [
    ['First contentful paint', report.firstContentfulPaint, 1.05],
    ['Largest contentful paint', report.largestContentfulPaint, 1.05],
    ['Notice works, against the twin’s largest paint', report.noticeWorks, 1.4],
    ['First paint, warm cache', report.warmFirstContentfulPaint, 1.05],
    ['JS heap', report.heap, 1.35],
  ];
  console.log(`Medians of ${ROUNDS} interleaved loads; slow 4G, ${SLOWDOWN}× processor slowdown, cold cache unless said.`);
  for (const [name, { ratio: value, median: middle, min, max, twin: base }, target] of rows) {
    const digits = (number) => number.toFixed(0);
    console.log(`${name}: ${value.toFixed(2)} (target ≤ ${target}; ${digits(middle)} [${digits(min)}–${digits(max)}] against ${digits(base)})`);
  }
  console.log(`Layout shift: ${report.layoutShift} (target 0)`);
  console.log(`Total blocking time: ${report.totalBlockingTime.toFixed(0)} ms (target 0)`);
  console.log(`Wasm memory: ${report.wasmMemory} bytes (target ≤ 1500000)`);
  console.log(`Wasm + JS, brotli: ${size.wasm + size.js} bytes (target ≤ 70000, goal ≤ 55000)`);
  console.log(`HTML + CSS, brotli: ${size.html + size.css} bytes (target ≤ 14000)`);
  console.log(`Requests of a second visit that reach the server: ${report.warmRequests}`);
  await mkdir('target/bench', { recursive: true });
  await writeFile('target/bench/page.json', `${JSON.stringify(report, null, 2)}\n`);
}

await main();
