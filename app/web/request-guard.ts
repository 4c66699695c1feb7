/** Which requests may reach the shell at all: addressed to this very host and port, from this very page. */
import type { IncomingMessage } from 'node:http';

/** Sent with every answer. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** A page elsewhere, or a name rebound to this address, made the request: the Host or Origin header tells. */
export function isForeign({ headers }: IncomingMessage, port: number): boolean {
  const host = `127.0.0.1:${port}`;
  return headers.host !== host || (headers.origin !== undefined && headers.origin !== `http://${host}`);
}
