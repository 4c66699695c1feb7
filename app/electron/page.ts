/** The interface's files under Electron's own scheme, `app://quorum/`, with the same policy as in the web shell. */
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

export const SCHEME = 'app';
export const PAGE_ORIGIN = `${SCHEME}://quorum`;
export const PAGE_URL = `${PAGE_ORIGIN}/index.html`;

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
};

/** Is this address our own page's? Parsed, never searched: `https://evil.example/app://quorum` is not. */
export function isOwnPage(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${SCHEME}:` && url.host === 'quorum';
}

/** @param folder the built interface; @returns the file a request names, 404 for anything outside the folder */
export async function servePage(folder: string, address: string): Promise<Response> {
  const url = URL.parse(address);
  const name = url === null ? '' : safeDecode(url.pathname);
  const type = TYPES[extname(name)];
  const plain = /^(\/[A-Za-z0-9_][A-Za-z0-9_.-]*)+$/.test(name);
  if (!isOwnPage(address) || !plain || type === undefined) return new Response('Not found', { status: 404 });
  try {
    const body = await readFile(join(folder, name));
    return new Response(body, {
      headers: { 'Content-Type': type, 'Content-Security-Policy': POLICY, 'X-Content-Type-Options': 'nosniff' },
    });
  } catch {
    return new Response('Not found', { status: 404 });
  }
}

function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}
