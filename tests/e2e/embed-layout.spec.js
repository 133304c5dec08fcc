// How the profile fits into the layouts of other sites, on screens and on paper, in each of the three engines.

import { readFile, readdir } from 'node:fs/promises';
import { ENGINES, onEngines } from './engines.js';
import { hash } from './hash.js';
import { ELEMENT, SCRIPT, expect, test as base, told } from './hosts.js';

const test = onEngines(base);

const element = `document.querySelector('partner-profile')`;
const width = (selector) => `${element}.shadowRoot.querySelector('${selector}').getBoundingClientRect().width`;
const colour = (selector, name) =>
  `getComputedStyle(${element}.shadowRoot.querySelector('${selector}')).${name}`;

const DARK = ELEMENT.replace('<partner-profile', '$& theme="dark"');

/** Parents that are as wide as what is in them, and the element as a parent of that kind itself. */
const LAYOUTS = {
  'a centred column': ['main { display: flex; flex-direction: column; align-items: center }', ELEMENT],
  'a row': ['main { display: flex }', ELEMENT],
  'a row beside others': ['main { display: flex; gap: 1em }', `<aside>Text beside it</aside>${ELEMENT}`],
  'automatic columns': ['main { display: grid; grid-template-columns: auto auto; justify-content: start }', `${ELEMENT}<p>Beside</p>`],
  'the middle of a grid': ['main { display: grid; place-items: center }', ELEMENT],
  'a box in a line': ['main { display: inline-block }', ELEMENT],
  'a box in a line that does not break': ['main { display: inline-block; white-space: nowrap }', ELEMENT],
  'a float': ['main { float: right }', ELEMENT],
  'an absolute place': ['main { position: absolute }', ELEMENT],
  'a cell of a table': ['', `<table><tr><td>${ELEMENT}<td>Beside</table>`],
  'a dialog': ['', `<dialog open>${ELEMENT}</dialog>`],
  'a popover': ['', `<div popover>${ELEMENT}</div><script>document.querySelector('[popover]').showPopover()</script>`],
  'the page that Vite begins React with': [
    `:root { line-height: 1.5 } body { margin: 0; display: flex; place-items: center; min-width: 320px; min-height: 100vh }
     main { max-width: 1280px; margin: 0 auto; padding: 2rem; text-align: center }`,
    ELEMENT,
  ],
  'itself as a row': ['partner-profile { display: flex }', ELEMENT],
  'itself as a grid': ['partner-profile { display: grid; justify-items: start }', ELEMENT],
  'itself as a box in a line': ['partner-profile { display: inline-block }', ELEMENT],
};

/** Serves the site with another style, which its hashes admit. */
async function restyle(site, change) {
  const name = (await readdir('dist/assets')).find((name) => /^embed-\w+\.css$/.test(name));
  const sheet = await readFile(`dist/assets/${name}`, 'utf8');
  site.faults.push(
    { match: `assets/${name}`, tamper: () => change(sheet) },
    { match: 'embed.js', tamper: (text) => String(text).replace(hash('sha384', sheet), hash('sha384', change(sheet))) },
    {
      match: 'lithuania/',
      tamper: (bytes) => {
        const [, style] = String(bytes).match(/<style>([\s\S]*?)<\/style>/);
        return String(bytes).replace(style, change(style)).replace(hash('sha256', style), hash('sha256', change(style)));
      },
    },
  );
}

for (const engine of ENGINES) {
  test.describe(engine, () => {
    test.use({ engine });
    test.setTimeout(120_000);

    test('is seen in every parent that shrinks to fit, and no wider than the viewport', async ({ driven: browser, host }) => {
      for (const [name, [style, body]] of Object.entries(LAYOUTS)) {
        await browser.goto(await host.make(`<main>${body}</main>${SCRIPT}`, `<style>${style}</style>`));
        expect(await told(browser), name).toEqual(['load']);
        expect(await browser.evaluate(width('.pp-map')), name).toBeGreaterThan(250);
        expect(await browser.evaluate('document.documentElement.scrollWidth - innerWidth'), name).toBeLessThanOrEqual(0);
      }
    });

    test('a chosen theme is none on paper, in the element and on the page', async ({ driven: browser, host, site }) => {
      // As on paper: no engine but one can be told that it prints.
      const change = (style) => style.replace(/@media not print/g, '@media not all').replace(/@media print/g, '@media all');
      await restyle(site, change);
      await browser.goto(await host.make(DARK + SCRIPT));
      expect(await told(browser)).toEqual(['load']);
      expect(await browser.evaluate(colour('h2', 'color'))).toBe('rgb(24, 33, 28)');
      expect(await browser.evaluate(colour('.pp-embed', 'backgroundColor'))).toBe('rgb(255, 255, 255)');

      await browser.goto(`${site.url}lithuania/`);
      await browser.evaluate(`document.documentElement.setAttribute('data-theme', 'dark')`);
      expect(await browser.evaluate(`getComputedStyle(document.querySelector('h1')).color`)).toBe('rgb(24, 33, 28)');
      expect(await browser.evaluate(`getComputedStyle(document.body).backgroundColor`)).toBe('rgb(255, 255, 255)');
    });

    test('where light-dark() is not known, the colours are light and readable, whatever is chosen', async ({
      driven: browser,
      host,
      site,
    }) => {
      await restyle(site, (style) => style.replaceAll('light-dark(', 'unknown-dark('));
      await browser.goto(await host.make(DARK + SCRIPT));
      expect(await told(browser)).toEqual(['load']);
      expect(await browser.evaluate(colour('h2', 'color'))).toBe('rgb(24, 33, 28)');
      expect(await browser.evaluate(colour('.pp-embed', 'backgroundColor'))).toBe('rgb(253, 253, 251)');

      await browser.goto(`${site.url}lithuania/`);
      await browser.evaluate(`document.documentElement.setAttribute('data-theme', 'dark')`);
      expect(await browser.evaluate(`getComputedStyle(document.querySelector('h1')).color`)).toBe('rgb(24, 33, 28)');
      expect(await browser.evaluate(`getComputedStyle(document.body).backgroundColor`)).toBe('rgb(253, 253, 251)');
      expect(await browser.evaluate(`getComputedStyle(document.documentElement).colorScheme`)).toBe('light');
    });
  });
}

test('a chosen theme is none on paper where Chromium prints', async ({ page, host }) => {
  await page.goto(await host.make(DARK + SCRIPT));
  const title = page.getByRole('heading', { level: 2 });
  await expect(title).toHaveCSS('color', 'rgb(228, 233, 228)');
  await page.emulateMedia({ media: 'print' });
  await expect(title).toHaveCSS('color', 'rgb(24, 33, 28)');
});
