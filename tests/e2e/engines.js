// Three engines behind one small interface. A start gives null where the engine is not there, and otherwise `end` and
// `open`: a page of a visitor who was never there before, with `goto`, `evaluate` (an expression's value), `reload`, `said`
// (what came to the console; null where the engine does not tell) and `close`.

import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@playwright/test';
import puppeteer from 'puppeteer-core';

/** The file of a command, by its name or as a path; null where there is none. */
function find(...names) {
  for (const name of names) {
    for (const folder of name.startsWith('/') ? [''] : process.env.PATH.split(path.delimiter)) {
      const file = path.join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // The next place.
      }
    }
  }
  return null;
}

export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function startChromium() {
  const executablePath = process.env.CHROMIUM ?? find('chromium', 'chromium-browser', 'google-chrome');
  if (!executablePath) return null;
  const args = ['--disable-gpu', '--disable-quic', '--no-sandbox'];
  return over(await puppeteer.launch({ browser: 'chrome', protocol: 'webDriverBiDi', executablePath, headless: true, args }));
}

async function startFirefox() {
  const executablePath = find('firefox-esr', 'firefox');
  if (!executablePath) return null;
  return over(await puppeteer.launch({ browser: 'firefox', executablePath, headless: true }));
}

/** A browser that speaks WebDriver BiDi, through Puppeteer. */
const over = (browser) => ({
  open: async () => {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    return {
      said,
      goto: (url) => page.goto(url),
      evaluate: (expression) => page.evaluate(expression),
      reload: () => page.reload(),
      close: () => context.close(),
    };
  },
  end: () => browser.close(),
});

const MINI_BROWSERS = ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/webkit2gtk-4.1/MiniBrowser`);

/** WebKitGTK's driver speaks plain WebDriver, which needs no library; its browser needs a screen. */
async function startWebKit() {
  const driver = find('WebKitWebDriver');
  const screen = find('xvfb-run');
  const browser = find(...MINI_BROWSERS);
  if (!driver || !screen || !browser) return null;
  const options = { binary: browser, args: ['--automation'] };
  const capabilities = { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } };
  const begin = ({ ask }) => ask('POST', '/session', { capabilities }, AbortSignal.timeout(40_000));
  let running = await startDriver(driver, screen);
  const open = async () => {
    // Now and then it gives no answer before its browser is there.
    const { sessionId } = await begin(running).catch(async ({ message }) => {
      console.log(`WebKitWebDriver is started again: ${message}`);
      running.end();
      running = await startDriver(driver, screen);
      return begin(running);
    });
    const session = `/session/${sessionId}`;
    const { ask } = running;
    return {
      // It does not tell: see `webKitConsole`.
      said: null,
      goto: (url) => ask('POST', `${session}/url`, { url }),
      evaluate: (expression) => ask('POST', `${session}/execute/sync`, { script: `return (${expression});`, args: [] }),
      reload: () => ask('POST', `${session}/refresh`, {}),
      close: () => ask('DELETE', session).catch(() => null),
    };
  };
  return { open, end: () => running.end() };
}

async function startDriver(driver, screen) {
  const port = await freePort();
  // A group of its own, so that the screen and the browser end with the driver.
  const process_ = spawn(screen, ['-a', driver, '--host=127.0.0.1', `--port=${port}`], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  const ask = async (method, command, body, signal) => {
    const response = await fetch(`http://127.0.0.1:${port}${command}`, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
    });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  const end = () => process.kill(-process_.pid, 'SIGTERM');
  try {
    for (let tries = 0; !(await ask('GET', '/status').catch(() => null)); tries += 1) {
      if (tries === 100) throw new Error('WebKitWebDriver did not start');
      await sleep(100);
    }
  } catch (error) {
    end();
    throw error;
  }
  return { ask, end };
}

/** WebKit knows no rule for manifests, without which other engines load none, and says so. */
const UNKNOWN_TO_WEBKIT = /Unrecognized Content-Security-Policy directive 'manifest-src'/;

/**
 * What a page says on the console of WebKit's browser until `isDone`: under WebDriver it tells nothing of that. Null where
 * the browser is not there.
 */
export async function webKitConsole(url, isDone) {
  const screen = find('xvfb-run');
  const browser = find(...MINI_BROWSERS);
  if (!screen || !browser) return null;
  const process_ = spawn(screen, ['-a', browser, '--enable-write-console-messages-to-stdout=true', url], {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  // They may be held back until it ends.
  const lines = [];
  for (const stream of [process_.stdout, process_.stderr]) createInterface(stream).on('line', (line) => lines.push(line));
  const end = new Promise((resolve) => process_.on('close', resolve));
  for (let tries = 0; tries < 300 && !isDone(); tries += 1) await sleep(100);
  process.kill(-process_.pid, 'SIGTERM');
  await end;
  return lines.filter((line) => line.startsWith('CONSOLE') && !UNKNOWN_TO_WEBKIT.test(line));
}

const KNOWN = {
  Chromium: { start: startChromium, packages: 'chromium' },
  'Firefox ESR': { start: startFirefox, packages: 'firefox-esr' },
  WebKitGTK: { start: startWebKit, packages: 'webkit2gtk-driver xvfb xauth' },
};

export const ENGINES = Object.keys(KNOWN);

/** Waits until the program of a page has started. */
export async function started(browser) {
  const isStarted = 'Boolean(window.partnerProfileConsent && window.partnerProfileConsent.get())';
  // While a page is loaded again, there is none to ask.
  await expect.poll(() => browser.evaluate(isStarted).catch(() => false), { timeout: 30_000 }).toBe(true);
}

/** Starts each engine once, when it is first asked for. */
export async function engines({}, use) {
  const started = new Map();
  await use((name) => {
    if (!started.has(name)) started.set(name, KNOWN[name].start());
    return started.get(name);
  });
  for (const engine of started.values()) await (await engine)?.end();
}

/** Gives a test the page `driven`, in the engine that `test.use({ engine })` names. Where it is missing the test says so, and is left out. */
export const onEngines = (test) =>
  test.extend({
    engine: ['Chromium', { option: true }],
    driven: async ({ engine, engines }, use, info) => {
      const browser = await engines(engine);
      if (!browser) {
        info.annotations.push({ type: 'left out', description: `${engine} is not installed here` });
        console.log(`${engine} is not installed here, and was left out: sudo apt-get install ${KNOWN[engine].packages}`);
        info.skip();
      }
      const page = await browser.open();
      await use(page);
      await page.close();
    },
  });
