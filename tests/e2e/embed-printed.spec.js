// What `make embed-code` prints, in the hands of editors and sanitisers. A native test holds printed.html to it.

import { readFile } from 'node:fs/promises';
import { autop } from '@wordpress/autop';
import { ENGINES, onEngines } from './engines.js';
import { TITLE, expect, ready, test as base, told } from './hosts.js';

const test = onEngines(base);

const printed = await readFile('tests/e2e/hosts/printed.html', 'utf8');

test('the paragraphs that WordPress makes leave it as it is', async ({ page, host }) => {
  await page.goto(await host.make(`<main>${autop(`Before\n\n${printed}\n\nAfter`)}</main>`));
  expect(await ready(page)).toBe('ready');
  await expect(page.getByRole('heading', { level: 2, name: TITLE })).toBeVisible();
  // Nothing of the fallback has left its tag.
  expect((await page.locator('main').innerText()).split(/\s+/).filter(Boolean)).toEqual(['Before', 'After']);
});

for (const [what, options] of [
  ['knows no such tag', {}],
  ['leaves nothing but links', { ALLOWED_TAGS: ['a'], ALLOWED_ATTR: ['href'] }],
]) {
  test(`of it a sanitiser that ${what} keeps the fallback`, async ({ page, host }) => {
    await page.goto(await host.make('<main></main>'));
    await page.evaluate(await readFile('node_modules/dompurify/dist/purify.min.js', 'utf8'));
    await page.evaluate(
      ([html, options]) => (document.querySelector('main').innerHTML = window.DOMPurify.sanitize(html, options)),
      [printed, options],
    );
    const main = page.locator('main');
    await expect(main.getByRole('link', { name: TITLE })).toHaveAttribute('href', /\/lithuania\/$/);
    await expect(main).toContainText('Group. Member of the Coalition: Since 3 December 2014 Taking part');
    await expect(main.locator('script, partner-profile')).toHaveCount(0);
  });
}

for (const engine of ENGINES) {
  test.describe(engine, () => {
    test.use({ engine });
    test.setTimeout(120_000);

    test('what stands below does not move where height is reserved', async ({ driven: browser, host }) => {
      const place = `document.querySelector('#after').getBoundingClientRect().top`;
      await browser.goto(await host.make(`${printed.replace(/min-height: \d+px/, 'min-height: 20000px')}<p id="after">After</p>`));
      expect(await told(browser)).toEqual(['load']);
      const after = await browser.evaluate(place);
      await browser.evaluate(`document.querySelector('partner-profile').setAttribute('src', '')`);
      expect(await browser.evaluate(place)).toBe(after);
    });
  });
}
