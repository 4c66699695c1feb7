/**
 * Who may drive this shell: whoever opens the address with the one-time launch token gets a session cookie. Compared in
 * constant time and never logged.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const COOKIE = 'quorum_session';

export class Gatekeeper {
  /** For the address; spent by its first use. */
  readonly launchToken = secret();
  readonly #session = secret();
  #spent = false;

  /** @returns the Set-Cookie header that a right and fresh token earns; null otherwise */
  redeem(token: string): string | null {
    const right = sameSecret(token, this.launchToken);
    if (!right || this.#spent) return null;
    this.#spent = true;
    return `${COOKIE}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /** @param cookies the Cookie header */
  admits(cookies: string | undefined): boolean {
    return sameSecret(cookieNamed(COOKIE, cookies ?? ''), this.#session);
  }
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Hashed first, so that the time taken tells neither content nor length. */
function sameSecret(given: string, wanted: string): boolean {
  return timingSafeEqual(digest(given), digest(wanted));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function cookieNamed(name: string, header: string): string {
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return '';
}
