// The notice before the page's program is there, where another tab has answered, storage fails, or the program does.

import { ConsentPage, KEY, WASM, answer, held, test } from './consent.js';
import { NOTHING, WATCH, seen } from './early.js';
import { expect } from './fixtures.js';

test.describe('two tabs', () => {
  test('what was pressed before the other tab’s answer gives way to it', async ({ context, page, site, consent, notice }) => {
    const release = held(site);
    await page.goto('lithuania/');
    await notice.optOut.click();
    const other = new ConsentPage(await context.newPage());
    await other.page.route('**/*.wasm', (route) => route.fulfill({ path: `dist${new URL(route.request().url()).pathname}` }));
    await other.page.goto('lithuania/');
    await other.started();
    await other.page.evaluate(() => window.partnerProfileConsent.accept());
    release();
    await consent.started();
    expect((await consent.choice()).purposes).toEqual({ preferences: true });
    expect((await consent.record()).purposes).toEqual({ preferences: true });
    await expect(notice.region).toHaveCount(0);
    expect(await consent.focus()).toMatchObject({ tag: 'H1' });
    expect(await consent.pressed()).toBeNull();
  });

  test('the question goes where the other tab was answered, and hands on the focus', async ({ context, page, site, consent, notice }) => {
    const release = held(site);
    await page.goto('lithuania/');
    await notice.accept.focus();
    const other = new ConsentPage(await context.newPage());
    await other.page.goto('lithuania/');
    await other.write(answer(false, { days: 0 }));
    release();
    await consent.started();
    await expect(notice.region).toHaveCount(0);
    expect(await consent.focus()).toMatchObject({ tag: 'H1' });
  });
});

test.describe('storage', () => {
  test('of the tab that throws: the page keeps what was pressed', async ({ page, site, consent, notice }) => {
    await page.addInitScript(() => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (...given) {
        if (this === sessionStorage) throw new DOMException('full', 'QuotaExceededError');
        return setItem.apply(this, given);
      };
    });
    const release = held(site);
    await page.goto('lithuania/');
    await notice.optOut.click();
    await expect(notice.message).toHaveText('You opted out of cookies.', { useInnerText: true });
    release();
    await consent.started();
    expect((await consent.record()).purposes).toEqual({ preferences: false });
  });

  for (const [name, breakage] of [
    ['throws', () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; }],
    ['drops what it is given', () => { Storage.prototype.setItem = () => {}; }],
  ]) {
    test(`that ${name}: the answer holds for the visit, and the page says so`, async ({ page, site, consent, notice }) => {
      await page.addInitScript(breakage);
      const release = held(site);
      await page.goto('lithuania/');
      await notice.accept.click();
      release();
      await consent.started();
      await expect(notice.region).toContainText('You accepted cookies. Your choice could not be kept, so it holds for this visit only.');
      expect(await consent.choice()).toMatchObject({ decided: true, durable: false, purposes: { preferences: true } });
    });
  }

  for (const name of ['localStorage', 'sessionStorage']) {
    test(`whose getter throws: the program asks (${name})`, async ({ page, site, consent, notice }) => {
      await page.addInitScript((name) => {
        Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
      }, name);
      await page.addInitScript(WATCH);
      const release = held(site);
      await page.goto('lithuania/');
      await expect.poll(() => seen(page)).toEqual([NOTHING]);
      release();
      await consent.started();
      await notice.accept.click();
      await expect(notice.region).toContainText('You accepted cookies.');
    });
  }

  test('of the tab with what is no press of ours is left alone', async ({ page, consent, notice }) => {
    await page.addInitScript((key) => sessionStorage.setItem(key, 'other'), KEY);
    await page.goto('lithuania/');
    await consent.started();
    await expect(notice.region).toContainText('We use cookies');
    expect((await consent.choice()).decided).toBe(false);
  });
});

test.describe('where the program', () => {
  /** A program that stops while it starts. */
  const TRAP = () => {
    const instantiate = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
      const { instance, module } = await instantiate(...given);
      const start = () => { throw new WebAssembly.RuntimeError('unreachable'); };
      return { module, instance: { exports: { ...instance.exports, start } } };
    };
  };
  const OURS = /^console\.warning: partner-profile: the page stays as it is/;
  const cases = {
    'is not there': { fault: { match: WASM, status: 404 } },
    'is cut short': { fault: { match: WASM, truncate: 5000 } },
    'breaks off on the way': { fault: { match: WASM, drop: 5000 } },
    'traps at its start': { fault: null, script: TRAP },
    'is blocked by the host': { headers: { 'Content-Security-Policy': "script-src 'self' 'unsafe-inline'" } },
    'stalls for ten seconds': { fault: { match: WASM, stall: 5000 }, waits: true },
  };
  for (const [name, { fault, script, headers, waits }] of Object.entries(cases)) {
    test.describe(name, () => {
      /** Opens the page; what is returned lets it come to its end. */
      async function open({ page, serve, notice, watch }) {
        if (!waits) watch.expect(OURS);
        watch.allow(/404|integrity|ERR_|Fetch API|CompileError|Content Security Policy/);
        if (script) await page.addInitScript(script);
        if (waits) await page.clock.install();
        // It fails only after it was pressed.
        let release;
        const until = new Promise((resolve) => (release = resolve));
        const site = await serve({ root: 'dist', headers, faults: [{ ...(fault ?? { match: WASM }), until }] });
        await page.goto(`${site.url}lithuania/`);
        await expect(notice.region).toBeVisible();
        return { site, fail: async () => (release(), waits && (await page.clock.fastForward(10_000))) };
      }

      test('the question goes, and the focus is not lost', async ({ page, serve, consent, notice, watch }) => {
        const { fail } = await open({ page, serve, notice, watch });
        await notice.accept.focus();
        await fail();
        await expect(notice.region).toHaveCount(0);
        expect(await consent.focus()).toMatchObject({ tag: 'H1' });
        expect(await consent.pressed()).toBeNull();
      });

      test('what was pressed could not be kept, as it says, and the next page takes it up', async ({ page, serve, consent, notice, settings, watch }) => {
        const { site, fail } = await open({ page, serve, notice, watch });
        await notice.optOut.click();
        await expect(notice.region.getByRole('status')).toHaveText('', { useInnerText: true });
        await fail();
        await expect(notice.region.getByRole('status')).toHaveText('Your choice could not be kept, so it holds for this visit only.');
        await expect(notice.message).toHaveText(/You opted out of cookies\.\s+Your choice could not/, { useInnerText: true });
        await expect(notice.link, 'nothing can be changed there').toHaveCount(0);
        await expect(settings.region).toContainText('Nothing optional is running');
        expect(await consent.stored()).toBeNull();
        await notice.hide.click();
        await expect(notice.region).toHaveCount(0);
        expect(await consent.focus()).toMatchObject({ tag: 'H1' });
        if (script || headers) return;
        site.faults.length = 0;
        await page.goto(`${site.url}lithuania/lt/`);
        await consent.started();
        expect((await consent.record()).purposes).toEqual({ preferences: false });
      });
    });
  }

  test('comes after ten seconds, it takes up what was pressed, or asks again', async ({ page, site, consent, notice }) => {
    await page.clock.install();
    const release = held(site);
    await page.goto('lithuania/');
    await notice.optOut.click();
    await page.clock.fastForward(10_000);
    await expect(notice.region).toContainText('could not be kept');
    release();
    await consent.started();
    await expect(notice.message).toHaveText('You opted out of cookies.');
    await expect(notice.link).toBeVisible();
    await page.evaluate(() => window.partnerProfileConsent.reset());
    const again = held(site);
    site.faults.reverse();
    await page.reload();
    await expect(notice.region).toBeVisible();
    await page.clock.fastForward(10_000);
    await expect(notice.region).toHaveCount(0);
    again();
    await expect(notice.region).toContainText('We use cookies');
  });

  test('is there in time, what was shown at first is not hidden after ten seconds', async ({ page, consent, notice }) => {
    await page.clock.install();
    await page.goto('lithuania/');
    await consent.started();
    await page.clock.fastForward(11_000);
    await expect(notice.region).toContainText('We use cookies');
    await notice.optOut.click();
    await page.clock.fastForward(11_000);
    await expect(notice.message).toHaveText('You opted out of cookies.');
  });

  for (const [what, breakage] of [
    ['no WebAssembly', () => delete window.WebAssembly],
    ['only the shell of WebAssembly', () => { window.WebAssembly = {}; }],
  ]) {
    test(`has ${what} to run in, nothing is asked`, async ({ page, watch }) => {
      watch.expect(/no WebAssembly/);
      await page.addInitScript(breakage);
      await page.addInitScript(WATCH);
      await page.goto('lithuania/');
      await expect.poll(() => seen(page)).toEqual([NOTHING]);
    });
  }

  test('fails before the page was read, the question goes at once', async ({ page, site, watch, notice }) => {
    watch.expect(/did not arrive/);
    site.faults.push({ match: 'lithuania/', rate: 8000 });
    await page.clock.install();
    await page.addInitScript(() => {
      window.fetch = () => {
        window.hadNotice = Boolean(document.querySelector('.pp-notice'));
        return Promise.reject(new TypeError('blocked'));
      };
    });
    await page.goto('lithuania/');
    expect(await page.evaluate(() => window.hadNotice), 'it fails early enough').toBe(false);
    // Its ten seconds never pass.
    await expect(notice.region).toHaveCount(0);
  });
});
