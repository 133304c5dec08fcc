// The interface of <partner-profile>. It is permanent: what is here keeps its name and its meaning, and only grows.

export type PartnerProfileState = 'idle' | 'loading' | 'ready' | 'error';

/**
 * Why a profile is not shown. For the document: `network` (nothing came: no connection, or no CORS header), `blocked`
 * (the page's content policy refuses it), `not-found` (404, 410, or not an address), `unavailable` (another status),
 * `timeout` (a minute has passed), `too-large`, `not-json`, `invalid` (JSON, but not a profile; the message names the
 * places). With `wasm-` before it, for the element's own files: `wasm-altered` means other bytes than were published,
 * `wasm-unsupported` that the browser has no WebAssembly or no constructible style sheets, `wasm-failed` that it could not
 * be started or crashed.
 */
export type PartnerProfileErrorCode =
  | 'network'
  | 'blocked'
  | 'not-found'
  | 'unavailable'
  | 'timeout'
  | 'too-large'
  | 'not-json'
  | 'invalid'
  | 'wasm-unsupported'
  | 'wasm-network'
  | 'wasm-blocked'
  | 'wasm-not-found'
  | 'wasm-unavailable'
  | 'wasm-altered'
  | 'wasm-failed';

export interface PartnerProfileError extends Error {
  readonly code: PartnerProfileErrorCode;
}

export interface PartnerProfileConsentDetail {
  /** Each purpose and whether it is on. */
  purposes: Record<string, boolean>;
  /** What has changed it: `host`, or with `consent="own"` what the choice names: `start`, `notice`, `settings`, … */
  cause: string;
  /** With `consent="own"`: the id of the site whose choice it is. */
  site?: string;
  model?: 'opt-out' | 'opt-in';
  /** The operator's count of changes that make earlier answers void. */
  revision?: number;
  /** Whether the visitor was asked: not under Global Privacy Control, nor where nothing is optional. */
  asked?: boolean;
  decided?: boolean;
  /** When an answer was first given, and when the one that holds was given: in milliseconds since 1970. */
  given?: number | null;
  changed?: number | null;
  durable?: boolean;
  /** Where `site.json` asks for proof: a random id of an answer that allows something. */
  id?: string;
}

export interface PartnerProfileElement extends HTMLElement {
  /** The address of the document. A relative one is resolved against the page's address, not its `<base>`. */
  src: string;
  /** The language of the words around the text: `en`, `lt` or `ar`. Without it the page's, or else the document's. */
  lang: string;
  /** The direction of these words. Without it that of their language; the text always has its own. */
  dir: string;
  /** The level of the profile's title. Below `h6` headings are `role="heading"` with `aria-level`. 2 by default. */
  headingLevel: 1 | 2 | 3 | 4 | 5 | 6;
  /** `auto` by default: as the visitor prefers. */
  theme: 'auto' | 'light' | 'dark';
  /** `lazy` by default: when the element comes near the viewport. */
  loading: 'lazy' | 'eager';
  /** The ids of the sections to show, in this order; all of them where there are none. As an attribute: with spaces. */
  get sections(): string[];
  set sections(ids: string[] | string | null);
  /** Who asks about optional content: the page around (`host`, by default), the element (`own`), or nobody (`none`). */
  consent: 'host' | 'own' | 'none';
  /** A profile document in place of `src`. Set it again after changing it. */
  data: object | null;
  /**
   * With `consent="host"`: which purposes are on. What is not `true` is off. A change is announced by
   * `partner-profile-consent-change`. No profile has anything optional so far.
   */
  consentPurposes: Record<string, boolean>;
  readonly state: PartnerProfileState;
  /** Settles when the profile is on screen or has failed; another promise after each reload. */
  readonly ready: Promise<PartnerProfileElement>;
  /**
   * Requests the document again, and those files of the element whose loading had failed. The browser's cache is used
   * as always. What is on screen stays until the new profile is there.
   */
  reload(): Promise<PartnerProfileElement>;
}

declare global {
  interface HTMLElementTagNameMap {
    'partner-profile': PartnerProfileElement;
  }
  interface HTMLElementEventMap {
    'partner-profile-load': CustomEvent<null>;
    'partner-profile-error': CustomEvent<{ code: PartnerProfileErrorCode; message: string }>;
    'partner-profile-consent-change': CustomEvent<PartnerProfileConsentDetail>;
  }
}
