// Lighthouse's four marks for a phone, and every audit that is not perfect.

import puppeteer from 'puppeteer-core';
import lighthouse from 'lighthouse';
import config from '../../playwright.config.js';
import { startServer } from '../e2e/server.js';

const { executablePath, args } = config.use.launchOptions;
const server = await startServer({ root: 'dist' });
const browser = await puppeteer.launch({ executablePath, args: [...args, '--no-sandbox'] });
const { port } = new URL(browser.wsEndpoint());

for (const path of ['', 'lithuania/']) {
  const { lhr } = await lighthouse(server.url + path, { port, logLevel: 'error' });
  const marks = Object.values(lhr.categories).map(({ title, score }) => `${title} ${Math.round(score * 100)}`);
  console.log(`Lighthouse ${lhr.lighthouseVersion}, mobile, /${path}: ${marks.join(', ')}`);
  for (const { id, title, score, scoreDisplayMode, displayValue } of Object.values(lhr.audits)) {
    if (score === null || score === 1) continue;
    console.log(`  ${id}: ${score} (${scoreDisplayMode}) ${title}${displayValue ? `, ${displayValue}` : ''}`);
  }
}

await browser.close();
await server.close();
