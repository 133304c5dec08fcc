// Whether searching a list of 10,000 partners ever keeps the browser from the next key: types at a processor four times
// slower, and lists what kept the thread of the page longest, with what the browser did in it.

import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import config from '../../playwright.config.js';
import { startServer } from '../e2e/server.js';
import { names } from '../generator.js';
import { Stage } from '../stage.js';

const PARTNERS = 10_000;
const SLOWDOWN = 4;
/** What most names have, what some, one and none have; each is typed letter by letter, and taken back. */
const SEARCHES = ['a', 'an', 'land', 'mark bel', 'zennia', 'nobody'];
/** A task is long from here on, in milliseconds: https://w3c.github.io/longtasks/. */
const LONG = 50;
const SHOWN = 5;

/**
 * The tasks of the page's thread, the longest first: how long each took, and its parts of a millisecond and more. Counted is
 * what the thread has had of a processor, the slowdown with it, and not for how long others had it.
 */
function tasks(events) {
  const thread = ({ pid, tid }) => `${pid} ${tid}`;
  const pages = new Set(events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread));
  const own = events.filter((event) => event.ph === 'X' && event.tdur !== undefined && pages.has(thread(event)));
  const isTask = ({ name }) => name === 'RunTask';
  return own
    .filter(isTask)
    .sort((one, other) => other.tdur - one.tdur)
    .map((task) => ({
      duration: task.tdur / 1000,
      parts: () =>
        own
          .filter((part) => !isTask(part) && thread(part) === thread(task) && part.ts >= task.ts && part.ts + part.dur <= task.ts + task.dur && part.tdur >= 1000)
          .map(({ name, tdur }) => `${name} ${(tdur / 1000).toFixed(0)}`),
    }));
}

async function type(url) {
  const browser = await chromium.launch(config.use.launchOptions);
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await page.goto(url);
  await page.getByRole('searchbox').focus();
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'] } });
  const status = page.locator('.pp-search__status');
  for (const search of SEARCHES) {
    await page.keyboard.type(search, { delay: 150 });
    await status.filter({ hasText: /./ }).waitFor();
    for (const _ of search) await page.keyboard.press('Backspace', { delay: 100 });
    await status.filter({ hasNotText: /./ }).waitFor({ state: 'attached' });
  }
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await browser.close();
  return tasks(events);
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'partner-profile-index-'));
const stage = new Stage(folder);
await stage.fill([...names(PARTNERS)]);
await stage.publish();
const server = await startServer({ root: stage.site });
const list = await type(server.url);
await server.close();
await rm(folder, { recursive: true });
const long = list.filter(({ duration }) => duration > LONG);
console.log(`Search among ${PARTNERS} partners, processor ${SLOWDOWN} times slower: ${long.length} of ${list.length} tasks took longer than ${LONG} ms (target 0). The longest:`);
for (const { duration, parts } of list.slice(0, Math.max(SHOWN, long.length))) console.log(`  ${duration.toFixed(0)} ms: ${parts().join(', ')}`);
