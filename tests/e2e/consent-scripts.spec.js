// Scripts that wait for the choice, as browsers and vendors have them.

import { test } from './consent.js';
import { drawn, expect } from './fixtures.js';
import { sites } from './sites.js';

const script = (attributes, code = '') => `<script type="text/plain" data-consent="preferences" ${attributes}>${code}</script>`;

/** Every type that browsers run, in the cases that it comes in (https://mimesniff.spec.whatwg.org/#javascript-mime-type). */
const RUN = [
  '',
  'text/javascript',
  'TEXT/JavaScript',
  ' text/javascript ',
  'application/javascript',
  'application/x-javascript',
  'application/ecmascript',
  'application/x-ecmascript',
  'text/x-javascript',
  'text/ecmascript',
  'text/x-ecmascript',
  'text/javascript1.0',
  'text/JavaScript1.5',
  'text/jscript',
  'text/livescript',
  'module',
  'MODULE',
];

test.describe('the type of a script', () => {
  test('that browsers run keeps its place, from elsewhere and inline', async ({ home, consent }) => {
    const scripts = RUN.map((type, index) => [
      script(`data-type="${type}" src="gated/${index}.js"`),
      script('', `run.push('${index} inline')`),
      script(`data-type="${type}"`, `run.push('${index} typed')`),
    ]);
    await consent.gated();
    await home({ body: scripts.flat().join('') });
    await expect.poll(() => consent.run()).toEqual(RUN.flatMap((_, index) => [`${index}.js`, `${index} inline`, `${index} typed`]));
  });

  test('that browsers do not run holds up nothing, and is told once', async ({ page, home, consent, watch }) => {
    const types = ['application/json', 'text/html', 'text/babel', 'text/javascript; charset=utf-8', 'text/javascript1.6', 'text/x-jscript'];
    const message = /this script was not started: .*browsers do not run what is of its type/;
    const told = [];
    page.on('console', (said) => message.test(said.text()) && told.push(said.text()));
    watch.expect(message);
    await consent.gated();
    await home({ body: `${types.map((type) => script(`data-type="${type}" src="gated/first.js"`)).join('')} ${script('', `run.push('after')`)}` });
    await expect.poll(() => consent.run()).toEqual(['after']);
    expect(told).toHaveLength(types.length);
  });

  test('in the attribute of a vendor’s own is left to the vendor', async ({ home, consent }) => {
    await consent.gated({ 'vendor.js': 'run.push(document.currentScript.dataset.type)' });
    await home({ body: `${script('data-type="banner" src="gated/vendor.js"')} ${script('data-type="wide 2"', 'run.push(document.currentScript.dataset.type)')}` });
    await expect.poll(() => consent.run()).toEqual(['banner', 'wide 2']);
  });

  test('named by its language is what browsers take it for', async ({ home, consent, watch }) => {
    watch.expect(/this script was not started/);
    await consent.gated();
    await home({ body: `${script('language="VBScript" src="gated/first.js"')} ${script('language="JavaScript"', `run.push('after')`)}` });
    await expect.poll(() => consent.run()).toEqual(['after']);
  });

  test('of rules is neither waited for nor run as a script', async ({ home, consent }) => {
    await consent.gated({ 'named.js': `run.push('named')` });
    await home({
      body: `${script('data-type="ImportMap"', '{"imports":{"named":"./gated/named.js"}}')}
        ${script('data-type="speculationrules"', '{"prefetch":[]}')}
        ${script('data-type="module"', `import 'named'`)}
        ${script('', `run.push('after')`)}`,
    });
    await expect.poll(() => consent.run()).toEqual(['after', 'named']);
  });
});

test.describe('a script', () => {
  test('with an attribute that cannot be set starts without it, and the attribute is named', async ({ page, home, consent, watch }) => {
    watch.expect(/started without its attribute onload: .*TrustedScript/);
    watch.allow(/inline event handler|requires 'TrustedScript'/);
    await consent.gated();
    await home({ body: `${script('onload="run.push(\'onload\')" data-site="7" src="gated/first.js"')}` });
    await expect.poll(() => consent.run()).toEqual(['first.js']);
    await expect(page.locator('script[data-site="7"]')).toHaveCount(2);
  });

  test('that could not be started or fetched starts when that is possible, once', async ({ page, home, consent, notice, watch }) => {
    watch.expect(/404/);
    let isThere = false;
    await consent.gated();
    await page.context().route(/gated\/first/, (route) => (isThere ? route.fallback() : route.fulfill({ status: 404 })));
    await home({ of: sites.optIn, body: script('src="gated/first.js"') });
    await notice.accept.click();
    await expect(page.locator('[data-consent-state="failed"]')).toHaveCount(1);
    isThere = true;
    await page.evaluate(() => (window.partnerProfileConsent.optOut(), window.partnerProfileConsent.accept()));
    await expect.poll(() => consent.run()).toEqual(['first.js']);
    await page.evaluate(() => window.partnerProfileConsent.accept());
    expect(await consent.run()).toEqual(['first.js']);
  });

  test('that a policy forbids is told with its cause', async ({ page, home, consent, watch }) => {
    watch.expect(/has to allow the Trusted Types policy “partner-profile”: .*TrustedScriptURL/);
    watch.allow(/TrustedTypePolicy|Trusted Type|requires 'TrustedScriptURL'/);
    await consent.gated();
    const told = page.waitForEvent('console', (message) => message.text().includes('was not started'));
    await home({ body: script('src="gated/first.js"'), csp: () => `require-trusted-types-for 'script'; trusted-types 'none'` });
    await told;
    expect(await consent.run()).toEqual([]);
  });

  test('of several purposes waits for all of them', async ({ page, home, consent, watch }) => {
    watch.expect(/public\/site.json has no such purpose/);
    await consent.gated();
    const both = '<script type="text/plain" data-consent=" preferences  statistics" src="gated/both.js"></script>';
    const unknown = '<script type="text/plain" data-consent="preferences unknown" src="gated/unknown.js"></script>';
    await home({ of: sites.twoOptIn, body: both + unknown });
    await page.evaluate(() => window.partnerProfileConsent.set({ preferences: true }));
    await drawn(page);
    expect(await consent.run()).toEqual([]);
    await page.evaluate(() => window.partnerProfileConsent.set({ statistics: true }));
    await expect.poll(() => consent.run()).toEqual(['both.js']);
  });

  test('of several purposes is stopped when one of them is refused', async ({ page, home, consent }) => {
    await consent.gated();
    await home({ of: sites.twoPurposes, body: '<script type="text/plain" data-consent="preferences statistics" src="gated/both.js"></script>' });
    await expect.poll(() => consent.run()).toEqual(['both.js']);
    const again = page.waitForEvent('load');
    await page.evaluate(() => window.partnerProfileConsent.set({ statistics: false }));
    await again;
    await consent.started();
    expect(await consent.run()).toEqual([]);
  });

  for (const [name, attributes, isInline] of [
    ['from elsewhere', '', false],
    ['that is asynchronous', 'async', false],
    ['that is a module', 'data-type="module"', false],
    ['inline', '', true],
    ['that is a module inline', 'data-type="module"', true],
  ]) {
    test(`${name} that refuses for the visitor while it runs leaves nothing, and ends`, async ({ page, home, consent }) => {
      const code = `run.push('refuser'); partnerProfileConsent.optOut(); document.cookie = '_count=1'; localStorage.setItem('count:a', '1')`;
      await consent.gated({ 'refuser.js': code });
      let loads = 0;
      page.on('load', () => (loads += 1));
      const source = isInline ? `>${code}` : ' src="gated/refuser.js">';
      await home({
        of: sites.twoOptIn,
        body: `<script type="text/plain" data-consent="statistics" ${attributes}${source}</script>`,
      });
      await page.evaluate(() => window.partnerProfileConsent.accept());
      await expect.poll(() => loads).toBe(2);
      await consent.started();
      expect(await consent.choice()).toMatchObject({ decided: true, purposes: { preferences: false, statistics: false } });
      expect(await page.evaluate(() => [document.cookie, localStorage.getItem('count:a'), run.length])).toEqual(['', null, 0]);
      expect(loads).toBe(2);
    });
  }

  test('that refuses by pressing the button is answered as a visitor is', async ({ page, home, consent }) => {
    await consent.gated({ 'refuser.js': `document.querySelectorAll('.pp-notice .pp-button')[1].click()` });
    let loads = 0;
    page.on('load', () => (loads += 1));
    await home({ of: sites.twoPurposes, body: '<script type="text/plain" data-consent="statistics" src="gated/refuser.js"></script>' });
    // The page is loaded again, perhaps before it was seen to have started.
    await expect.poll(() => loads).toBe(2);
    await consent.started();
    expect((await consent.record()).purposes).toEqual({ preferences: false, statistics: false });
  });

  for (const write of ['write', 'writeln']) {
    test(`that calls document.${write} does not replace the page, which is told`, async ({ page, home, consent, watch }) => {
      watch.expect(/this script wrote nothing: .*the page has been read/);
      watch.allow(/document.*write|isn't possible to write/i);
      await consent.gated({ 'writer.js': `document.${write}('<p>gone</p>'); run.push('writer')` });
      await home({
        of: sites.withoutTrustedTypes,
        body: `${script('src="gated/writer.js"')}
          ${script('', `document.${write}('<p>', 'gone</p>'); run.push('inline')`)}
          ${script('data-type="module"', `document.${write}('<p>gone</p>'); run.push('module')`)}`,
      });
      await expect.poll(() => consent.run()).toEqual(['writer', 'inline', 'module']);
      await expect(page.locator('h1')).toBeVisible();
      await expect(page.getByText('gone')).toHaveCount(0);
      expect(await page.evaluate((name) => document[name] === Document.prototype[name], write)).toBe(true);
    });
  }
});

test.describe('a page that is not seen yet', () => {
  test('runs nothing optional and tells nothing until it is shown', async ({ page, home, consent, notice }) => {
    await page.addInitScript(() => {
      let isAhead = true;
      Object.defineProperty(Document.prototype, 'prerendering', { get: () => isAhead });
      window.show = () => {
        isAhead = false;
        document.dispatchEvent(new Event('prerenderingchange'));
      };
    });
    await consent.gated();
    await consent.listen();
    await home({ body: script('src="gated/first.js"'), starts: false });
    await page.waitForLoadState('networkidle');
    await drawn(page);
    expect([await consent.run(), await consent.changes(), await page.evaluate(() => localStorage.length)]).toEqual([[], [], 0]);
    await page.evaluate(() => window.show());
    await expect.poll(() => consent.run()).toEqual(['first.js']);
    await expect(notice.region).toBeVisible();
    expect(await consent.changes()).toHaveLength(1);
  });
});

test('what names a purpose and does not wait for it is told, once each', async ({ page, home, consent, watch }) => {
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  watch.expect(/does not wait for the cookie choice: .*a script needs type/);
  watch.expect(/does not wait for the cookie choice: .*no such purpose/);
  await consent.gated();
  await home({
    body: `<script data-consent="preferences" src="gated/at-once.js"></script>
      <script type="text/plain" data-consent="Preferences" src="gated/never.js"></script>
      <iframe data-consent="preferences" src="gated/frame.html" title="A film"></iframe>
      ${script('src="gated/right.js"')}`,
  });
  await expect.poll(() => consent.run()).toEqual(['at-once.js', 'right.js']);
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    Object.assign(frame.dataset, { consent: 'films', src: 'gated/frame.html' });
    document.body.append(frame);
  });
  const told = () => said.filter((text) => text.includes('does not wait')).length;
  await expect.poll(told).toBe(4);
  await page.evaluate(() => document.body.append(document.createElement('p')));
  await drawn(page);
  expect(told()).toBe(4);
});
