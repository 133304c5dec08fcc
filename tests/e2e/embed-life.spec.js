// The profile inside another site: how it comes, moves and goes, and what it shares a page with.

import { readFile, writeFile } from 'node:fs/promises';
import { LITHUANIA, TITLE, add, drawn, expect, listen, profile, ready, test } from './hosts.js';

test.describe('the life of an element', () => {
  test('of a quick change of src from A to B to A only the last answer counts', async ({ page, host, site, docs }) => {
    await listen(page);
    site.faults.push({ match: LITHUANIA, delay: 600 });
    docs.faults.push({ match: 'prose-full.json', delay: 300 });
    let over = 0;
    for (const end of ['requestfinished', 'requestfailed']) {
      page.on(end, (request) => (over += Number(/(lithuania|prose-full)\.json$/.test(request.url()))));
    }
    await host.open('blank.html');
    const other = `${docs.url}prose-full.json`;
    const change = async (src) => {
      const sent = page.waitForRequest(src);
      await profile(page).evaluate((element, src) => (element.src = src), src);
      await sent;
    };
    await add(page, { src: '', wait: false });
    await change(site.url + LITHUANIA);
    await change(other);
    await change(site.url + LITHUANIA);
    await ready(page);
    // Answered or given up, perhaps before it was sent: the others are over as well.
    await expect.poll(() => over).toBe(3);
    await drawn(page);
    await expect(page.getByRole('heading', { level: 2 })).toHaveText([TITLE]);
    expect(await page.evaluate(() => window.told)).toEqual(['load']);
  });

  test('a slow answer does not take the place of a later one', async ({ page, host, site, docs }) => {
    site.faults.push({ match: LITHUANIA, delay: 800 });
    await host.open('blank.html');
    const sent = page.waitForRequest(site.url + LITHUANIA);
    await add(page, { src: site.url + LITHUANIA, wait: false });
    await sent;
    await profile(page).evaluate((element, src) => (element.src = src), `${docs.url}prose-full.json`);
    await ready(page);
    await expect.poll(() => site.requests.filter(({ path }) => path.endsWith(LITHUANIA)).length).toBe(1);
    await drawn(page);
    await expect(page.getByRole('heading', { level: 2 })).not.toHaveText(TITLE);
  });

  test('removed while it fetches, it gives up without a word, and begins anew when it comes back', async ({
    page,
    host,
    site,
    watch,
  }) => {
    watch.allow(/ERR_ABORTED/);
    await listen(page);
    site.faults.push({ match: LITHUANIA, delay: 3000 });
    await host.open('plain.html');
    await expect.poll(() => profile(page).evaluate(({ state }) => state)).toBe('loading');
    await profile(page).evaluate((element) => {
      window.removed = element;
      element.remove();
    });
    await expect.poll(() => page.evaluate(() => window.removed.state)).toBe('idle');
    expect(await page.evaluate(() => window.told)).toEqual([]);
    site.faults.length = 0;
    await page.evaluate(() => document.body.append(window.removed));
    expect(await ready(page)).toBe('ready');
  });

  test('moved within the page, it keeps what it shows', async ({ page, host, site }) => {
    await host.open('blank.html');
    await add(page, { src: site.url + LITHUANIA });
    const kept = await profile(page).evaluate(async (element) => {
      const title = element.shadowRoot.querySelector('h2');
      const there = document.querySelector('#there');
      there.append(element);
      // Who has left is told in a microtask.
      await new Promise((resolve) => setTimeout(resolve));
      there.moveBefore?.(element, null);
      return element.shadowRoot.querySelector('h2') === title && element.state;
    });
    expect(kept).toBe('ready');
    expect(site.requests.filter(({ path }) => path.endsWith(LITHUANIA))).toHaveLength(1);
  });

  test('moved into another document and back, it keeps its look', async ({ page, host, site }) => {
    await host.open('blank.html');
    await add(page, { src: site.url + LITHUANIA });
    const looks = await profile(page).evaluate(async (element) => {
      const look = () => {
        const { defaultView } = element.ownerDocument;
        return [':host', '.pp-embed', 'h2', '.pp-figures__value', '.pp-map__land'].map((name) => {
          const inner = name === ':host' ? element : element.shadowRoot.querySelector(name);
          const { display, color, fill, fontFamily, fontWeight, backgroundColor } = defaultView.getComputedStyle(inner);
          return [name, display, color, fill, fontFamily, fontWeight, backgroundColor];
        });
      };
      const frame = document.createElement('iframe');
      document.querySelector('#there').append(frame);
      const looks = [look()];
      frame.contentDocument.body.append(element);
      looks.push(look());
      document.adoptNode(element);
      document.querySelector('#here').append(element);
      looks.push(look());
      // A document without a window is a place like any other to wait in.
      document.implementation.createHTMLDocument().body.append(element);
      document.querySelector('#here').append(element);
      looks.push(look());
      return looks;
    });
    for (const look of looks) expect(look).toEqual(looks[0]);
    expect(looks[0].find(([name]) => name === 'h2')[4]).toContain('Palatino');
    expect(await ready(page)).toBe('ready');
  });

  test('moved into another document before it has loaded, it is shown there', async ({ page, host, site }) => {
    await host.open('blank.html');
    await add(page, { src: site.url + LITHUANIA, loading: 'lazy', hidden: true, wait: false });
    const fonts = await profile(page).evaluate(async (element) => {
      const frame = document.createElement('iframe');
      document.querySelector('#there').append(frame);
      frame.contentDocument.body.append(element);
      element.hidden = false;
      await element.ready;
      return ['h2', '.pp-embed'].map((name) => {
        const inner = element.shadowRoot.querySelector(name);
        return frame.contentWindow.getComputedStyle(inner).fontFamily;
      });
    });
    expect(fonts[0]).toContain('Palatino');
    expect(fonts[1]).toContain('Segoe UI');
  });

  test('inserted hidden, it waits until it is shown', async ({ page, host, site }) => {
    await host.open('blank.html');
    await add(page, { src: site.url + LITHUANIA, hidden: true, loading: 'lazy', wait: false });
    await drawn(page);
    expect(await profile(page).evaluate(({ state }) => state)).toBe('idle');
    expect(site.requests.map(({ path }) => path)).toEqual(['/some/path/embed.js']);
    await profile(page).evaluate((element) => (element.hidden = false));
    expect(await ready(page)).toBe('ready');
    await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
    await profile(page).evaluate((element) => (element.hidden = true));
    await expect(page.getByRole('heading', { level: 2 })).toBeHidden();
  });

  test('the back-forward cache keeps it, and it goes on where it was', async ({ comeBack, host }) => {
    test.slow();
    const page = await comeBack(async (page) => {
      await page.goto(`${host.url}plain.html`);
      await ready(page);
      await page.evaluate(() => (window.kept = true));
      await page.goto(`${host.url}far.html`);
    });
    expect(await page.evaluate(() => window.kept)).toBe(true);
    await page.getByRole('navigation').getByRole('link', { name: 'Key dates' }).click();
    await expect(page.getByRole('heading', { name: 'Key dates' })).toBeFocused();
    await profile(page).evaluate((element) => (element.sections = ['places']));
    await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Places in Iraq']);
  });

  test('two hundred of one document fetch and read it once, and a change of language leaves the page its turns', async ({
    page,
    host,
    site,
  }) => {
    test.setTimeout(120_000);
    await page.addInitScript(() => {
      window.read = 0;
      const { instantiateStreaming } = WebAssembly;
      WebAssembly.instantiateStreaming = async (...given) => {
        const { exports } = (await instantiateStreaming(...given)).instance;
        const read = (...given) => (window.read += 1) && exports.sharedprofile_new(...given);
        return { instance: { exports: { ...exports, sharedprofile_new: read } } };
      };
    });
    await host.open('blank.html');
    const turns = await page.evaluate(async (src) => {
      const elements = Array.from({ length: 200 }, () => {
        const element = Object.assign(document.createElement('partner-profile'), { src, loading: 'eager' });
        return document.querySelector('#here').appendChild(element);
      });
      await Promise.all(elements.map(({ ready }) => ready));
      document.documentElement.lang = 'lt';
      const language = (element) => element.shadowRoot.querySelector('.pp-embed').lang;
      let turns = 0;
      for (; !elements.every((element) => language(element) === 'lt'); turns += 1) {
        await new Promise((resolve) => setTimeout(resolve));
      }
      return turns;
    }, site.url + LITHUANIA);
    expect(turns).toBeGreaterThan(5);
    expect(await page.evaluate(() => window.read)).toBe(1);
    expect(site.requests.filter(({ path }) => path.endsWith(LITHUANIA))).toHaveLength(1);
  });

  test('1,000 times added and removed, it leaves nothing behind', async ({ page, host, site }) => {
    test.setTimeout(240_000);
    await page.addInitScript(() => {
      const keep = async (started) => {
        window.memory = (await started).instance.exports.memory;
        return started;
      };
      const { instantiate, instantiateStreaming } = WebAssembly;
      WebAssembly.instantiate = (...given) => keep(instantiate(...given));
      WebAssembly.instantiateStreaming = (...given) => keep(instantiateStreaming(...given));
    });
    await host.open('blank.html');
    await add(page, { src: site.url + LITHUANIA });
    const data = JSON.parse(await readFile(`public/${LITHUANIA}`, 'utf8'));
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.enable');
    await session.send('Performance.enable');
    const measure = async () => {
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const metric = (name) => metrics.find((metric) => metric.name === name).value;
      return {
        nodes: metric('Nodes'),
        listeners: metric('JSEventListeners'),
        wasm: await page.evaluate(() => window.memory.buffer.byteLength),
        heap: metric('JSHeapUsedSize'),
      };
    };
    const cycle = (times) =>
      page.evaluate(
        async ({ times, data }) => {
          for (let index = 0; index < times; index += 1) {
            const element = Object.assign(document.createElement('partner-profile'), { data, loading: 'eager' });
            document.querySelector('#there').append(element);
            await element.ready;
            element.remove();
            await new Promise((resolve) => setTimeout(resolve));
          }
        },
        { times, data },
      );
    await cycle(100);
    const before = await measure();
    await cycle(900);
    const after = await measure();
    console.log('    after 100 and 1,000 cycles:', before, after);
    expect(after.nodes - before.nodes).toBeLessThan(50);
    expect(after.listeners - before.listeners).toBeLessThan(20);
    expect(after.wasm).toBe(before.wasm);
    expect(after.heap - before.heap).toBeLessThan(500_000);
  });
});

test.describe('the page around', () => {
  test('may style everything: the profile looks as it does elsewhere', async ({ page, host }) => {
    const look = async (name) => {
      await host.open(name);
      await ready(page);
      return profile(page).evaluate((element) =>
        [...element.shadowRoot.querySelectorAll('.pp-embed, .pp-embed *')].map((inner) => {
          const style = getComputedStyle(inner);
          const { color, fontFamily, fontSize, fontStyle, letterSpacing, textTransform, lineHeight, display } = style;
          return [inner.tagName, color, fontFamily, fontSize, fontStyle, letterSpacing, textTransform, lineHeight, display];
        }),
      );
    };
    expect(await look('hostile.html')).toEqual(await look('plain.html'));
  });

  test('keeps its own style', async ({ page, host, watch }) => {
    watch.expect(/ERR_FAILED/);
    const look = () =>
      page.evaluate(() =>
        ['html', 'body', 'h1', '#after'].map((name) => {
          const style = getComputedStyle(document.querySelector(name));
          return [style.color, style.font, style.margin, style.padding, style.background, style.display];
        }),
      );
    await page.route('**/embed.js', (route) => route.abort());
    await host.open('plain.html').catch(() => {});
    const before = await look();
    await page.unroute('**/embed.js');
    await host.open('plain.html');
    await ready(page);
    expect(await look()).toEqual(before);
    expect(await page.evaluate(() => [document.adoptedStyleSheets.length, document.querySelectorAll('style').length]))
      .toEqual([0, 0]);
  });

  test('may have a rem of 10 pixels: sizes are those that the reader has set', async ({ page, host }) => {
    await host.open('plain.html');
    await ready(page);
    const size = () => page.locator('.pp-prose p').first().evaluate((text) => getComputedStyle(text).fontSize);
    const usual = await size();
    await page.evaluate(() => (document.documentElement.style.fontSize = '10px'));
    expect(await size()).toBe(usual);
    await host.open('article.html');
    await profile(page).scrollIntoViewIfNeeded();
    await ready(page);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('10px');
    expect(await size()).toBe(usual);
  });

  test('may be narrow around it: the layout follows the width of the element', async ({ page, host }) => {
    await host.open('plain.html');
    await ready(page);
    await profile(page).evaluate((element) => (element.style.width = '320px'));
    const overflow = await profile(page).evaluate((element) =>
      [...element.shadowRoot.querySelectorAll('*')].filter((inner) => inner.getBoundingClientRect().right > 340 &&
        !inner.closest('[class*=status]')).map((inner) => inner.className),
    );
    expect(overflow).toEqual([]);
  });

  test('may require Trusted Types and allow no policy', async ({ page, host, site }) => {
    host.headers['Content-Security-Policy'] =
      `default-src 'none'; script-src ${site.origin} 'wasm-unsafe-eval'; connect-src ${site.origin}; ` +
      "img-src data:; require-trusted-types-for 'script'; trusted-types 'none'";
    await host.open('plain.html');
    expect(await ready(page)).toBe('ready');
    await expect(page.getByRole('heading', { level: 2, name: TITLE })).toBeVisible();
  });

  test('may be right-to-left and in another language', async ({ page, host }) => {
    await host.open('plain.html');
    await ready(page);
    await page.evaluate(() => Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' }));
    await profile(page).evaluate((element) => element.reload());
    await expect(page.getByRole('heading', { level: 2 })).toHaveCSS('direction', 'ltr');
    await expect(page.getByRole('navigation')).not.toHaveAccessibleName('On this page');
  });
});

/** React as a script of the page: its modules as they are published, each in a function. */
async function bundleReact() {
  const files = {
    scheduler: 'scheduler/cjs/scheduler.production.js',
    react: 'react/cjs/react.production.js',
    'react-dom': 'react-dom/cjs/react-dom.production.js',
    'react-dom/client': 'react-dom/cjs/react-dom-client.production.js',
  };
  const modules = await Promise.all(
    Object.entries(files).map(async ([name, file]) => {
      const code = await readFile(`node_modules/${file}`, 'utf8');
      return `${JSON.stringify(name)}: (module, exports, require) => {${code}\n}`;
    }),
  );
  return `const modules = {${modules.join(',')}};
    const made = {};
    function require(name) {
      if (!made[name]) {
        made[name] = { exports: {} };
        modules[name](made[name], made[name].exports, require);
      }
      return made[name].exports;
    }
    window.React = require('react');
    window.createRoot = require('react-dom/client').createRoot;
    window.flushSync = require('react-dom').flushSync;`;
}

test.describe('a framework', () => {
  test('React 19 sets properties, hears events, moves it in a list and removes it', async ({
    page,
    host,
    site,
    docs,
  }) => {
    await writeFile(`${host.root}/react.js`, await bundleReact());
    host.headers['Content-Security-Policy'] =
      `script-src 'self' ${site.origin} 'wasm-unsafe-eval'; connect-src ${site.origin} ${docs.origin}`;
    await host.open('react.html');
    const data = JSON.parse(await readFile('tests/fixtures/prose-full.json', 'utf8'));
    await page.evaluate(
      ([src, data]) => {
        window.heard = [];
        window.root = window.createRoot(document.querySelector('#root'));
        window.render = (keys) => {
          const profiles = {
            a: { src, headingLevel: 3, loading: 'eager', sections: ['key-dates'] },
            b: { data, loading: 'eager', lang: 'lt' },
          };
          const { createElement } = window.React;
          const list = keys.map((key) =>
            createElement(
              'partner-profile',
              { key, ...profiles[key], 'onpartner-profile-load': () => window.heard.push(key) },
              'Fallback',
            ),
          );
          window.flushSync(() => window.root.render(createElement('main', null, list)));
        };
        window.render(['a', 'b']);
      },
      [site.url + LITHUANIA, data],
    );
    await expect(page.getByRole('heading', { level: 3, name: TITLE })).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: data.title })).toBeVisible();
    await page.evaluate(() => window.render(['b', 'a']));
    await page.evaluate(() => window.render(['a']));
    await expect(page.getByRole('heading', { level: 4 })).toHaveText(['Key dates']);
    await expect(page.locator('partner-profile')).toHaveCount(1);
    expect((await page.evaluate(() => window.heard)).sort()).toEqual(['a', 'b']);
    await page.evaluate(() => window.root.unmount());
    await expect(page.locator('partner-profile')).toHaveCount(0);
  });

  test('may create, set, move and remove it as it likes', async ({ page, host, site, docs }) => {
    await host.open('blank.html');
    const states = await page.evaluate(
      async ([src, other]) => {
        const here = document.querySelector('#here');
        // As Vue and Svelte do: a template is cloned, attributes are set before it is in the page, listeners after.
        const template = document.createElement('template');
        template.content.append(document.createElement('partner-profile'));
        const element = document.importNode(template.content, true).firstChild;
        element.setAttribute('loading', 'eager');
        element.setAttribute('src', src);
        const states = [];
        element.addEventListener('partner-profile-load', () => states.push('load'));
        here.append(element);
        await element.ready;
        // A keyed list is sorted.
        here.prepend(document.createElement('p'));
        here.insertBefore(element, here.firstChild);
        await Promise.resolve();
        states.push(element.state);
        // A route is left and entered again.
        here.replaceChildren();
        await new Promise((resolve) => setTimeout(resolve));
        states.push(element.state);
        here.append(element);
        await element.ready;
        element.src = other;
        await element.ready;
        states.push(element.state);
        return states;
      },
      [site.url + LITHUANIA, `${docs.url}prose-full.json`],
    );
    expect(states).toEqual(['load', 'ready', 'idle', 'load', 'load', 'ready']);
  });
});
