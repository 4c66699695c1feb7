/** Text to inert HTML. The one place where text becomes markup; knows nothing of maths. */
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * Characters that would reorder or hide the text around them (bidi controls) or that HTML cannot carry (NUL, lone
 * surrogates) are shown as their code point, so that what is read is what was written.
 */
export function escapeHtml(text: string): string {
  let out = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (isUnshowable(code)) out += `<span class="code-point">U+${code.toString(16).toUpperCase().padStart(4, '0')}</span>`;
    else out += ENTITIES[character] ?? character;
  }
  return out;
}

/** Text for a quoted attribute: unshowable characters are dropped, since an attribute holds no markup. */
export function escapeAttribute(text: string): string {
  let out = '';
  for (const character of text) if (!isUnshowable(character.codePointAt(0) ?? 0)) out += ENTITIES[character] ?? character;
  return out;
}

function isUnshowable(code: number): boolean {
  const control = (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || (code >= 0x7f && code < 0xa0);
  const bidi = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code === 0x200e || code === 0x200f;
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return control || bidi || surrogate;
}
