// How the page compares to its twin: the same HTML and style with every script taken out.
// Both are loaded in turn, in one run, on an emulated slow connection and processor; ratios outlive the machine.

import { cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { chromium, expect } from '@playwright/test';
import config from '../../playwright.config.js';
import { startServer } from '../e2e/server.js';

const ROUNDS = Number(process.env.ROUNDS ?? 9);
/** Slow 4G, and a processor a quarter as fast. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const SLOWDOWN = 4;
const DIST = path.resolve('dist');

/** Where a visit comes from. */
const START = '/robots.txt';

/** What `_headers` says of files whose names are their content. */
const caching = (name) => (/^(assets|flags|maps)\//.test(name) ? { 'Cache-Control': 'public, max-age=31536000, immutable' } : {});

/** Runs in every page before its own scripts: collects what the browser reports. */
function observe() {
  const seen = { fcp: 0, lcp: 0, cls: 0, tasks: [], started: 0, shown: 0, taken: 0, kept: 0, memory: null };
  window.seen = seen;
  const watch = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch('paint', (entry) => { if (entry.name === 'first-contentful-paint') seen.fcp = entry.startTime; });
  watch('largest-contentful-paint', (entry) => { seen.lcp = entry.startTime; });
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.cls += entry.value; });
  watch('element', ({ renderTime }) => { seen.shown = renderTime; });
  watch('longtask', ({ startTime, duration }) => seen.tasks.push({ startTime, duration }));
  new MutationObserver((_, observer) => {
    const question = document.querySelector('.pp-notice:not([hidden]) .pp-notice__text > p');
    if (!question) return;
    observer.disconnect();
    question.setAttribute('elementtiming', 'notice');
    window.asked?.();
  }).observe(document, { childList: true, subtree: true, attributes: true });
  document.addEventListener('partner-profile-consent-change', ({ detail: { cause, decided, durable } }) => {
    if (cause === 'start') seen.started ||= performance.now();
    if (cause === 'notice' && decided && durable) seen.kept ||= performance.now();
    window.tell?.(cause);
  });
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...parameters) => {
      const result = await original.apply(WebAssembly, parameters);
      seen.memory = (result.instance ?? result).exports.memory;
      return result;
    };
  }
}

/** Presses Accept once the notice has been painted, and again until it answers: a button that stands there deaf does not count. */
function press() {
  const attempt = () => {
    document.querySelector('.pp-notice button').click();
    if (document.querySelector('.pp-notice:not([hidden]) [tabindex]')) window.seen.taken = performance.now();
    else setTimeout(attempt);
  };
  window.asked = () => requestAnimationFrame(() => setTimeout(attempt));
}

/** One visit. `server` says what it had to answer. */
async function visit(context, server, { starts = true, pressing = false } = {}) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  // What is emulated belongs to the process of the page, and the first page of an origin gets another one.
  await page.goto(server.origin + START);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.addInitScript(observe);
  if (pressing) await page.addInitScript(press);
  server.requests.length = 0;
  // The page tells by itself: what Playwright puts into it to look would take time of what is measured.
  const told = new Set();
  session.on('Runtime.bindingCalled', ({ payload }) => told.add(payload));
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: 'tell' });
  await page.goto(server.url, { waitUntil: 'load' });
  // A run in which the page never comes to life, or never obeys, has no figure: it fails.
  const last = pressing ? 'notice' : 'start';
  await expect.poll(() => !starts || told.has(last), { timeout: 30_000 }).toBe(true);
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => performance.now() - window.seen.lcp > 1000);
  const seen = await page.evaluate(() => ({ ...window.seen, memory: window.seen.memory?.buffer.byteLength ?? 0 }));
  if (starts && !pressing) expect(seen.shown).toBeGreaterThan(0);
  const requests = server.requests.filter(({ path: name }) => name !== START);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize: heap } = await session.send('Runtime.getHeapUsage');
  await page.close();
  const blocking = seen.tasks.filter(({ startTime, duration }) => startTime + duration > seen.fcp);
  return { ...seen, heap, requests, tbt: blocking.reduce((sum, { duration }) => sum + duration - 50, 0) };
}

/** The twin: every script gone, with the data in them; the policy and everything visible as it was. */
async function makeTwin(into) {
  await cp(DIST, into, { recursive: true });
  const file = path.join(into, 'index.html');
  const html = (await readFile(file, 'utf8'))
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>\n?/g, '')
    .replace(/<link\b[^>]*rel="?(modulepreload|preload)"?[^>]*>\n?/g, '');
  await writeFile(file, html);
  await rm(`${file}.gz`);
  await writeFile(`${file}.br`, brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
}

/** What a first visit downloaded, in brotli bytes, by kind of file; whatever was not sent as brotli is a mistake. */
async function downloaded(requests) {
  const sizes = { html: 0, css: 0, js: 0, wasm: 0 };
  for (const { path: name, encoding } of requests) {
    const file = path.join(DIST, name.endsWith('/') ? `${name}index.html` : name);
    const kind = path.extname(file).slice(1);
    if (!(kind in sizes)) continue;
    if (encoding !== 'br') throw new Error(`${name} was sent as ${encoding ?? 'it is'}, not as brotli`);
    sizes[kind] += (await stat(`${file}.br`)).size;
  }
  return sizes;
}

async function measure() {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'partner-profile-bench-'));
  await makeTwin(folder);
  const servers = { page: await startServer({ root: DIST, headers: caching }), twin: await startServer({ root: folder, headers: caching }) };
  const browser = await chromium.launch(config.use.launchOptions);
  const visits = { page: [], pageAgain: [], press: [], twin: [], twinAgain: [] };
  const kinds = {
    page: async (context) => {
      visits.page.push(await visit(context, servers.page));
      visits.pageAgain.push(await visit(context, servers.page));
    },
    twin: async (context) => {
      visits.twin.push(await visit(context, servers.twin, { starts: false }));
      visits.twinAgain.push(await visit(context, servers.twin, { starts: false }));
    },
    press: async (context) => visits.press.push(await visit(context, servers.page, { pressing: true })),
  };
  // The first round warms up browser and server, and does not count. Each next one starts with another kind.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const order = Object.keys(kinds);
    order.push(...order.splice(0, round % order.length));
    for (const name of order) {
      const context = await browser.newContext();
      await kinds[name](context);
      await context.close();
    }
    if (round === 0) Object.values(visits).forEach((list) => list.splice(0));
    process.stderr.write(`\rround ${round} of ${ROUNDS}`);
  }
  process.stderr.write('\n');
  await browser.close();
  await Promise.all(Object.values(servers).map((server) => server.close()));
  await rm(folder, { recursive: true });
  return visits;
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const summary = (values) => ({ median: median(values), min: Math.min(...values), max: Math.max(...values) });

/** The rows of the table: what was measured, against what, and what it should be at most. */
async function rows(visits) {
  const figures = (name, key) => visits[name].map((result) => result[key]);
  const against = (what, [name, key], [other, otherKey = key], target, unit = 'ms') => {
    const page = summary(figures(name, key));
    const twin = summary(figures(other, otherKey));
    return { what, unit, page, twin, ratio: page.median / twin.median, target };
  };
  const alone = (what, values, target, unit) => ({ what, unit, page: summary(values), target });
  const size = await downloaded(visits.page[0].requests);
  const again = ({ requests }) => requests.map(({ status, path: name }) => `${status} ${name}`).join(', ');
  return [
    against('First contentful paint', ['page', 'fcp'], ['twin'], 1.05),
    against('Largest contentful paint', ['page', 'lcp'], ['twin'], 1.05),
    alone('Layout shift', figures('page', 'cls'), 0, ''),
    alone('Total blocking time', figures('page', 'tbt'), 0, 'ms'),
    // What is pressed is gone before the browser tells when it was painted.
    against('Notice shown, against the largest paint', ['page', 'shown'], ['twin', 'lcp'], 1.15),
    against('Notice takes an answer, against the largest paint', ['press', 'taken'], ['twin', 'lcp'], 1.15),
    against('Answer kept, against the largest paint', ['press', 'kept'], ['twin', 'lcp'], 2.3),
    alone('Wasm + JS, brotli', [size.wasm + size.js], 103_000, 'bytes'),
    alone('HTML + CSS, brotli', [size.html + size.css], 14_000, 'bytes'),
    against('Second visit: first contentful paint', ['pageAgain', 'fcp'], ['twinAgain'], 1.05),
    { ...alone('Second visit: requests', visits.pageAgain.map(({ requests }) => requests.length), 1, ''), seen: [...new Set(visits.pageAgain.map(again))] },
    against('JS heap after load', ['page', 'heap'], ['twin'], 1.35, 'bytes'),
    alone('Wasm memory', figures('page', 'memory'), 1_500_000, 'bytes'),
  ];
}

function print(list) {
  const number = (value) => (Number.isInteger(value) || value >= 100 ? value.toFixed(0) : value.toFixed(2));
  const range = ({ median, min, max }) => (min === max ? number(median) : `${number(median)} [${number(min)}–${number(max)}]`);
  const table = [['what', 'page', 'twin', 'ratio', 'target', 'met']];
  for (const { what, unit, page, twin, ratio, target } of list) {
    const name = unit ? `${what}, ${unit}` : what;
    const met = (ratio ?? page.median) <= target ? 'yes' : 'no';
    table.push([name, range(page), twin ? range(twin) : '', ratio ? ratio.toFixed(2) : '', `≤ ${target}`, met]);
  }
  console.log(`Medians [minimum–maximum] of ${ROUNDS} interleaved loads: slow 4G, processor ${SLOWDOWN} times slower, cold cache, brotli.`);
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  for (const row of table) console.log(row.map((cell, column) => cell.padEnd(widths[column])).join(' | ').trimEnd());
  for (const { what, seen } of list) if (seen) console.log(`${what}: ${seen.join('; or ')}`);
}

const list = await rows(await measure());
print(list);
await mkdir('target/bench', { recursive: true });
await writeFile('target/bench/page.json', `${JSON.stringify({ rounds: ROUNDS, rows: list }, null, 2)}\n`);
