/** Formulas with a decimal comma, as German and French books print them. */

/** The braces keep TeX from setting a space behind the comma. */
export function withDecimalComma(tex: string): string {
  return tex.replaceAll(/(\d)\.(?=\d)/g, '$1{,}');
}
