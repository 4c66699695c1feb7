/** An amount as a question words it: a bare number, money, a weight, people. The answer stays a number. */
import type { Rng } from '../../rng.ts';

export function wordMoney(value: string, rng: Rng): string {
  return rng.chance(0.6) ? value : rng.pick([`£${value}`, `€${value}`]);
}

export function wordAmount(value: string, rng: Rng): string {
  if (rng.chance(0.5)) return wordMoney(value, rng);
  const units = value.includes('.') ? ['kg', 'm', 'litres'] : ['kg', 'm', 'students', 'people', 'sweets'];
  return `${value} ${rng.pick(units)}`;
}
