/** Arithmetic of complex doubles, principal branches. */

export interface Complex {
  readonly re: number;
  readonly im: number;
}

export function real(re: number): Complex {
  return { re, im: 0 };
}

export function add(a: Complex, b: Complex): Complex {
  return { re: a.re + b.re, im: a.im + b.im };
}

export function negate(a: Complex): Complex {
  return { re: -a.re, im: -a.im };
}

export function multiply(a: Complex, b: Complex): Complex {
  if (a.im === 0 && b.im === 0) return real(a.re * b.re);
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };
}

/** null on division by zero. */
export function divide(a: Complex, b: Complex): Complex | null {
  if (b.im === 0) return b.re === 0 ? null : { re: a.re / b.re, im: a.im / b.re };
  const size = b.re * b.re + b.im * b.im;
  return { re: (a.re * b.re + a.im * b.im) / size, im: (a.im * b.re - a.re * b.im) / size };
}

export function modulus(a: Complex): number {
  return Math.hypot(a.re, a.im);
}

export function exp(a: Complex): Complex {
  const size = Math.exp(a.re);
  return a.im === 0 ? real(size) : { re: size * Math.cos(a.im), im: size * Math.sin(a.im) };
}

/** null at zero. */
export function ln(a: Complex): Complex | null {
  if (a.re === 0 && a.im === 0) return null;
  // A negative zero must not pick the other side of the cut: the root of -4 is 2i.
  return { re: Math.log(modulus(a)), im: a.im === 0 ? (a.re > 0 ? 0 : Math.PI) : Math.atan2(a.im, a.re) };
}

export function sin(a: Complex): Complex {
  if (a.im === 0) return real(Math.sin(a.re));
  return { re: Math.sin(a.re) * Math.cosh(a.im), im: Math.cos(a.re) * Math.sinh(a.im) };
}

export function cos(a: Complex): Complex {
  if (a.im === 0) return real(Math.cos(a.re));
  return { re: Math.cos(a.re) * Math.cosh(a.im), im: -Math.sin(a.re) * Math.sinh(a.im) };
}

/** Principal power; null for 0^0 and 0 to a negative power. */
export function power(base: Complex, exponent: Complex): Complex | null {
  if (base.im === 0 && exponent.im === 0) {
    if (base.re === 0) return exponent.re > 0 ? real(0) : null;
    if (base.re > 0 || Number.isInteger(exponent.re)) return real(base.re ** exponent.re);
  }
  if (exponent.im === 0 && Number.isInteger(exponent.re) && Math.abs(exponent.re) <= 64) return wholePower(base, exponent.re);
  const log = ln(base);
  return log === null ? null : exp(multiply(exponent, log));
}

function wholePower(base: Complex, exponent: number): Complex | null {
  let value = real(1);
  for (let count = Math.abs(exponent); count > 0; count--) value = multiply(value, base);
  return exponent < 0 ? divide(real(1), value) : value;
}
