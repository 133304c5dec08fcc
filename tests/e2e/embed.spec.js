// The profile inside another site: what it shows, and its published interface.

import { readFile, readdir } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { hash } from './hash.js';
import { FALLBACK, LITHUANIA, TITLE, add, drawn, expect, failed, listen, profile, ready, test } from './hosts.js';

test.describe('a profile in another site', () => {
  test('shows the profile from another origin and a sub-path under the policy that the documentation names', async ({
    page,
    host,
  }) => {
    await host.open('plain.html');
    expect(await ready(page)).toBe('ready');
    await expect(page.getByRole('heading', { level: 2, name: TITLE })).toBeVisible();
    await expect(page.getByText(FALLBACK, { exact: true })).toBeHidden();
  });

  test('asks for nothing but its own files, without cookies, and sends a Referer for its script only', async ({
    page,
    host,
    site,
  }) => {
    const sent = [];
    page.on('request', (request) => {
      if (request.url().startsWith(site.origin)) sent.push(request);
    });
    await host.open('plain.html');
    await ready(page);
    const names = sent.map((request) => new URL(request.url()).pathname.replace('/some/path/', ''));
    expect(names.map((name) => name.replace(/-[0-9a-f]{16}\./, '.')).sort()).toEqual(
      expect.arrayContaining(['assets/element.wasm', 'assets/embed.css', 'embed.js', LITHUANIA]),
    );
    for (const request of sent) {
      const headers = await request.allHeaders();
      expect(headers.cookie).toBeUndefined();
      if (/\.(json|wasm|css)$/.test(request.url())) expect(headers.referer).toBeUndefined();
    }
  });

  test('loads the cookie choice only where an element asks itself, and then once', async ({ page, host, site }) => {
    const programs = () => site.requests.map(({ path }) => path.match(/assets\/(element.*)-\w+\.wasm$/)?.[1]).filter(Boolean);
    await host.open('plain.html');
    await ready(page);
    expect(programs()).toEqual(['element']);
    await add(page, { src: site.url + LITHUANIA, consent: 'own', into: 'body' });
    await add(page, { src: site.url + LITHUANIA, consent: 'own', into: 'body' });
    await add(page, { src: site.url + LITHUANIA, into: 'body' });
    expect(programs()).toEqual(['element', 'element-own-consent']);
  });

  test('loads nothing but its script until it comes near the viewport', async ({ page, host, site }) => {
    await host.open('far.html');
    await drawn(page);
    expect(site.requests.map(({ path }) => path)).toEqual(['/some/path/embed.js']);
    expect(await profile(page).evaluate(({ state }) => state)).toBe('idle');
    await profile(page).scrollIntoViewIfNeeded();
    expect(await ready(page)).toBe('ready');
  });

  test('loads at once where it is eager, also when that is said later', async ({ page, host }) => {
    await host.open('far.html');
    await profile(page).evaluate((element) => (element.loading = 'eager'));
    expect(await ready(page)).toBe('ready');
  });

  test('prints the fallback before it has been scrolled to', async ({ page, host }) => {
    await host.open('far.html');
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText(FALLBACK, { exact: true })).toBeVisible();
    expect(await profile(page).evaluate(({ state }) => state)).toBe('idle');
  });

  test('two elements share one Wasm', async ({ page, host, site, docs }) => {
    await host.open('blank.html');
    await add(page, { src: `${site.url}${LITHUANIA}` });
    await add(page, { src: `${docs.url}prose-full.json` });
    const wasm = site.requests.filter(({ path }) => path.endsWith('.wasm'));
    expect(wasm).toHaveLength(1);
    await expect(page.getByRole('heading', { level: 2 })).toHaveCount(2);
  });

  test('of two elements one may fail', async ({ page, host, site, watch }) => {
    watch.expect(/partner-profile: not-found/);
    watch.expect(/404/);
    await host.open('blank.html');
    expect(await add(page, { src: `${site.url}profiles/nowhere.json` })).toBe('error');
    expect(await add(page, { src: `${site.url}${LITHUANIA}` })).toBe('ready');
    await expect(page.getByText('Fallback').first()).toBeVisible();
    await expect(page.getByRole('heading', { level: 2, name: TITLE })).toBeVisible();
  });

  test('the script may be included twice, and in two versions', async ({ page, host, site }) => {
    await host.open('plain.html');
    for (const version of ['embed.js', 'embed.js?another']) {
      await page.evaluate(
        (src) =>
          new Promise((resolve, reject) => {
            const script = Object.assign(document.createElement('script'), { type: 'module', src });
            script.onload = resolve;
            script.onerror = reject;
            document.head.append(script);
          }),
        `${site.url}${version}`,
      );
    }
    expect(await ready(page)).toBe('ready');
  });

  test('is what the documentation says', async () => {
    const page = await readFile('docs/embedding.md', 'utf8');
    const [, snippet] = page.match(/```html\n([\s\S]*?)```/);
    expect(await readFile('tests/e2e/hosts/plain.html', 'utf8')).toContain(snippet);
    const types = await readFile('public/embed.d.ts', 'utf8');
    const codes = types.match(/ErrorCode =\n([\s\S]*?);/)[1].match(/[a-z][a-z-]+/g);
    expect(page.match(/\| code \|[\s\S]*?\n\n/)[0].match(/`[a-z-]+`/g).map((code) => code.slice(1, -1)).sort())
      .toEqual(codes.sort());
  });

  test('a version may be pinned with its hash', async ({ page, host, site }) => {
    const pinned = (await readdir('dist')).find((name) => /^embed-\w+\.js$/.test(name));
    const integrity = hash('sha384', await readFile(`dist/${pinned}`));
    await host.open('blank.html');
    await page.evaluate(
      ([src, integrity]) => {
        const attributes = { type: 'module', src, integrity, crossOrigin: 'anonymous' };
        document.head.append(Object.assign(document.createElement('script'), attributes));
      },
      [site.url + pinned, integrity],
    );
    await expect.poll(() => site.requests.filter(({ path }) => path.endsWith(pinned)).length).toBe(1);
    expect(await add(page, { src: site.url + LITHUANIA })).toBe('ready');
  });

  for (const width of [320, 768, 1280]) {
    test(`looks at home in an article ${width} pixels wide, in light and in dark`, async ({ page, host }, info) => {
      await page.setViewportSize({ width, height: 1000 });
      await host.open('article.html');
      await profile(page).scrollIntoViewIfNeeded();
      await ready(page);
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        await page.screenshot({ path: info.outputPath(`article-${width}-${colorScheme}.png`), fullPage: true });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes[0].html])).toEqual([]);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      const sizes = await page.evaluate(() =>
        [document.querySelector('h1'), document.querySelector('partner-profile').shadowRoot.querySelector('h3')].map(
          (heading) => parseFloat(getComputedStyle(heading).fontSize),
        ),
      );
      expect(sizes[1], 'the page’s own title stays the largest').toBeLessThan(sizes[0]);
    });
  }

  test('the Wasm does nothing by itself in a page that is not ours', async ({ page, host }) => {
    await host.open('plain.html');
    await ready(page);
    expect(await page.evaluate(() => document.body.innerHTML.includes('partner-profile-document'))).toBe(false);
    expect(await page.evaluate(() => document.querySelectorAll('head > link').length)).toBe(1);
  });
});

/** Every text and every name in the profiles: its language, and for what is seen the direction in which it runs. */
const spoken = (page) =>
  page.evaluate(() => {
    const said = [];
    const say = (text, element, runs) => {
      if (!/\p{Letter}/u.test(text)) return;
      const root = element.getRootNode();
      said.push({ text, is: (element.closest('[lang]') ?? root.host.closest('[lang]')).lang, runs });
    };
    for (const { shadowRoot } of document.querySelectorAll('partner-profile')) {
      const walker = document.createTreeWalker(shadowRoot, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        // The names of cookies are in no language.
        if (node.parentElement?.closest('code')) continue;
        if (node.nodeType === Node.TEXT_NODE) {
          const parent = node.parentElement;
          // A map is never mirrored.
          const runs = parent.closest('svg') ? undefined : getComputedStyle(parent).direction;
          say(node.data, parent, runs);
        } else if (node.hasAttribute('aria-label')) {
          say(node.getAttribute('aria-label'), node);
        }
      }
    }
    return said;
  });

test.describe('its interface', () => {
  test('attributes are reflected by properties and the other way round', async ({ page, host }) => {
    await host.open('blank.html');
    const result = await page.evaluate(() => {
      const element = document.createElement('partner-profile');
      const initial = ['src', 'lang', 'headingLevel', 'theme', 'loading', 'sections', 'consent', 'data', 'state'];
      const before = initial.map((name) => element[name]);
      Object.assign(element, { src: 'a.json', lang: 'lt', headingLevel: 4, theme: 'dark', loading: 'eager' });
      Object.assign(element, { sections: ['a', 'b'], consent: 'none' });
      const set = element.getAttributeNames().map((name) => [name, element.getAttribute(name)]);
      for (const name of ['heading-level', 'theme', 'loading', 'consent']) element.setAttribute(name, 'nonsense');
      const nonsense = [element.headingLevel, element.theme, element.loading, element.consent];
      element.src = null;
      return { before, set: Object.fromEntries(set), nonsense, left: element.hasAttribute('src') };
    });
    expect(result).toEqual({
      before: ['', '', 2, 'auto', 'lazy', [], 'host', null, 'idle'],
      set: {
        src: 'a.json',
        lang: 'lt',
        'heading-level': '4',
        theme: 'dark',
        loading: 'eager',
        sections: 'a b',
        consent: 'none',
      },
      nonsense: [2, 'auto', 'lazy', 'host'],
      left: false,
    });
  });

  test('properties that were set before the script arrived are taken up', async ({ page, host, site, docs }) => {
    site.faults.push({ match: 'embed.js', delay: 500 });
    const opened = host.open('plain.html');
    await page.waitForSelector('partner-profile', { state: 'attached' });
    const document = JSON.parse(await readFile('tests/fixtures/prose-full.json', 'utf8'));
    await profile(page).evaluate(
      (element, data) => Object.assign(element, { data, headingLevel: 3, sections: [data.sections[0].id] }),
      document,
    );
    await opened;
    await ready(page);
    await expect(page.getByRole('heading', { level: 3, name: document.title })).toBeVisible();
    expect(await profile(page).evaluate((element) => [element.headingLevel, Object.keys(element)])).toEqual([3, []]);
    expect(docs.requests).toEqual([]);
  });

  test('a relative src is resolved against the address of the page, not its base', async ({ page, host, watch }) => {
    watch.expect(/partner-profile: blocked/);
    watch.expect(/Content Security Policy/);
    await host.open('hostile.html');
    await ready(page);
    await profile(page).evaluate((element) => (element.src = 'somewhere/near.json'));
    expect((await failed(page)).message).toContain(`${host.url}somewhere/near.json`);
  });

  test('no line under or through the text of the page goes on in it', async ({ page, host, site }) => {
    await host.open('blank.html');
    await add(page, { src: site.url + LITHUANIA, sections: ['deployment'] });
    const look = async () => (await profile(page).screenshot()).toString('base64');
    const before = await look();
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { text-decoration: underline line-through red !important; text-indent: 3em !important }');
      document.adoptedStyleSheets = [sheet];
    });
    expect(await look()).toBe(before);
  });

  for (const [what, text] of [
    ['a long word', 'w'.repeat(200)],
    ['letters that browsers never part', '👨\u200d'.repeat(90)],
  ]) {
    test(`${what} in a text makes no page wider, whatever the level of its headings`, async ({ page, host, site }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      site.faults.push({
        match: LITHUANIA,
        tamper: (bytes) =>
          JSON.stringify({ ...JSON.parse(bytes), sections: [{ kind: 'prose', id: 'a', title: text, paragraphs: [text], points: [text] }] }),
      });
      await host.open('blank.html');
      await add(page, { src: site.url + LITHUANIA });
      for (const level of [2, 3, 4, 6]) {
        await profile(page).evaluate((element, level) => (element.headingLevel = level), level);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), level).toBe(320);
      }
    });
  }

  test('sections are shown as they are listed', async ({ page, host, site }) => {
    await host.open('blank.html');
    await add(page, { src: `${site.url}${LITHUANIA}`, sections: ['key-dates', 'nowhere', 'deployment'] });
    const headings = page.getByRole('heading', { level: 3 });
    await expect(headings).toHaveText(['Key dates', 'Deployment']);
    await profile(page).evaluate((element) => element.setAttribute('sections', 'places'));
    await expect(headings).toHaveText(['Places in Iraq']);
    await profile(page).evaluate((element) => element.removeAttribute('sections'));
    await expect(headings).toHaveCount(9);
  });

  test('heading-level="6" gives a title h6, and below it headings by role and level', async ({ page, host, site }) => {
    await host.open('blank.html');
    await add(page, { src: `${site.url}${LITHUANIA}`, headingLevel: 6 });
    await expect(page.locator('h6')).toHaveText(TITLE);
    const deeper = page.getByRole('heading', { level: 7 });
    await expect(deeper).toHaveCount(9);
    await expect(deeper.first()).toHaveAttribute('aria-level', '7');
  });

  test('lang chooses the words and leaves the text its language', async ({ page, host, site }) => {
    await host.open('blank.html');
    await add(page, { src: `${site.url}${LITHUANIA}` });
    const contents = page.getByRole('navigation');
    await expect(contents).toHaveAccessibleName('On this page');
    await profile(page).evaluate((element) => (element.lang = 'lt'));
    await expect(contents).not.toHaveAccessibleName('On this page');
    await expect(page.locator('article')).toHaveAttribute('lang', 'en');
    await expect(page.locator('article')).toHaveAttribute('dir', 'ltr');
    await profile(page).evaluate((element) => (element.dir = 'rtl'));
    await expect(page.getByRole('heading', { level: 2 })).toHaveCSS('direction', 'ltr');
    expect(await profile(page).evaluate(({ state }) => state)).toBe('ready');
  });

  test('the words follow a page that changes its language', async ({ page, host, site }) => {
    await host.open('blank.html');
    await add(page, { src: `${site.url}${LITHUANIA}` });
    const contents = page.getByRole('navigation');
    await expect(contents).toHaveAccessibleName('On this page');
    const declare = (selector, lang) => page.locator(selector).evaluate((element, lang) => (element.lang = lang), lang);
    await declare('html', 'lt');
    await expect(contents).toHaveAccessibleName('Šiame puslapyje');
    await declare('body', 'ar');
    await expect(contents).toHaveAccessibleName('في هذه الصفحة');
    // It comes to another place, and there to another document.
    await profile(page).evaluate((element) => {
      const around = document.createElement('div');
      around.lang = 'lt';
      document.body.append(around);
      around.append(element);
      element.src = '';
    });
    await profile(page).evaluate((element, src) => Object.assign(element, { src }).ready, site.url + LITHUANIA);
    await expect(contents).toHaveAccessibleName('Šiame puslapyje');
    await declare('div:has(> partner-profile)', 'ar');
    await expect(contents).toHaveAccessibleName('في هذه الصفحة');
    // Its own word comes first.
    await declare('partner-profile', 'en');
    await expect(contents).toHaveAccessibleName('On this page');
    await declare('body', 'lt');
    await declare('html', 'ar');
    await expect(contents).toHaveAccessibleName('On this page');
  });

  for (const language of ['lt', 'ar']) {
    test(`every word says its language: text of the document in English, words around it in ${language}`, async ({
      page,
      host,
      site,
      docs,
    }) => {
      await host.open('blank.html');
      await add(page, { src: site.url + LITHUANIA, consent: 'own' });
      await expect(page.getByRole('region', { name: 'Cookies' })).toBeVisible();
      for (const kind of ['contributions', 'membership', 'places', 'prose', 'quote', 'strength']) {
        await add(page, { src: `${docs.url}${kind}-full.json` });
      }
      const english = await spoken(page);
      await page.evaluate((language) => {
        for (const element of document.querySelectorAll('partner-profile')) element.lang = language;
      }, language);
      await expect(page.getByRole('region', { name: 'Cookies' })).toHaveCount(0);
      const mixed = await spoken(page);
      // Nothing but the words themselves is another: the two can be laid side by side.
      expect(mixed.length).toBe(english.length);
      const wrong = [];
      mixed.forEach(({ text, is, runs }, index) => {
        const before = english[index];
        expect(before.is, before.text).toBe('en');
        const wanted = text === before.text ? before.is : language;
        const direction = wanted === 'ar' ? 'rtl' : 'ltr';
        if (is !== wanted || (runs && runs !== direction)) wrong.push([text, is, runs]);
      });
      expect(wrong).toEqual([]);
      expect(mixed.filter(({ is }) => is === language).length).toBeGreaterThan(20);
    });
  }

  test('the words around the text are in its language where the page speaks none of theirs', async ({
    page,
    host,
    site,
    watch,
  }) => {
    watch.allow(/partner-profile: not-found|404/);
    await host.open('blank.html');
    await page.evaluate(() => Object.assign(document.documentElement, { lang: 'he', dir: 'rtl' }));
    await add(page, { src: site.url + LITHUANIA });
    await add(page, { src: `${site.url}nowhere.json`, empty: true });
    for (const { text, is, runs } of await spoken(page)) expect([is, runs ?? 'ltr'], text).toEqual(['en', 'ltr']);
    await expect(page.getByText('The profile could not be loaded.')).toBeVisible();
  });

  test('where all is in one language, nothing inside is marked with another', async ({ page, host }) => {
    await host.open('plain.html');
    await ready(page);
    const marked = await profile(page).evaluate((element) =>
      [...element.shadowRoot.querySelectorAll('[lang]')].map(({ className, lang }) => [className, lang]),
    );
    expect(marked).toEqual([['pp-embed', 'en'], ['pp-profile', 'en']]);
  });

  test('dir on the element turns the words around the text, live, and never the text', async ({ page, host }) => {
    await host.open('plain.html');
    await ready(page);
    const footer = page.locator('.pp-footer');
    await expect(footer).toHaveCSS('direction', 'ltr');
    await profile(page).evaluate((element) => (element.dir = 'rtl'));
    await expect(footer).toHaveCSS('direction', 'rtl');
    await expect(page.getByRole('heading', { level: 2 })).toHaveCSS('direction', 'ltr');
    await profile(page).evaluate((element) => element.removeAttribute('dir'));
    await expect(footer).toHaveCSS('direction', 'ltr');
  });

  test('theme is switched live', async ({ page, host }) => {
    await host.open('plain.html');
    await ready(page);
    const colour = () => page.getByRole('heading', { level: 2 }).evaluate((title) => getComputedStyle(title).color);
    const automatic = await colour();
    await profile(page).evaluate((element) => (element.theme = 'dark'));
    const dark = await colour();
    await profile(page).evaluate((element) => (element.theme = 'light'));
    expect(await colour()).toBe(automatic);
    expect(dark).not.toBe(automatic);
    await profile(page).evaluate((element) => (element.theme = 'auto'));
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await colour()).toBe(dark);
  });

  test('custom properties and parts style it', async ({ page, host }) => {
    await host.open('plain.html');
    await ready(page);
    const parts = await profile(page).evaluate((element) => [
      ...new Set([...element.shadowRoot.querySelectorAll('[part]')].map(({ part }) => part.value)),
    ]);
    expect(parts.sort()).toEqual([
      'fact', 'facts', 'figure', 'header', 'heading', 'map', 'section', 'sources', 'timeline',
    ]);
    const title = page.getByRole('heading', { level: 2 });
    await profile(page).evaluate((element) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        partner-profile { --pp-text: rgb(1, 2, 3); --pp-font: monospace; --pp-max-width: 300px; }
        partner-profile::part(header) { border-top: 7px solid; }`);
      document.adoptedStyleSheets = [sheet];
    });
    await expect(title).toHaveCSS('color', 'rgb(1, 2, 3)');
    await expect(title).toHaveCSS('font-family', 'monospace');
    await expect(page.locator('header')).toHaveCSS('border-top-width', '7px');
    expect((await page.locator('article').boundingBox()).width).toBeLessThanOrEqual(300);
    // As design systems set them.
    await profile(page).evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(':root { --pp-text: rgb(4, 5, 6); --pp-max-width: 280px; --pp-space: 3px; }');
      document.adoptedStyleSheets = [sheet];
    });
    await expect(title).toHaveCSS('color', 'rgb(4, 5, 6)');
    expect((await page.locator('article').boundingBox()).width).toBeLessThanOrEqual(280);
  });

  test('data takes the place of src, and goes back to it', async ({ page, host, site }) => {
    await host.open('blank.html');
    const data = JSON.parse(await readFile('tests/fixtures/quote-full.json', 'utf8'));
    await add(page, { data });
    const title = page.getByRole('heading', { level: 2 });
    await expect(title).toHaveText(data.title);
    await profile(page).evaluate((element, src) => Object.assign(element, { src, data: null }), `${site.url}${LITHUANIA}`);
    await expect(title).toHaveText(TITLE);
  });

  test('events bubble out of every shadow root, load and error', async ({ page, host, site, watch }) => {
    watch.expect(/partner-profile: not-found/);
    watch.expect(/404/);
    await listen(page);
    await host.open('blank.html');
    await page.evaluate((src) => {
      const inner = document.querySelector('#here').attachShadow({ mode: 'open' });
      inner.append(Object.assign(document.createElement('partner-profile'), { src }));
      return inner.firstChild.ready;
    }, `${site.url}${LITHUANIA}`);
    await add(page, { src: `${site.url}nowhere.json`, into: '#there' });
    expect(await page.evaluate(() => window.told)).toEqual(['load', 'error not-found']);
    await expect(page.getByRole('heading', { level: 2, name: TITLE })).toBeVisible();
  });
});

test.describe('links', () => {
  test('the contents lead to the section inside, and their address to the page of the profile', async ({
    page,
    host,
    site,
    watch,
  }) => {
    watch.allow(/favicon/);
    await host.open('plain.html');
    await ready(page);
    const link = page.getByRole('navigation').getByRole('link', { name: 'Key dates' });
    const address = `${site.url}lithuania/#key-dates`;
    await expect(link).toHaveAttribute('href', address);
    const before = page.url();
    await link.click();
    expect(page.url()).toBe(before);
    const heading = page.getByRole('heading', { name: 'Key dates' });
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport();
    await page.goto(address);
    await expect(page.locator('#key-dates')).toBeInViewport();
  });

  test('of a document from elsewhere they lead to the page around', async ({ page, host, docs }) => {
    await host.open('blank.html');
    await add(page, { src: `${docs.url}prose-full.json` });
    const link = page.getByRole('navigation').getByRole('link').first();
    expect(await link.getAttribute('href')).toMatch(`${host.url}blank.html#`);
    await link.click();
    await expect(page.getByRole('heading', { level: 3 }).first()).toBeFocused();
  });

  test('of a translation lead to its own page', async ({ page, host, site }) => {
    await page.route(/lithuania\.lt\.json/, async (route) => {
      const response = await route.fetch({ url: site.url + LITHUANIA });
      await route.fulfill({ response, json: { ...(await response.json()), language: 'lt' } });
    });
    await host.open('blank.html');
    await add(page, { src: `${site.url}profiles/lithuania.lt.json?again` });
    const link = page.getByRole('navigation').getByRole('link').first();
    expect(await link.getAttribute('href')).toMatch(`${site.url}lithuania/lt/#`);
  });

  test('beside a heading copies the address of the section on the page of the profile', async ({
    page,
    context,
    host,
    site,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await host.open('plain.html');
    await ready(page);
    await page.getByRole('link', { name: 'Link to this section: Key dates' }).click();
    await expect(page.getByRole('status')).toHaveText('The section’s address was copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.url}lithuania/#key-dates`);
  });

  test('that could not be copied are still to be had from the link, in the words of every language', async ({
    page,
    host,
    site,
  }) => {
    await page.addInitScript(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    });
    await host.open('plain.html');
    await ready(page);
    const link = page.locator('.pp-heading__link[href$="#key-dates"]');
    for (const [language, words] of [
      ['en', 'The address could not be copied. It can be copied from the link itself.'],
      ['lt', 'Adreso nukopijuoti nepavyko. Jį galima nukopijuoti iš pačios nuorodos.'],
      ['ar', 'تعذّر نسخ العنوان. يمكن نسخه من الرابط نفسه.'],
    ]) {
      await profile(page).evaluate((element, language) => (element.lang = language), language);
      await link.click();
      await expect(page.getByRole('status')).toHaveText(words);
      await expect(link).toHaveAttribute('href', `${site.url}lithuania/#key-dates`);
    }
  });

  test('ids stay inside: the page keeps its own', async ({ page, host }) => {
    await host.open('hostile.html');
    await ready(page);
    expect(await page.evaluate(() => document.querySelectorAll('[id="key-dates"]').length)).toBe(1);
    expect(await page.evaluate(() => document.getElementById('key-dates').textContent)).toBe('Own heading');
  });
});
