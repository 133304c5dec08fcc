// Frames of another site's page that wait for the choice which an element asks for.

import { LITHUANIA, add, expect, test } from './hosts.js';
import { sites } from './sites.js';

test('a blocked frame of the page around looks and works as the element does, whatever the style of the page', async ({ page, host, site, publish }) => {
  site.root = await publish(sites.optIn);
  host.headers['Content-Security-Policy'] += "; frame-src 'self'";
  await host.open('blank.html');
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('iframe { display: block } button { all: unset; position: fixed } p { font: 90px serif; color: red }');
    document.adoptedStyleSheets.push(sheet);
    document.querySelector('#there').innerHTML = '<iframe data-consent="preferences" data-src="plain.html" title="A film"></iframe>';
  });
  await add(page, { src: site.url + LITHUANIA, consent: 'own', theme: 'dark' });
  const place = page.locator('#there .pp-blocked[data-consent-site]');
  await expect(place).toContainText('A film');
  await expect(page.locator('iframe')).toBeHidden();
  const button = place.getByRole('button', { name: 'Allow: Preferences' });
  const look = (element) =>
    element.evaluate((element) => {
      const { color, backgroundColor, fontSize, fontFamily, position, minHeight, colorScheme } = getComputedStyle(element);
      return { color, backgroundColor, fontSize, fontFamily, position, minHeight, colorScheme };
    });
  const own = page.locator('partner-profile').getByRole('button', { name: 'Accept' }).first();
  expect(await look(button)).toEqual(await look(own));
  await expect(place.getByText('This content needs your permission')).not.toHaveCSS('font-size', '90px');
  expect((await place.boundingBox()).height).toBeGreaterThan(80);
  await button.click();
  await expect(page.frameLocator('iframe').locator('h1')).toBeVisible();
  await expect(page.locator('.pp-blocked[data-consent-site]')).toHaveCount(0);
  await expect(page.locator('iframe')).toBeVisible();
});
