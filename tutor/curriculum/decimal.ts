/** Decimals as whole numbers of their last place, so that nothing is ever rounded by accident: 3.77 is (377, 2). */

export interface Decimal {
  readonly scaled: number;
  readonly places: number;
}

/** The whole number that stands for the same decimal with `places` places; no digit but zeros may fall off. */
export function rescale({ scaled, places }: Decimal, wanted: number): number {
  return wanted >= places ? scaled * 10 ** (wanted - places) : scaled / 10 ** (places - wanted);
}

/** Exactly `places` digits after the point. */
export function writeDecimal(scaled: number, places: number): string {
  if (places === 0) return String(scaled);
  const digits = String(Math.abs(scaled)).padStart(places + 1, '0');
  return `${scaled < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Without zeros at the end: 2.50 is 2.5, 3.00 is 3. */
export function trimDecimal(scaled: number, places: number): string {
  const text = writeDecimal(scaled, places);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
