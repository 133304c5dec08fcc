// What the tests of the cookie choice see of a page.

import { drawn } from './fixtures.js';

export const KEY = 'partner-profile:partner-profile:consent';
export const THEME = 'partner-profile:theme';
export const DAY = 86_400_000;

/** The notice, where it is shown: question or confirmation. */
export class Notice {
  constructor(page) {
    this.region = page.getByRole('region', { name: 'Cookies', exact: true });
    this.accept = this.region.getByRole('button', { name: 'Accept' });
    this.optOut = this.region.getByRole('button', { name: 'Opt out' });
    this.hide = this.region.getByRole('button', { name: 'Hide' });
    this.link = this.region.getByRole('link');
    /** What takes the focus after an answer. */
    this.confirmation = this.region.locator('[tabindex="-1"]');
    /** The words of the confirmation. They stand in the page, where a translator finds them. */
    this.message = this.region.locator('.pp-notice__message');
  }
}

/** The cookie section. */
export class CookieSettings {
  constructor(page) {
    this.region = page.getByRole('region', { name: 'Cookie settings' });
    this.accept = this.region.getByRole('button', { name: 'Accept' });
    this.optOut = this.region.getByRole('button', { name: 'Opt out' });
    this.save = this.region.getByRole('button', { name: 'Save choice' });
    this.status = this.region.getByRole('status');
  }

  purpose(name) {
    return this.region.getByRole('checkbox', { name });
  }
}

/** The choice of colours. */
export class ThemeSwitch {
  constructor(page) {
    this.page = page;
    this.group = page.getByRole('group', { name: 'Colours' });
    this.automatic = this.group.getByRole('radio', { name: 'Automatic' });
    this.light = this.group.getByRole('radio', { name: 'Light' });
    this.dark = this.group.getByRole('radio', { name: 'Dark' });
  }

  /** The theme that the page has; null where it follows the system. */
  applied() {
    return this.page.locator('html').getAttribute('data-theme');
  }
}

/** A page with all of these, what it keeps, and what its scripts learn. */
export class ConsentPage {
  constructor(page) {
    this.page = page;
    this.notice = new Notice(page);
    this.settings = new CookieSettings(page);
    this.theme = new ThemeSwitch(page);
  }

  /** A second tab with the same page. */
  async another() {
    const other = new ConsentPage(await this.page.context().newPage());
    await other.page.goto(this.page.url());
    await other.started();
    return other;
  }

  started() {
    return this.page.waitForFunction(() => window.partnerProfileConsent?.get());
  }

  /** The choice, as scripts are told of it. */
  choice() {
    return this.page.evaluate(() => window.partnerProfileConsent.get());
  }

  /** Puts a text into storage before the page's own scripts run, once. */
  keep(text, key = KEY) {
    return this.page.addInitScript(
      ([key, text]) => {
        if (sessionStorage.getItem('kept')) return;
        sessionStorage.setItem('kept', 'yes');
        localStorage.setItem(key, text);
      },
      [key, text],
    );
  }

  /** Puts an answer into storage, as another page would. */
  write(text) {
    return this.page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, text]);
  }

  stored(key = KEY) {
    return this.page.evaluate((key) => localStorage.getItem(key), key);
  }

  async record() {
    return JSON.parse(await this.stored());
  }

  /** What was pressed before the page's program had started, as the tab keeps it. */
  pressed() {
    return this.page.evaluate((key) => sessionStorage.getItem(key), KEY);
  }

  /** Collects the change events from the start on. */
  listen() {
    return this.page.addInitScript(() => {
      window.changes = [];
      addEventListener('partner-profile-consent-change', (event) => window.changes.push(event.detail));
    });
  }

  changes() {
    return this.page.evaluate(() => window.changes);
  }

  /** Serves scripts and a page for a frame under `gated/`, in every tab. */
  async gated(scripts = {}) {
    const context = this.page.context();
    await context.addInitScript(() => (window.run = []));
    await context.route(/\/gated\//, (route) => {
      const name = new URL(route.request().url()).pathname.split('/').pop();
      if (name === 'frame.html') return route.fulfill({ contentType: 'text/html', body: '<p>The film</p>' });
      return route.fulfill({ contentType: 'text/javascript', body: scripts[name] ?? `run.push('${name}')` });
    });
  }

  /** The names of those of them that have run. */
  run() {
    return this.page.evaluate(() => window.run);
  }

  focus() {
    return this.page.evaluate(() => {
      const { tagName, className } = document.activeElement;
      return { tag: tagName, class: className };
    });
  }

  /** Adds up from now on how far anything on the page moves by itself. */
  watchShifts() {
    return this.page.addInitScript(() => {
      window.shift = 0;
      const add = (entries) => entries.forEach(({ value }) => (window.shift += value));
      window.shifts = new PerformanceObserver((list) => add(list.getEntries()));
      window.shifts.observe({ type: 'layout-shift', buffered: true });
      window.addRest = () => add(window.shifts.takeRecords());
    });
  }

  async shift() {
    await drawn(this.page);
    return this.page.evaluate(() => {
      window.addRest();
      return window.shift;
    });
  }
}

/** An answer as the page keeps it, of so many days ago. */
export function answer(allowed, { days = 10, ...other } = {}) {
  const changed = Date.now() - days * DAY;
  return JSON.stringify({
    version: 1,
    revision: 1,
    model: 'opt-out',
    purposes: { preferences: allowed },
    via: 'notice',
    given: changed,
    changed,
    expires: changed + 180 * DAY,
    ...other,
  });
}
