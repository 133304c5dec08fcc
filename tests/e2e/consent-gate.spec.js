// Scripts that wait for the choice: their order, their failures, and what else is on the page.

import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { CookieSettings, answer, test } from './consent.js';
import { drawn, expect } from './fixtures.js';
import { policySource } from './hash.js';
import { sites } from './sites.js';

test.describe('the gate', () => {
  /** Three scripts in order, the first of them slow, and a frame. */
  const BODY = readFileSync('tests/e2e/hosts/gated.html', 'utf8');

  test.beforeEach(async ({ context, consent }) => {
    await consent.gated();
    await context.route(/gated\/first\.js/, async (route) => {
      await sleep(200);
      await route.fallback();
    });
  });

  test('starts scripts in their order, each once', async ({ home, consent, notice, settings }) => {
    await home({ body: BODY });
    await expect.poll(() => consent.run()).toEqual(['first.js', 'inline', 'second.js']);
    await notice.accept.click();
    await settings.accept.click();
    expect(await consent.run()).toEqual(['first.js', 'inline', 'second.js']);
  });

  test('starts nothing before an answer where prior consent is asked for', async ({ home, consent, notice }) => {
    await home({ body: BODY, of: sites.optIn });
    await expect(notice.region).toBeVisible();
    expect(await consent.run()).toEqual([]);
    await notice.accept.click();
    await expect.poll(() => consent.run()).toEqual(['first.js', 'inline', 'second.js']);
  });

  test('starts nothing of a purpose that was refused or is unknown', async ({ home, consent, watch }) => {
    watch.expect(/public\/site\.json has no such purpose/);
    await consent.keep(answer(false));
    await home({ body: `${BODY}<script type="text/plain" data-consent="nobody-knows" src="gated/later.js"></script>` });
    expect(await consent.run()).toEqual([]);
  });

  test('starts a script that is added later, once', async ({ page, home, consent, notice }) => {
    await home();
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.type = 'text/plain';
      script.dataset.consent = 'preferences';
      script.dataset.src = 'gated/later.js';
      document.body.append(script);
    });
    await expect.poll(() => consent.run()).toEqual(['later.js']);
    await page.evaluate(() => {
      const script = document.querySelector('script[type="text/plain"]');
      script.remove();
      document.body.prepend(script);
    });
    await notice.accept.click();
    expect(await consent.run()).toEqual(['later.js']);
  });

  test('what is refused on its way or while it waits for its turn does not run until it is accepted', async ({ page, home, consent }) => {
    let release;
    const released = new Promise((resolve) => (release = resolve));
    await page.route(/slow\.js/, async (route) => {
      await released;
      await route.fulfill({ contentType: 'text/javascript', body: "run.push('slow')" });
    });
    await home({
      of: sites.optIn,
      body: `<script type="text/plain" data-consent="preferences" src="gated/slow.js"></script>
        <script type="text/plain" data-consent="preferences">run.push('after')</script>`,
    });
    await page.evaluate(() => (window.partnerProfileConsent.accept(), window.partnerProfileConsent.reset()));
    const arrived = page.waitForResponse(/slow\.js/);
    release();
    await (await arrived).finished();
    await drawn(page);
    expect(await consent.run()).toEqual([]);
    await page.evaluate(() => window.partnerProfileConsent.accept());
    await expect.poll(() => consent.run()).toEqual(['slow', 'after']);
  });

  test('a script that fails does not hold up the next', async ({ page, home, consent, watch }) => {
    watch.expect(/404/);
    await page.route(/missing\.js/, (route) => route.fulfill({ status: 404 }));
    await home({
      body: `<script type="text/plain" data-consent="preferences" src="gated/missing.js"></script>
        <script type="text/plain" data-consent="preferences">run.push('after')</script>`,
    });
    await expect.poll(() => consent.run()).toEqual(['after']);
  });

  test('a page comes to life whatever others have put into it before', async ({ page, home, consent, notice, settings }) => {
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        for (const element of document.querySelectorAll('#partner-profile, #partner-profile *')) {
          element.prepend(document.createElement('x-foreign'));
        }
      });
    });
    await home({ body: BODY });
    await notice.accept.click();
    expect((await consent.choice()).purposes).toEqual({ preferences: true });
    await expect(settings.region.getByRole('button').first()).toBeEnabled();
  });

  test('nothing runs where the page cannot come to life, and it says so', async ({ page, home, consent, settings, watch }) => {
    watch.expect(/partner-profile: the page stays as it is.*not as it was published/);
    await page.addInitScript(() => {
      document.addEventListener('DOMContentLoaded', () => {
        document.querySelector('#partner-profile-document')?.remove();
      });
    });
    const warned = page.waitForEvent('console', (message) => message.text().startsWith('partner-profile:'));
    await home({ body: BODY, starts: false });
    await warned;
    // What the Wasm had planned before it stopped has had its turn.
    await drawn(page);
    expect(await consent.run()).toEqual([]);
    await expect(page.locator('iframe')).not.toHaveAttribute('src');
    for (const button of await settings.region.getByRole('button').all()) await expect(button).toBeDisabled();
    await expect(page.locator('h1')).toBeVisible();
  });

  test('a script that never runs does not hold up the next', async ({ home, consent, watch }) => {
    watch.expect(/browsers do not run what is of its type/);
    const gated = (attributes, code = '') =>
      `<script type="text/plain" data-consent="preferences" ${attributes}>${code}</script>`;
    await home({
      body: `${gated('src="gated/second.js" nomodule')}
        ${gated('src="gated/frame.html" data-type="application/json"')}
        ${gated('', `run.push('before'); document.getElementById('gone').remove()`)}
        <div id="gone">${gated('src="gated/later.js"')}</div>
        ${gated('', `run.push('after')`)}`,
    });
    await expect.poll(() => consent.run()).toEqual(['before', 'after']);
  });

  test('of two sites that share a purpose follows the page’s own, and the other leaves it alone', async ({ page, home, site, consent }) => {
    site.faults.unshift({ match: /^site\.json$/, tamper: (text) => String(text).replace('"id": "partner-profile"', '"id": "another"').replace('"id":"partner-profile"', '"id":"another"') });
    await consent.keep(answer(false));
    const element = '<script src="embed.js" type="module"></script><partner-profile loading="eager" consent="own" src="profiles/lithuania.json"></partner-profile>';
    let frames = 0;
    page.on('request', (request) => (frames += request.url().endsWith('gated/frame.html') ? 1 : 0));
    await home({ body: BODY + element });
    const inside = new CookieSettings(page.locator('partner-profile'));
    await inside.accept.click();
    await expect(inside.status).toHaveText('You accepted cookies.');
    await expect(page.locator('.pp-blocked')).toHaveCount(1);
    await drawn(page);
    expect(await consent.run()).toEqual([]);
    expect(frames).toBe(0);
  });

  test('a listener and a purge that throw do not stop what comes after', async ({ page, home, consent, notice, watch }) => {
    watch.expect(/uncaught: .*listener/);
    await page.addInitScript(() => {
      addEventListener('partner-profile-consent-change', () => {
        throw new Error('listener');
      });
      Object.defineProperty(Document.prototype, 'cookie', {
        get() {
          throw new Error('get');
        },
        set() {
          throw new Error('set');
        },
      });
    });
    await consent.listen();
    await home({ body: BODY });
    await expect.poll(() => consent.run()).toHaveLength(3);
    await page.evaluate(() => {
      Storage.prototype.removeItem = () => {
        throw new Error('remove');
      };
    });
    await notice.optOut.click();
    expect(await consent.focus()).toMatchObject({ class: 'pp-notice__text' });
    expect((await consent.changes()).map(({ cause }) => cause)).toEqual(['start', 'notice']);
  });

  test('works under a strict policy with Trusted Types', async ({ page, home, consent, notice }) => {
    const csp = (text) => {
      const inline = [...text.matchAll(/<script(?! type="application)(?![^>]*\ssrc=)[^>]*>(.+?)<\/script>/gs)];
      const sources = inline.map(([, code]) => policySource(code)).join(' ');
      return `script-src 'self' 'wasm-unsafe-eval' ${sources}; require-trusted-types-for 'script'; trusted-types partner-profile`;
    };
    await page.addInitScript(() => {
      window.violations = [];
      addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));
    });
    await home({ body: BODY, csp });
    await expect.poll(() => consent.run()).toEqual(['first.js', 'inline', 'second.js']);
    await expect(page.frameLocator('iframe').locator('p')).toHaveText('The film');
    await notice.accept.click();
    await expect(notice.region).toContainText('You accepted cookies.');
    expect(await page.evaluate(() => window.violations)).toEqual([]);
  });
});
