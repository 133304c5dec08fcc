// A static host for the tests: stricter than a real one, and faulty on demand.

import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Every kind of file that a site may hold. Another one is a mistake, and answered as one. */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/vnd.microsoft.icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

const ENCODINGS = { br: '.br', gzip: '.gz' };

/**
 * Serves the folder `root` under the path `under` on a free port of 127.0.0.1, and nothing outside that path.
 *
 * `headers` are added to every answer: an object, or a function from the path below it to one.
 *
 * `faults` is a list of what goes wrong, by the path below it (`match`: a string or a regular expression);
 * the first one that matches counts, and the list may change while the server runs. A fault has one or more of:
 * - `status`: this status with a short text instead of the file
 * - `truncate`: only so many bytes of the file, in an answer that is whole
 * - `tamper`: true turns over one bit in the middle; a function gets the bytes and returns others
 * - `type`: another MIME type; null sends none
 * - `headers`: added to the answer
 * - `delay`: so many milliseconds before the answer
 * - `until`: a promise that the answer waits for
 * - `rate`: so many bytes per second
 * - `stall`: nothing more after so many bytes
 * - `drop`: the connection breaks after so many bytes
 *
 * @returns {Promise<{root: string, origin: string, url: string, faults: object[], requests: object[], close: () => Promise<void>}>}
 *   Another `root` is another deployment. `requests` lists what was answered: method, path as requested, status, encoding,
 *   Referer.
 */
export async function startServer({ root, under = '/', headers = {}, faults = [] }) {
  const site = { root, under, headers, faults, requests: [] };
  const server = createServer((request, response) => {
    respond(site, request, response)
      .catch((error) => {
        if (response.headersSent) response.destroy();
        else plain(response, 500, String(error));
      })
      .finally(() => {
        site.requests.push({
          method: request.method,
          path: request.url,
          status: response.statusCode,
          encoding: response.getHeader('content-encoding') ?? null,
          referer: request.headers.referer ?? null,
        });
      });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return Object.assign(site, { origin, url: origin + under, close });
}

async function respond(site, request, response) {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return plain(response, 405);
  }
  const [address, query] = split(request.url, '?');
  const name = below(site.under, address);
  if (name === null) return plain(response, 404);

  const fault = site.faults.find(({ match }) => (match instanceof RegExp ? match.test(name) : match === name)) ?? {};
  const extra = typeof site.headers === 'function' ? site.headers(name) : site.headers;
  for (const [key, value] of Object.entries({ ...extra, ...fault.headers })) response.setHeader(key, value);
  if (fault.delay) await sleep(fault.delay);
  await fault.until;
  if (fault.status) return plain(response, fault.status);

  const found = await find(site.root, name);
  if (found === 'folder') {
    response.setHeader('Location', `${address}/${query === null ? '' : `?${query}`}`);
    return plain(response, 301);
  }
  if (found === null) {
    const missing = path.join(site.root, '404.html');
    if (!(await isFile(missing))) return plain(response, 404);
    response.statusCode = 404;
    return send(request, response, missing, {});
  }
  return send(request, response, found, fault);
}

/** The path below `under`, decoded; null where the request is for none. */
function below(under, address) {
  let decoded;
  try {
    decoded = decodeURIComponent(address);
  } catch {
    return null;
  }
  if (!decoded.startsWith(under) || decoded.includes('\0') || decoded.includes('\\')) return null;
  const name = decoded.slice(under.length);
  // A dot at the start of a step leaves the folder, or asks for what is not meant to be served.
  return name.split('/').some((step) => step.startsWith('.')) ? null : name;
}

/** The file for a name, `'folder'` where the name is a folder's without its slash, or null. */
async function find(root, name) {
  const file = path.join(root, name);
  if (name === '' || name.endsWith('/')) {
    const index = path.join(file, 'index.html');
    return (await isFile(index)) ? index : null;
  }
  if (await isFile(file)) return file;
  return (await isFile(path.join(file, 'index.html'))) ? 'folder' : null;
}

async function send(request, response, file, fault) {
  const type = TYPES[path.extname(file)];
  if (type === undefined) throw new Error(`No MIME type is known for ${path.basename(file)}`);
  if (fault.type !== null) response.setHeader('Content-Type', fault.type ?? type);

  const whole = fault.truncate === undefined && fault.tamper === undefined;
  const encoding = whole ? await negotiate(request.headers['accept-encoding'], file) : null;
  if (await hasTwin(file)) response.setHeader('Vary', 'Accept-Encoding');
  if (encoding) response.setHeader('Content-Encoding', encoding);
  const bytes = spoil(await readFile(encoding ? file + ENCODINGS[encoding] : file), fault);

  const tag = `"${createHash('sha256').update(bytes).digest('base64url')}"`;
  response.setHeader('ETag', tag);
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-cache');
  if (response.statusCode === 200 && request.headers['if-none-match'] === tag) {
    response.statusCode = 304;
    return response.end();
  }
  response.setHeader('Content-Length', bytes.length);
  if (request.method === 'HEAD') return response.end();
  return transmit(response, bytes, fault);
}

function spoil(bytes, { truncate, tamper }) {
  if (truncate !== undefined) bytes = bytes.subarray(0, truncate);
  if (typeof tamper === 'function') return Buffer.from(tamper(bytes));
  if (tamper) bytes[bytes.length >> 1] ^= 1;
  return bytes;
}

async function transmit(response, bytes, { rate, stall, drop }) {
  const end = Math.min(stall ?? Infinity, drop ?? Infinity, bytes.length);
  const step = rate ? Math.max(1, Math.ceil(rate / 20)) : end;
  response.flushHeaders();
  for (let sent = 0; sent < end && !response.destroyed; sent += step) {
    await new Promise((resolve) => response.write(bytes.subarray(sent, Math.min(sent + step, end)), resolve));
    if (rate) await sleep(50);
  }
  if (drop !== undefined) response.destroy();
  else if (stall === undefined) response.end();
}

/** The best ready-compressed twin that the request accepts. */
async function negotiate(accepted = '', file) {
  const names = accepted.split(',').map((entry) => entry.trim());
  for (const [encoding, extension] of Object.entries(ENCODINGS)) {
    const wanted = names.some((entry) => {
      const [name, quality] = split(entry, ';');
      return name.trim() === encoding && !/q=0(\.0*)?$/.test(quality ?? '');
    });
    if (wanted && (await isFile(file + extension))) return encoding;
  }
  return null;
}

async function hasTwin(file) {
  for (const extension of Object.values(ENCODINGS)) if (await isFile(file + extension)) return true;
  return false;
}

async function isFile(file) {
  return (await stat(file).catch(() => null))?.isFile() ?? false;
}

function split(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

function plain(response, status, text = `${status}\n`) {
  response.statusCode = status;
  response.setHeader('Content-Type', TYPES['.txt']);
  response.end(text);
}
