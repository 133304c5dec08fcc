// The profile inside another site: who asks about what is optional.

import { CookieSettings, Notice } from './consent-page.js';
import { LITHUANIA, SCRIPT, add, drawn, expect, listen, profile, ready, test } from './hosts.js';

const notice = (page) => new Notice(page);
const settings = (page) => new CookieSettings(page);
const stored = (page) => page.evaluate(() => Object.keys(localStorage).length + document.cookie.length);

test.describe('consent="host"', () => {
  test('shows no notice, stores nothing, and follows the property', async ({ page, host }) => {
    await listen(page);
    await host.open('plain.html');
    await ready(page);
    await expect(notice(page).region).toHaveCount(0);
    expect(await stored(page)).toBe(0);
    const told = await profile(page).evaluate((element) => {
      const told = [];
      element.addEventListener('partner-profile-consent-change', ({ detail }) => told.push(detail));
      const before = element.consentPurposes;
      element.consentPurposes = { preferences: true, statistics: 'yes' };
      element.consentPurposes = { preferences: true, statistics: false };
      element.consentPurposes = null;
      return [before, told, element.consentPurposes];
    });
    expect(told).toEqual([
      {},
      [
        { purposes: { preferences: true, statistics: false }, cause: 'host' },
        { purposes: {}, cause: 'host' },
      ],
      {},
    ]);
  });
});

test.describe('consent="none"', () => {
  test('shows no notice, stores nothing and takes no purposes', async ({ page, host, site }) => {
    await listen(page);
    await host.open('blank.html');
    await add(page, { src: site.url + LITHUANIA, consent: 'none', consentPurposes: { preferences: true } });
    await expect(notice(page).region).toHaveCount(0);
    expect(await stored(page)).toBe(0);
    expect(await page.evaluate(() => window.told)).toEqual(['load']);
  });
});

test.describe('consent="own"', () => {
  test('asks once per page however many elements there are, and remembers', async ({ page, host, site }) => {
    await listen(page);
    await host.open('blank.html');
    await add(page, { src: site.url + LITHUANIA, consent: 'own' });
    await add(page, { src: site.url + LITHUANIA, consent: 'own' });
    await expect(notice(page).region).toHaveCount(1);
    await expect(notice(page).region).toHaveAttribute('part', 'notice');
    expect(await stored(page)).toBe(0);
    await notice(page).optOut.click();
    await expect(notice(page).hide).toBeVisible();
    await notice(page).hide.click();
    await expect(notice(page).region).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused();
    expect(await page.evaluate(() => window.told)).toEqual(['load', 'consent-change', 'load', 'consent-change']);
    await page.reload();
    await add(page, { src: site.url + LITHUANIA, consent: 'own' });
    await expect.poll(() => page.evaluate(() => window.told)).toEqual(['load', 'consent-change']);
    await expect(notice(page).region).toHaveCount(0);
  });

  test('goes on asking in the same element when it is shown anew', async ({ page, host, site }) => {
    await host.open('blank.html');
    await add(page, { src: site.url + LITHUANIA, consent: 'own' });
    await add(page, { src: site.url + LITHUANIA, consent: 'own' });
    const count = (elements) => elements.map(({ shadowRoot }) => shadowRoot.querySelectorAll('.pp-notice:not([hidden])').length);
    const asks = () => page.locator('partner-profile').evaluateAll(count);
    expect(await asks()).toEqual([1, 0]);
    await profile(page).evaluate((element) => (element.headingLevel = 4));
    await expect(page.getByRole('heading', { level: 4 }).first()).toBeVisible();
    expect(await asks()).toEqual([1, 0]);
  });

  test('may be changed and taken away by who hears of its choice', async ({ page, host, site }) => {
    await host.open('blank.html');
    await page.evaluate(() => {
      document.addEventListener('partner-profile-consent-change', ({ target }) => (target.headingLevel = 4), { once: true });
    });
    await add(page, { src: site.url + LITHUANIA, consent: 'own' });
    await expect(page.getByRole('heading', { level: 4 }).first()).toBeVisible();
    await expect(notice(page).region).toHaveCount(1);
    await profile(page).evaluate((element) => {
      document.addEventListener('partner-profile-consent-change', ({ target }) => (target.src = ''), { once: true });
      element.shadowRoot.querySelector('.pp-notice button').click();
    });
    await expect.poll(() => profile(page).evaluate(({ state }) => state)).toBe('idle');
    await expect(notice(page).region).toHaveCount(0);
  });

  test('goes on where the focus leaves its notice for who changes the choice', async ({ page, host, site }) => {
    await host.open('blank.html');
    await add(page, { src: site.url + LITHUANIA, consent: 'own' });
    await notice(page).accept.focus();
    await profile(page).evaluate((element) => {
      element.shadowRoot.addEventListener('focusout', () => window.partnerProfileConsent.optOut(), { once: true });
      return element.reload();
    });
    await expect(page.getByRole('button', { name: 'Accept' })).toBeEnabled();
    await page.evaluate(() => window.partnerProfileConsent.accept());
    expect(await page.evaluate(() => window.partnerProfileConsent.get().purposes)).toEqual({ preferences: true });
  });

  test('asks nothing and stores nothing where the site says nothing of its purposes', async ({
    page,
    host,
    site,
    watch,
  }) => {
    watch.expect(/404/);
    site.faults.push({ match: 'site.json', status: 404 });
    await host.open('blank.html');
    expect(await add(page, { src: site.url + LITHUANIA, consent: 'own' })).toBe('ready');
    await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
    await expect(notice(page).region).toHaveCount(0);
    expect(await stored(page)).toBe(0);
  });

  test('asks as soon as it is known of what, where that comes late', async ({ page, host, site }) => {
    let release;
    const released = new Promise((resolve) => (release = resolve));
    await page.route('**/site.json', async (route) => {
      await released;
      await route.continue();
    });
    await page.clock.install();
    await host.open('blank.html');
    await page.evaluate((src) => {
      const element = document.createElement('partner-profile');
      Object.assign(element, { loading: 'eager', consent: 'own', src });
      document.querySelector('#here').append(element);
    }, site.url + LITHUANIA);
    await expect
      .poll(async () => {
        await page.clock.fastForward(1000);
        return profile(page).evaluate(({ state }) => state);
      })
      .toBe('ready');
    await expect(notice(page).region).toHaveCount(0);
    release();
    await expect(notice(page).region).toBeVisible();
    await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
  });

  test('tells on the element and never loads the page again', async ({ page, host, site }) => {
    await host.open('blank.html');
    await add(page, { src: site.url + LITHUANIA, consent: 'own' });
    await page.evaluate(() => (window.same = true));
    await profile(page).evaluate((element) => {
      element.addEventListener('partner-profile-consent-change', ({ detail }) => (window.detail = detail));
    });
    await notice(page).accept.click();
    await expect.poll(() => page.evaluate(() => window.detail?.purposes)).toEqual({ preferences: true });
    await notice(page).link.click();
    await expect(settings(page).region).toBeFocused();
    await settings(page).optOut.click();
    expect(await page.evaluate(() => window.same)).toBe(true);
  });

  test('never loads the page again, also where no element is left when a running script is refused', async ({ page, host, site }) => {
    const waiting = '<script type="text/plain" data-consent="preferences">window.ran = true</script>';
    await page.goto(await host.make(`<div id="here"></div>${waiting}${SCRIPT}`));
    await add(page, { src: site.url + LITHUANIA, consent: 'own' });
    await notice(page).accept.click();
    await expect.poll(() => page.evaluate(() => window.ran)).toBe(true);
    await profile(page).evaluate((element) => element.remove());
    await drawn(page);
    const methods = [];
    page.on('request', (request) => methods.push(request.method()));
    await page.evaluate(() => window.partnerProfileConsent.optOut());
    await drawn(page);
    expect(methods, 'it is not asked whether the server answers').toEqual([]);
    expect(await page.evaluate(() => window.ran)).toBe(true);
  });

  test('200 times asked and removed, it leaves nothing behind', async ({ page, host, site }) => {
    test.setTimeout(120_000);
    await host.open('blank.html');
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const measure = async () => {
      // What the first collection lets go may be all that held something else.
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      return ['Nodes', 'JSEventListeners'].map((name) => metrics.find((metric) => metric.name === name).value);
    };
    const cycle = (times) =>
      page.evaluate(
        async ({ times, src }) => {
          for (let index = 0; index < times; index += 1) {
            const element = document.createElement('partner-profile');
            Object.assign(element, { src, consent: 'own', loading: 'eager' });
            document.querySelector('#there').append(element);
            await element.ready;
            await new Promise((resolve) => setTimeout(resolve));
            element.remove();
            await new Promise((resolve) => setTimeout(resolve));
          }
        },
        { times, src: site.url + LITHUANIA },
      );
    await cycle(100);
    const before = await measure();
    await cycle(100);
    const after = await measure();
    expect(after[0] - before[0]).toBeLessThan(50);
    expect(after[1] - before[1]).toBeLessThan(20);
  });

  test('counts as it stands when the profile comes on screen, also when it was said on the way', async ({
    page,
    host,
    site,
  }) => {
    await host.open('blank.html');
    const add = (before, then) =>
      page.evaluate(
        async ([src, before, then]) => {
          const element = document.createElement('partner-profile');
          Object.assign(element, { loading: 'eager', consent: before });
          document.querySelector('#here').replaceChildren(element);
          element.src = src;
          element.consent = then;
          await element.ready;
        },
        [site.url + LITHUANIA, before, then],
      );
    await add('host', 'own');
    await expect(notice(page).region).toHaveCount(1);
    await add('own', 'none');
    await expect(settings(page).region).toHaveCount(0);
    await expect(notice(page).region).toHaveCount(0);
  });

  for (const [width, height] of [
    [320, 480],
    [1280, 800],
  ]) {
    test(`never covers what has the focus at ${width} × ${height}`, async ({ page, host, site }) => {
      await page.setViewportSize({ width, height });
      await host.open('blank.html');
      await add(page, { src: site.url + LITHUANIA, consent: 'own' });
      await expect(notice(page).region).toBeVisible();
      const covered = [];
      let steps = 0;
      for (; steps < 200; steps += 1) {
        await page.keyboard.press('Tab');
        const seen = await page.evaluate(() => {
          const { shadowRoot } = document.querySelector('partner-profile');
          const active = shadowRoot.activeElement;
          if (!active) return 'end';
          if (active.closest('.pp-notice')) return 'clear';
          const { top } = shadowRoot.querySelector('.pp-notice').getBoundingClientRect();
          return active.getBoundingClientRect().bottom <= top + 1 ? 'clear' : active.textContent;
        });
        if (seen === 'end') break;
        if (seen !== 'clear') covered.push(seen);
      }
      expect(covered).toEqual([]);
      expect(steps).toBeGreaterThan(10);
      expect(steps).toBeLessThan(200);
    });
  }

  test('leaves all of the profile to be read on a narrow page', async ({ page, host, site }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await host.open('blank.html');
    await add(page, { src: site.url + LITHUANIA, consent: 'own' });
    await expect(notice(page).region).toBeVisible();
    const ends = await profile(page).evaluate(({ shadowRoot }) =>
      [...shadowRoot.querySelectorAll('.pp-main, .pp-footer, h2, h3, p')].map((element) => element.getBoundingClientRect().right),
    );
    expect(Math.max(...ends)).toBeLessThanOrEqual(320);
  });

  test('is given up at once, also where the document does not come again', async ({ page, host, site }) => {
    await host.open('blank.html');
    await add(page, { src: site.url + LITHUANIA, consent: 'own' });
    await expect(notice(page).region).toHaveCount(1);
    await page.route(`**/${LITHUANIA}`, () => {});
    // Its documents are there from before, so that it is asked again where it is `own` again.
    for (const [consent, notices] of [['none', 0], ['own', 1], ['host', 0]]) {
      await profile(page).evaluate((element, consent) => Object.assign(element, { consent }), consent);
      await expect(notice(page).region).toHaveCount(notices);
      await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
    }
    await expect(settings(page).region).toHaveCount(0);
  });

  test('what it says of the answer does not take the focus again when it is made anew', async ({ page, host, site }) => {
    await host.open('blank.html');
    await add(page, { src: site.url + LITHUANIA, consent: 'own' });
    await notice(page).accept.click();
    await expect(notice(page).confirmation).toBeFocused();
    await page.evaluate(() => {
      document.querySelector('#there').innerHTML = '<input>';
      document.querySelector('input').focus();
      document.querySelector('partner-profile').headingLevel = 3;
    });
    await expect(notice(page).hide).toBeVisible();
    await drawn(page);
    await expect(page.locator('input')).toBeFocused();
  });

  test('leaves frames alone that wait for a purpose of the page around', async ({ page, host, site }) => {
    await host.open('blank.html');
    await page.evaluate(() => {
      document.querySelector('#there').innerHTML = '<iframe data-consent="films" data-src="film.html"></iframe>';
    });
    await add(page, { src: site.url + LITHUANIA, consent: 'own' });
    await expect(notice(page).region).toHaveCount(1);
    await expect(page.locator('iframe')).toBeVisible();
  });

  test('when the element that asks goes, the next one asks', async ({ page, host, site }) => {
    await host.open('blank.html');
    await add(page, { src: site.url + LITHUANIA, consent: 'own' });
    await add(page, { src: site.url + LITHUANIA, consent: 'own', into: '#there' });
    await profile(page).evaluate((element) => element.remove());
    await expect(notice(page).region).toHaveCount(1);
    await profile(page).evaluate((element) => (element.consent = 'none'));
    await expect(notice(page).region).toHaveCount(0);
  });
});
