// What an embedded profile costs another site, next to an iframe of the same page, in the same run: bytes before and
// after it comes into view, and the time to its first rendering, from coming into view and from the script's start.

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import config from '../../playwright.config.js';
import { startServer } from '../e2e/server.js';

const ROUNDS = Number(process.env.ROUNDS ?? 9);
/** Slow 4G, and a processor a quarter as fast. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const SLOWDOWN = 4;

/** Host pages with the profile below the fold and at once in view, as an element and as a frame. */
async function makeHost(site) {
  const root = await mkdtemp(path.join(tmpdir(), 'host-'));
  await cp('tests/e2e/hosts', root, { recursive: true });
  const frame = `<iframe src="${site.url}lithuania/" title="Lithuania" loading="lazy" width="800" height="900"></iframe>`;
  for (const name of ['far', 'plain']) {
    const html = (await readFile(path.join(root, `${name}.html`), 'utf8')).replaceAll('https://HOST/', site.url);
    await writeFile(path.join(root, `${name}.html`), html);
    await writeFile(path.join(root, `${name}-frame.html`), html.replace(/<script[\s\S]*<\/partner-profile>/, frame));
  }
  return root;
}

/** Waits until the profile is rendered; the time since the epoch, since a frame has a clock of its own. */
const rendered = {
  embed: (page) =>
    page.evaluate(async () => {
      await customElements.whenDefined('partner-profile');
      await document.querySelector('partner-profile').ready;
      // The frame that shows it has been made when the next one begins.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return performance.timeOrigin + performance.now();
    }),
  frame: async (page) => {
    const isThere = () => page.frames().find((frame) => frame.url().endsWith('/lithuania/'));
    while (!isThere()) await page.waitForEvent('framenavigated');
    return isThere().evaluate(
      () =>
        new Promise((resolve) => {
          new PerformanceObserver((list) => {
            const [paint] = list.getEntriesByName('first-contentful-paint');
            if (paint) resolve(performance.timeOrigin + paint.startTime);
          }).observe({ type: 'paint', buffered: true });
        }),
    );
  },
};

/** When the script, or the frame's page, began to be fetched. */
const started = (page) =>
  page.evaluate(
    () =>
      new Promise((resolve) => {
        // A frame is listed once it has loaded, which is later than what it shows first.
        new PerformanceObserver((list) => {
          const entry = list.getEntries().find(({ name }) => /\/embed\.js$|\/lithuania\/$/.test(name));
          if (entry) resolve(performance.timeOrigin + entry.startTime);
        }).observe({ type: 'resource', buffered: true });
      }),
  );

/** One visit with an empty cache. */
async function visit(browser, url, kind, isFar) {
  const context = await browser.newContext();
  const page = await context.newPage();
  // The first page of an origin gets a process of its own, which a slowdown set before would not reach.
  await page.goto(new URL('robots.txt', url).href);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(url, { waitUntil: isFar ? 'networkidle' : 'commit' });
  const before = bytes;
  const result = {};
  if (isFar) {
    const inView = await page.evaluate(() => {
      document.querySelector('partner-profile, iframe').scrollIntoView();
      return performance.timeOrigin + performance.now();
    });
    result.inView = (await rendered[kind](page)) - inView;
    await page.waitForLoadState('networkidle');
    Object.assign(result, { before, after: bytes - before });
  } else {
    result.atOnce = (await rendered[kind](page)) - (await started(page));
  }
  await context.close();
  return result;
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const figure = (runs, key) => {
  const values = runs.map((run) => Math.round(run[key])).filter(Number.isFinite);
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
};

async function main() {
  const site = await startServer({ root: 'dist', headers: { 'Access-Control-Allow-Origin': '*' } });
  const root = await makeHost(site);
  const host = await startServer({ root });
  const browser = await chromium.launch(config.use.launchOptions);
  const runs = { embed: [], frame: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const kind of round % 2 ? ['embed', 'frame'] : ['frame', 'embed']) {
      const end = kind === 'frame' ? '-frame.html' : '.html';
      runs[kind].push(await visit(browser, `${host.url}far${end}`, kind, true));
      runs[kind].push(await visit(browser, `${host.url}plain${end}`, kind, false));
    }
    process.stderr.write(`\rround ${round + 1} of ${ROUNDS}`);
  }
  process.stderr.write('\n');
  await browser.close();
  await Promise.all([site.close(), host.close()]);
  await rm(root, { recursive: true });

  const figures = (kind) => ({
    bytesBeforeInView: figure(runs[kind], 'before'),
    bytesAfter: figure(runs[kind], 'after'),
    fromInViewToRendering: figure(runs[kind], 'inView'),
    fromStartToRendering: figure(runs[kind], 'atOnce'),
  });
  const report = { rounds: ROUNDS, embed: figures('embed'), frame: figures('frame') };
  console.log(`Medians of ${ROUNDS} interleaved visits; slow 4G, ${SLOWDOWN}× processor slowdown, empty cache.`);
  for (const [key, name] of [
    ['bytesBeforeInView', 'Bytes before it is in view, with the page around it'],
    ['bytesAfter', 'Bytes after that'],
    ['fromInViewToRendering', 'Milliseconds from coming into view to its first rendering'],
    ['fromStartToRendering', 'Milliseconds from the start of the script, or of the frame’s page, to that'],
  ]) {
    const told = ({ median: middle, min, max }) => `${middle} [${min}–${max}]`;
    console.log(`${name}: ${told(report.embed[key])}; an iframe: ${told(report.frame[key])}`);
  }
  await mkdir('target/bench', { recursive: true });
  await writeFile('target/bench/embed.json', `${JSON.stringify(report, null, 2)}\n`);
}

await main();
