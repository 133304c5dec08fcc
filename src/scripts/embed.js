// <partner-profile>: a profile inside an existing site. The interface is described in embed.d.ts and in docs/embedding.md;
// what is published there stays as it is. This script only fetches and hands over: reading and rendering are Rust.
// The build writes what is in capitals and declared nowhere: the names and the hashes of files.

// Makes wasm-bindgen's script with a state of its own, since a Wasm that has crashed needs another.
import makeGlue from 'glue/element';

const HOST = new URL('.', import.meta.url).href;
const STYLE = { url: HOST + ELEMENT_STYLE, integrity: ELEMENT_STYLE_INTEGRITY };
/** The program that renders. */
const ELEMENT = {
  wasm: { url: HOST + ELEMENT_WASM, integrity: ELEMENT_INTEGRITY },
  getGlue: () => makeGlue,
};
/** The one that asks about cookies too: it is larger, so its script is a file of its own. */
const OWN_CONSENT = {
  wasm: { url: HOST + OWN_CONSENT_WASM, integrity: OWN_CONSENT_INTEGRITY },
  getGlue: async (signal) => (await importHeld(HOST + OWN_CONSENT_SCRIPT, OWN_CONSENT_SCRIPT_INTEGRITY, signal)).makeGlue,
};

/** The sites whose script the page has, each with its maps as profiles call them and as they are called there. */
const hosts = (self.partnerProfileHosts ??= []);
hosts.push({ url: HOST, maps: PUBLISHED_MAPS });

/** The site that a document belongs to; that of the first script where it belongs to none. */
const hostOf = (url) => hosts.find((host) => url.startsWith(`${host.url}profiles/`)) ?? hosts[0];

/** What a document may weigh; the Wasm reads no more. */
const MOST_BYTES = 1_000_000;
/** How long anything may take, in milliseconds. */
const PATIENCE = 60_000;
/** How long a profile waits for its map, or for the site's document. */
const COMPANION_PATIENCE = 5_000;
/** How many maps a profile may ask for. */
const MOST_MAPS = 4;
/** How far below the viewport loading begins. */
const NEAR = '600px';

/** Said where a profile can't be shown and the page has no words of its own in its place. */
const FAILED = {
  en: 'The profile could not be loaded.',
  lt: 'Profilio įkelti nepavyko.',
  ar: 'تعذّر تحميل الملف التعريفي.',
};

/** What `partner-profile-error` tells. */
class Failure extends Error {
  constructor(code, message) {
    super(message);
    this.name = 'PartnerProfileError';
    this.code = code;
  }
}

/** What the Wasm says of a document, in the name of an error. */
const READING = ['too-large', 'not-json', 'invalid'];

/** A choice that an attribute makes: the first one where it makes none. */
const choice = (value, ...known) => (known.includes(value) ? value : known[0]);

/** Addresses that the host page's content policy has refused. The browser tells in an event, not in the error. */
const refused = new Set();
const watchPolicy = ({ blockedURI, disposition }) => disposition === 'enforce' && refused.add(blockedURI);

async function isRefused(url) {
  // The event comes in a task of its own.
  await new Promise((resolve) => setTimeout(resolve, 50));
  return refused.has(url.replace(/#.*/s, ''));
}

/** Does something that has to end: after a minute it is given up, also where it takes no notice of that. */
async function limited(work, request = new AbortController()) {
  const { signal } = request;
  const patience = setTimeout(() => {
    request.abort(new Failure('timeout', `The profile took longer than ${PATIENCE / 1000} seconds`));
  }, PATIENCE);
  try {
    return await Promise.race([work(signal), aborted(signal)]);
  } finally {
    clearTimeout(patience);
  }
}

/** Fetches without cookies and without a Referer. Every failure is a `Failure`. */
async function get({ url, integrity }, signal, prefix = '') {
  let response;
  try {
    response = await fetch(url, { integrity, signal, credentials: 'omit', referrerPolicy: 'no-referrer' });
  } catch {
    signal.throwIfAborted();
    if (integrity) {
      // Asked again, since the error doesn't say whether nothing came or something else.
      const again = await get({ url }, signal, prefix);
      await again.arrayBuffer().catch(() => {
        throw new Failure(`${prefix}network`, `The connection broke while ${url} was fetched`);
      });
      throw new Failure(`${prefix}altered`, `${url} is not the file that was published`);
    }
    if (await isRefused(url)) throw new Failure(`${prefix}blocked`, `The page's content policy refuses ${url}`);
    throw new Failure(`${prefix}network`, `${url} could not be fetched: no connection, or no CORS header`);
  }
  const { ok, status } = response;
  if (ok) return response;
  const code = status === 404 || status === 410 ? 'not-found' : 'unavailable';
  throw new Failure(prefix + code, `${url} was answered with ${status}`);
}

/** The text of a document, as long as it is of a reasonable size. */
async function getText(url, signal) {
  const { body } = await get({ url }, signal);
  // The page may have put another function in the place of `fetch`.
  if (!body) throw new Failure('network', `${url} was answered without a body`);
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let size = 0; ; ) {
    const { done, value } = await reader.read().catch(() => {
      signal.throwIfAborted();
      throw new Failure('network', `The connection broke while ${url} was fetched`);
    });
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > MOST_BYTES) {
      reader.cancel().catch(() => {});
      throw new Failure('too-large', `${url} has more than ${MOST_BYTES} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
}

let imports = 0;

/** Imports a module, if it is the one that was published. */
async function importHeld(url, integrity, signal) {
  const file = { url, integrity };
  // This tells what goes wrong; a preload and an import do not.
  await get(file, signal, 'wasm-');
  // Under an address at which it has failed it would not be fetched again.
  const address = `${url}#${(imports += 1)}`;
  const module = (await isPreloaded(address, integrity)) && (await import(address).catch(() => null));
  if (module) return module;
  if (await isRefused(address)) throw new Failure('wasm-blocked', `The page's content policy refuses ${url}`);
  await get(file, signal, 'wasm-');
  throw new Failure('wasm-altered', `${url} is not the file that was published`);
}

/** Preloads a module, which is not fetched again then (but by WebKit, from its cache). Where the browser cannot preload, it
 * has only been looked at. */
function isPreloaded(url, integrity) {
  const link = document.createElement('link');
  if (!link.relList.supports('modulepreload')) return true;
  Object.assign(link, { rel: 'modulepreload', href: url, integrity, crossOrigin: 'anonymous', referrerPolicy: 'no-referrer' });
  return new Promise((resolve) => {
    link.onload = link.onerror = ({ type }) => {
      link.remove();
      resolve(type === 'load');
    };
    document.documentElement.append(link);
  });
}

/** A program with its style: one for all elements, loaded when the first one needs it, and again after a failure. Once
 * the one that asks about cookies is there, elements that come later share it. */
function getEngine(isOwn) {
  document.addEventListener('securitypolicyviolation', watchPolicy);
  const program = isOwn || OWN_CONSENT.isThere ? OWN_CONSENT : ELEMENT;
  program.engine ??= limited((signal) => startEngine(program, signal)).catch((error) => {
    program.engine = undefined;
    throw error;
  });
  return program.engine;
}

async function startEngine(program, signal) {
  if (!HAS_SHEETS) throw new Failure('wasm-unsupported', 'The browser has no constructible style sheets');
  if (!self.WebAssembly?.instantiate) throw new Failure('wasm-unsupported', 'The browser has no WebAssembly');
  const [wasm, css, makeGlue] = await Promise.all([
    get(program.wasm, signal, 'wasm-'),
    get(STYLE, signal, 'wasm-').then((response) => response.text()),
    program.getGlue(signal),
  ]);
  const glue = makeGlue();
  try {
    // Streaming compilation insists on the type, and servers get it wrong.
    const typed = wasm.headers.get('content-type') === 'application/wasm';
    await glue.default({ module_or_path: typed ? wasm : await wasm.arrayBuffer() });
  } catch (error) {
    const code = mayCompile() ? 'wasm-failed' : 'wasm-blocked';
    throw new Failure(code, `The WebAssembly could not be started: ${error.message}`);
  }
  program.isThere = true;
  return { ...glue, style: new Style(css), program };
}

/** Whether the page admits WebAssembly: browsers refuse it in words of their own, and the smallest one as well. */
function mayCompile() {
  try {
    return new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
}

/** Documents that elements show or wait for, by address or by content: each is fetched and read once for all of them. */
const documents = new Map();

/** Takes part in a document; `isAnew` fetches it again. Who has taken part has to leave. */
function claim({ key, url, text }, isAnew) {
  let shared = isAnew ? null : documents.get(key);
  if (!shared) {
    const request = new AbortController();
    shared = { key, request, users: 0, profiles: new Map(), text: text ?? limited((signal) => getText(url, signal), request) };
    documents.set(key, shared);
    Promise.resolve(shared.text).then(
      // The maps start as soon as their names can be seen; reading is the Wasm's affair.
      (text) => {
        const names = [...text.matchAll(/"map": *"([a-z0-9-]+)"/g)].map(([, name]) => name);
        new Set(names.slice(0, MOST_MAPS)).forEach((name) => getMap(url, name));
      },
      () => forget(shared),
    );
  }
  shared.users += 1;
  return shared;
}

function leave(shared) {
  if (!shared || (shared.users -= 1)) return;
  shared.request.abort();
  shared.profiles.forEach(free);
  forget(shared);
}

function forget(shared) {
  if (documents.get(shared.key) === shared) documents.delete(shared.key);
}

/** The document as a program has read it: there are two, and another one after a crash. */
function profileOf({ profiles }, text, { SharedProfile, program }) {
  if (!profiles.has(SharedProfile)) profiles.set(SharedProfile, run(program, () => new SharedProfile(text)));
  return profiles.get(SharedProfile);
}

/** Frees what the Wasm has made. It may have crashed since. */
function free(made) {
  try {
    made?.free();
  } catch {
    // What has crashed goes as a whole.
  }
}

/** How long elements that want to render share a task, in milliseconds. */
const LONGEST_TASK = 40;
/** Where several elements want to render, they do so in short tasks, so that the page is not held up. */
let turns = Promise.resolve();
let began = 0;

function turn() {
  const now = turns;
  turns = turns.then(async () => {
    if (performance.now() - began < LONGEST_TASK) return;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
  });
  return now;
}

/** What profiles have asked for beside their documents: each is fetched once for all elements. */
const companions = new Map();

/** The map of a section. Names are ids, so the address stays in its folder. */
function getMap(url, name) {
  const host = hostOf(url);
  return getCompanion(`${host.url}maps/${Object.hasOwn(host.maps, name) ? host.maps[name] : name}.json`);
}

function getCompanion(url) {
  if (!companions.has(url)) {
    companions.set(url, limited((signal) => getText(url, signal)).catch(() => companions.delete(url) && null));
  }
  // A profile doesn't wait long for it, and does without; the next one may find it there.
  const late = new Promise((resolve) => setTimeout(resolve, COMPANION_PATIENCE, null));
  return Promise.race([companions.get(url), late]);
}

/** The size of text that the reader has set, in pixels; not a number where nothing is rendered. */
function textSize(document) {
  // Its shadow keeps the host page's rules out.
  const probe = document.createElement('div');
  const inner = document.createElement('div');
  inner.style.all = 'initial';
  probe.attachShadow({ mode: 'open' }).append(inner);
  document.documentElement.append(probe);
  const size = parseFloat(document.defaultView.getComputedStyle(inner)?.fontSize);
  probe.remove();
  return size;
}

const HAS_SHEETS = 'adoptedStyleSheets' in document;

/** A style for all elements. Its sheets belong to a document each, and an element may be moved to another document. */
class Style {
  #css;
  #sheets = new WeakMap();

  constructor(css) {
    this.#css = css;
  }

  sheetFor(document) {
    if (!this.#sheets.has(document)) {
      const sheet = new document.defaultView.CSSStyleSheet();
      this.#fill(sheet, document);
      this.#sheets.set(document, sheet);
    }
    return this.#sheets.get(document);
  }

  /** Sizes in the style are in `rem`. The host page's may be anything: here it is the size that the reader has set. */
  #fill(sheet, document) {
    let size;
    const css = this.#css.replace(/(\d*\.?\d+)rem\b/g, (_, count) => {
      size ??= textSize(document);
      return `${count * (size || 16)}px`;
    });
    sheet.replaceSync(css);
    // A frame that is not rendered gets a size when it is.
    if (Number.isNaN(size)) document.defaultView.addEventListener('resize', () => this.#fill(sheet, document), { once: true });
  }
}

/** Before the style is there; a host page's rules for the element come before these. */
const FRAME = new Style(':host { display: block } :host([hidden]) { display: none } div { display: flow-root }');

/** Frames of the host page that wait for the choice, whatever it says itself of frames. */
const BLOCKED = new Style('iframe[data-consent-state="blocked"] { display: none !important }');

class PartnerProfile extends HTMLElement {
  // One as frameworks write it where the script comes after them.
  static observedAttributes = ['src', 'lang', 'heading-level', 'headinglevel', 'loading', 'sections', 'consent'];

  #slot = document.createElement('slot');
  #frame = document.createElement('div');
  #state = 'idle';
  #ready = promise();
  #data = null;
  #purposes = {};
  /** What it wears. */
  #styles = [];
  /** What is shown: the Wasm's handle, the program that it is of, and the document. */
  #embed = null;
  #program = null;
  #shared = null;
  /** Whether another document than that has been asked for, by this request or one that it has overtaken. */
  #isAnother = false;
  /** The request that is under way. */
  #request = null;
  /** Waits for the element to come near. */
  #observer = null;
  /** The language in which it was shown, and who tells that the page may have another now. */
  #language = null;
  #languages = new MutationObserver(async () => {
    if (languageOf(this) === this.#language) return;
    await turn();
    if (languageOf(this) !== this.#language) this.#show();
  });

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).append(this.#slot, this.#frame);
    this.#dress(FRAME);
  }

  get src() { return this.getAttribute('src') ?? ''; }
  set src(value) { this.#reflect('src', value); }

  get headingLevel() {
    const level = this.getAttribute('heading-level') ?? this.getAttribute('headinglevel');
    return Number(choice(level, '2', '1', '3', '4', '5', '6'));
  }
  set headingLevel(value) { this.#reflect('heading-level', value); }

  get theme() { return choice(this.getAttribute('theme'), 'auto', 'light', 'dark'); }
  set theme(value) { this.#reflect('theme', value); }

  get loading() { return choice(this.getAttribute('loading'), 'lazy', 'eager'); }
  set loading(value) { this.#reflect('loading', value); }

  get sections() { return this.getAttribute('sections')?.match(/[^\s,]+/g) ?? []; }
  set sections(value) { this.#reflect('sections', Array.isArray(value) ? value.join(' ') : value); }

  get consent() { return choice(this.getAttribute('consent'), 'host', 'own', 'none'); }
  set consent(value) { this.#reflect('consent', value); }

  get data() { return this.#data; }
  set data(value) {
    this.#data = value ?? null;
    this.#restart();
  }

  get consentPurposes() { return { ...this.#purposes }; }
  set consentPurposes(value) {
    const purposes = Object.fromEntries(Object.entries(value ?? {}).map(([id, isOn]) => [id, isOn === true]));
    const isAnother = JSON.stringify(purposes) !== JSON.stringify(this.#purposes);
    this.#purposes = purposes;
    if (isAnother && this.consent === 'host') this.#tell('consent-change', { purposes, cause: 'host' });
  }

  get state() { return this.#state; }
  get ready() { return this.#ready.promise; }

  /** Fetches again. What is on screen stays until the new profile is there, and for good if it does not come. */
  reload() {
    this.#load(true);
    return this.ready;
  }

  connectedCallback() {
    // Properties that were set before this script came hide the accessors.
    for (const name of ['src', 'headingLevel', 'theme', 'loading', 'sections', 'consent', 'data', 'consentPurposes']) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    if (isLost(this, 'consentpurposes')) warn('consentPurposes was set as an attribute, which holds no object');
    this.#follow();
    if (this.#state === 'idle') this.#await();
  }

  disconnectedCallback() {
    // Moving is leaving and coming back: only who is still away in a moment has left.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#languages.disconnect();
      this.#stop();
    });
  }

  /** Moved without leaving. Without this method the browser would call the two above. */
  connectedMoveCallback() {
    this.#follow();
  }

  /** Moved to another document: the sheets have stayed behind. */
  adoptedCallback() {
    this.#dress(...this.#styles);
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === 'src') this.#restart();
    else if (name === 'consent') this.#ask();
    else if (name === 'loading') this.#await();
    else this.#show();
  }

  #reflect(name, value) {
    if (value === null || value === undefined) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  /** Whether it has a document to show. */
  get #hasDocument() { return Boolean(this.#data || this.src || isLost(this, 'data')); }

  /** Loads when the element comes near, or now if it is eager. */
  #await() {
    if (!this.isConnected || this.#state !== 'idle' || !this.#hasDocument) return;
    this.#observer?.disconnect();
    if (this.loading === 'eager') {
      this.#load();
      return;
    }
    this.#observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) this.#load();
      },
      { rootMargin: NEAR },
    );
    this.#observer.observe(this);
  }

  /** Another document: loads it where one was loaded before, or else in its time. */
  #restart() {
    if (!this.#hasDocument) this.#stop();
    else if (this.#state === 'idle') this.#await();
    else {
      this.#isAnother = true;
      this.#load();
    }
  }

  /** The cookie choice is another's. Who gives it up does so at once, whatever becomes of a request. */
  #ask() {
    const isOwn = this.consent === 'own';
    if (this.#embed?.dropSite && !isOwn) {
      run(this.#program, () => this.#embed.dropSite());
      this.#show();
    }
    if (this.#state === 'loading' || (this.#state === 'ready' && isOwn)) this.#load();
  }

  /** Asks once the site's document is there, if what it belongs to is still shown then. */
  async #askLate(embed, url) {
    const site = await companions.get(url);
    if (!site || this.#embed !== embed || this.consent !== 'own') return;
    run(this.#program, () => embed.addSite(site));
    this.#show();
  }

  /** Follows the language of what is around it. */
  #follow() {
    this.#languages.disconnect();
    for (let element = this; element; element = element.getRootNode().host) {
      this.#languages.observe(element.getRootNode(), { subtree: true, attributeFilter: ['lang'] });
    }
    if (languageOf(this) !== this.#language) this.#show();
  }

  async #load(isAnew) {
    if (!this.isConnected || !this.#hasDocument) return;
    this.#observer?.disconnect();
    this.#observer = null;
    this.#request?.abort();
    const request = new AbortController();
    const { signal } = request;
    this.#request = request;
    if (this.#state === 'ready' || this.#state === 'error') this.#ready = promise();
    this.#state = 'loading';
    let shared;
    try {
      const document = this.#document();
      const { url } = document;
      shared = claim(document, isAnew);
      // Another site's script may have come before the document has.
      const siteUrl = () => `${hostOf(url).url}site.json`;
      const isOwn = this.consent === 'own';
      const site = isOwn && Promise.resolve(shared.text).then(() => getCompanion(siteUrl()));
      const all = Promise.all([site, getEngine(isOwn), shared.text]);
      const [siteText, made, text] = await Promise.race([all, aborted(signal)]);
      signal.throwIfAborted();
      const profile = profileOf(shared, text, made);
      // Those that it still lacks.
      const maps = profile.mapNames.slice(0, MOST_MAPS);
      const drawings = await Promise.all(maps.map((name) => getMap(url, name)));
      await turn();
      signal.throwIfAborted();
      const { program } = made;
      drawings.forEach((drawing, index) => drawing && run(program, () => profile.addMap(maps[index], drawing)));
      const embed = run(program, () => new made.Embed(profile, homeOf(document)));
      if (siteText) run(program, () => embed.addSite(siteText));
      else if (isOwn) this.#askLate(embed, siteUrl());
      this.#release();
      this.#embed = embed;
      this.#program = program;
      this.#shared = shared;
      shared = null;
      this.#dress(FRAME, made.style);
      this.#render();
      this.#slot.remove();
      this.#finish('ready');
      this.#ready.resolve(this);
      this.#tell('load');
    } catch (error) {
      // Overtaken by another request, or by leaving.
      if (this.#request !== request) return;
      // It could not be shown.
      if (shared === null) this.#clear();
      this.#fail(error);
    } finally {
      leave(shared);
    }
  }

  /** The document that is asked for, and the page around it. */
  #document() {
    const here = addressOf(this.ownerDocument);
    if (this.#data) {
      try {
        // Of a function nothing is left: as a text that is no JSON.
        const text = String(JSON.stringify(this.#data));
        return { key: text, url: HOST, text, here };
      } catch (error) {
        throw new Failure('not-json', `The property data is not JSON: ${error?.message ?? error}`);
      }
    }
    if (isLost(this, 'data')) throw new Failure('not-json', 'data was set as an attribute, which holds no object');
    let url;
    try {
      ({ href: url } = new URL(this.src, here));
    } catch {
      throw new Failure('not-found', `${this.src} is not an address`);
    }
    return { key: url, url, here };
  }

  #dress(...styles) {
    this.#styles = styles;
    // A document without a window shows nothing and has no sheets.
    const { ownerDocument } = this;
    if (!ownerDocument.defaultView || !HAS_SHEETS) return;
    this.shadowRoot.adoptedStyleSheets = styles.map((style) => style.sheetFor(ownerDocument));
    const { adoptedStyleSheets } = ownerDocument;
    const sheet = BLOCKED.sheetFor(ownerDocument);
    if (this.consent === 'own' && !adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
  }

  /** Shows what is there as the attributes are now. */
  #show() {
    try {
      this.#render();
    } catch (error) {
      this.#clear();
      this.#fail(error);
    }
  }

  #render() {
    this.#language = languageOf(this);
    if (this.#embed) run(this.#program, () => this.#embed.show(this.#frame, this.headingLevel, this.sections));
    else if (this.#frame.firstChild) this.#apologise();
  }

  #fail(cause) {
    const error = cause instanceof Failure ? cause : new Failure('wasm-failed', String(cause));
    const { code, message } = error;
    if (this.#isAnother) this.#clear();
    if (this.#state === 'ready') this.#ready = promise();
    this.#finish('error');
    if (!this.#embed && !this.childElementCount && !this.textContent.trim()) this.#apologise();
    this.#ready.reject(error);
    this.#tell('error', { code, message });
    warn(`${code}: ${message}`);
  }

  #apologise() {
    const words = document.createElement('p');
    words.part = 'error';
    words.lang = Object.keys(FAILED).find((tag) => this.matches(`:lang(${tag})`)) ?? 'en';
    words.dir = 'auto';
    words.textContent = FAILED[words.lang];
    this.#frame.replaceChildren(words);
  }

  #finish(state) {
    this.#isAnother = false;
    this.#request = null;
    this.#state = state;
  }

  #tell(what, detail = null) {
    this.dispatchEvent(new CustomEvent(`partner-profile-${what}`, { bubbles: true, composed: true, detail }));
  }

  /** Frees what is shown. */
  #release() {
    free(this.#embed);
    leave(this.#shared);
    this.#embed = this.#shared = null;
    this.#frame.replaceChildren();
  }

  /** Takes the profile off and puts the fallback back. */
  #clear() {
    this.#release();
    this.#dress(FRAME);
    this.shadowRoot.prepend(this.#slot);
  }

  /** Frees everything; the element may come back and begins anew then. */
  #stop() {
    this.#observer?.disconnect();
    this.#observer = null;
    this.#request?.abort();
    if (this.#state === 'ready' || this.#state === 'error') this.#ready = promise();
    this.#clear();
    this.#finish('idle');
  }
}

const warn = (message) => console.warn(`partner-profile: ${message}`);

/** Whether an object was set as an attribute, of which nothing is left: frameworks do so before the script has come. */
const isLost = (element, name) => /^\[object /.test(element.getAttribute(name));

/** The address of a document; that of the page around for a frame that has none. */
function addressOf({ URL, baseURI, defaultView }) {
  if (!URL.startsWith('about:')) return URL;
  const frame = defaultView?.frameElement;
  return frame ? addressOf(frame.ownerDocument) : baseURI;
}

/** Where links to a document's sections lead: to its page at HOST, or to the page around. */
function homeOf({ url, here }) {
  const host = hostOf(url).url;
  const [, name] = (url.startsWith(host) && url.slice(host.length).match(/^profiles\/([a-z0-9.-]+)\.json/)) || [];
  return name ? `${host}${name.replace('.', '/')}/` : here.replace(/#.*/s, '');
}

/** The language that is declared for an element: by itself, or by the page or the shadow trees around it. */
function languageOf(element) {
  const declares = element.closest('[lang]');
  if (declares) return declares.lang;
  const { host } = element.getRootNode();
  return host ? languageOf(host) : null;
}

/** Fails when a request is given up, also where what it waits for takes no notice of that. */
const aborted = (signal) =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

/** A promise with the functions that settle it. */
function promise() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  // Who doesn't wait for it has the event, and needs no report of an unhandled rejection.
  made.promise.catch(() => {});
  return made;
}

/** Calls into the Wasm of a program. After a crash it can't be trusted: the next load starts another. */
function run(program, call) {
  try {
    return call();
  } catch (error) {
    if (READING.includes(error?.name)) throw new Failure(error.name, error.message);
    Object.assign(program, { engine: undefined, isThere: false });
    throw new Failure('wasm-failed', `The WebAssembly crashed: ${error?.message}`);
  }
}

// Included twice, or in two versions: the first one serves the page.
if (!customElements.get('partner-profile')) customElements.define('partner-profile', PartnerProfile);
