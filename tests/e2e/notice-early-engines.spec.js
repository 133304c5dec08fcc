// The notice before the page's program is there, where the engines of browsers differ.

import { KEY, held, test as base } from './consent.js';
import { ANSWER, NOTHING, QUESTION, WATCH, seen } from './early.js';
import { ENGINES, onEngines, started } from './engines.js';
import { expect } from './fixtures.js';
import { policySource } from './hash.js';

const test = onEngines(base);

for (const engine of ENGINES) {
  test.describe(engine, () => {
    test.use({ engine });
    test.setTimeout(120_000);

    const PRESS = (index) => `document.querySelectorAll('.pp-notice button')[${index}].click()`;
    const FOCUSED = 'document.activeElement.className';
    const CHOICE = 'window.partnerProfileConsent.get()';
    const KEPT = `[localStorage.getItem('${KEY}'), sessionStorage.getItem('${KEY}')].map(Boolean)`;

    /** Puts a script before all others into every page. */
    function prepare(site, script) {
      const code = `(${script})()`;
      site.faults.push({
        match: /^lithuania\/(lt\/)?$/,
        tamper: (text) =>
          String(text)
            .replace("script-src 'self'", `script-src 'self' ${policySource(code)}`)
            .replace('<title>', () => `<script>${code}</script><title>`),
      });
    }

    test('asks with the first paint, answers at once, and loses nothing when the page is left', async ({ site, driven }) => {
      prepare(site, WATCH);
      const release = held(site);
      await driven.goto(`${site.url}lithuania/`);
      await expect.poll(() => seen(driven)).toEqual([QUESTION]);
      await driven.evaluate(PRESS(1));
      await expect.poll(() => seen(driven)).toEqual([QUESTION, ANSWER]);
      expect(await driven.evaluate(`document.querySelectorAll('.pp-notice')[1].innerText`)).toContain('You opted out of cookies.');
      expect(await driven.evaluate(FOCUSED)).toBe('pp-notice__text');
      expect(await driven.evaluate(KEPT)).toEqual([false, true]);

      await driven.goto(`${site.url}lithuania/lt/`);
      await expect.poll(() => seen(driven)).toEqual([NOTHING]);
      release();
      await started(driven);
      expect(await driven.evaluate(CHOICE)).toMatchObject({ decided: true, durable: true, purposes: { preferences: false } });
      expect(await driven.evaluate(KEPT)).toEqual([true, false]);
      await expect.poll(() => seen(driven)).toEqual([NOTHING, ANSWER]);
      expect(await driven.evaluate(FOCUSED)).toBe('pp-notice__text');

      await driven.reload();
      await started(driven);
      expect(await seen(driven)).toEqual([NOTHING]);
      // Firefox breaks off what a page that is left still loads.
      const left = /the page stays as it is.*did not arrive/;
      expect(driven.said?.filter((line) => !left.test(line)) ?? []).toEqual([]);
    });

    test('takes up on the page itself what was pressed, without a change on screen', async ({ site, driven }) => {
      prepare(site, WATCH);
      const release = held(site);
      await driven.goto(`${site.url}lithuania/`);
      await driven.evaluate(PRESS(0));
      await expect.poll(async () => (await seen(driven)).at(-1)).toBe(ANSWER);
      const shown = await seen(driven);
      const place = `JSON.stringify(document.querySelectorAll('.pp-notice')[1].getBoundingClientRect())`;
      const before = await driven.evaluate(place);
      release();
      await started(driven);
      expect(await driven.evaluate(CHOICE)).toMatchObject({ decided: true, purposes: { preferences: true } });
      expect(await driven.evaluate(place)).toBe(before);
      expect(await driven.evaluate(FOCUSED)).toBe('pp-notice__text');
      expect(await seen(driven)).toEqual(shown);
      expect(await driven.evaluate(KEPT)).toEqual([true, false]);
    });

    test('lets a link lead to its section, which stays in its place when the page comes alive', async ({ site, driven }) => {
      const release = held(site);
      await driven.goto(`${site.url}lithuania/`);
      const top = `Math.round(document.querySelector('#notes').getBoundingClientRect().top)`;
      const isAtRest = `new Promise((resolve) => {
        let [last, since] = [null, 0];
        const look = () => {
          const now = ${top};
          since = now === last ? since + 1 : 0;
          last = now;
          if (since > 20) resolve(now >= 0 && now < 100); else requestAnimationFrame(look);
        };
        look();
      })`;
      await driven.evaluate(`document.querySelector('.pp-contents a[href$="#notes"]').click()`);
      expect(await driven.evaluate(isAtRest)).toBe(true);
      release();
      await started(driven);
      expect(await driven.evaluate(isAtRest)).toBe(true);
    });

    test('shows nothing under Global Privacy Control', async ({ site, driven }) => {
      const signal = `() => Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true, configurable: true })`;
      prepare(site, `() => { (${signal})(); (${WATCH})(); }`);
      const release = held(site);
      await driven.goto(`${site.url}lithuania/`);
      await expect.poll(() => seen(driven)).toEqual([NOTHING]);
      release();
      await started(driven);
      expect(await seen(driven)).toEqual([NOTHING]);
    });
  });
}
