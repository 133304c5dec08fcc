// What an embedded profile costs another site, next to an iframe of the same page, in the same run: bytes before and
// after it comes into view, and the time from the script (or the frame's start) to the first rendering.

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import config from '../../playwright.config.js';
import { startServer } from '../e2e/server.js';

const ROUNDS = Number(process.env.ROUNDS ?? 9);
/** Slow 4G, and a processor a quarter as fast. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const SLOWDOWN = 4;

const site = await startServer({ root: 'dist', headers: { 'Access-Control-Allow-Origin': '*' } });
const root = await mkdtemp(path.join(tmpdir(), 'host-'));
await cp('tests/e2e/hosts', root, { recursive: true });
const embed = (await readFile(path.join(root, 'far.html'), 'utf8')).replaceAll('https://HOST/', site.url);
await writeFile(path.join(root, 'far.html'), embed);
const frame = `<iframe src="${site.url}lithuania/" title="Lithuania" loading="lazy" width="800" height="900"></iframe>`;
await writeFile(path.join(root, 'frame.html'), embed.replace(/<script[\s\S]*<\/partner-profile>/, frame));
const host = await startServer({ root });
const browser = await chromium.launch({ ...config.use.launchOptions, headless: true });

/** One visit: scrolls to the profile once the page has loaded. */
async function visit(name, selector) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const sessions = [session];
  let bytes = 0;
  const count = async (session) => {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', NETWORK);
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  };
  await count(session);
  page.on('frameattached', async (frame) => {
    // A frame of another origin may be a target of its own.
    const own = await context.newCDPSession(frame).catch(() => null);
    if (own) sessions.push(own), await count(own).catch(() => {});
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.goto(host.url + name);
  await page.waitForTimeout(500);
  const before = bytes;
  const started = Date.now();
  await page.locator(selector).scrollIntoViewIfNeeded();
  const inside = selector === 'iframe' ? page.frameLocator('iframe').locator('h1') : page.locator('partner-profile h2').first();
  await inside.waitFor({ state: 'visible' });
  const shown = Date.now() - started;
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(300);
  await context.close();
  return { before, after: bytes - before, shown };
}

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const runs = { embed: [], iframe: [] };
for (let round = 0; round < ROUNDS; round += 1) {
  runs.embed.push(await visit('far.html', 'partner-profile'));
  runs.iframe.push(await visit('frame.html', 'iframe'));
}
const row = (list) => ({
  'bytes before it is in view': median(list.map(({ before }) => before)),
  'bytes after': median(list.map(({ after }) => after)),
  'ms from coming into view to its title': median(list.map(({ shown }) => shown)),
});
console.log(`Median of ${ROUNDS} visits, empty cache, slow 4G, processor ${SLOWDOWN} times slower; bytes with headers and the host page.`);
console.table({ 'partner-profile': row(runs.embed), iframe: row(runs.iframe) });

await browser.close();
await Promise.all([site.close(), host.close()]);
await rm(root, { recursive: true });
