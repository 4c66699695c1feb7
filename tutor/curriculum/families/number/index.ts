import type { Family } from '../../family.ts';
import { baseConversion } from './base-conversion.ts';
import { countPrimes } from './count-primes.ts';
import { factorsOf } from './factors-of.ts';
import { filterNumbers } from './filter-numbers.ts';
import { fromStandardForm } from './from-standard-form.ts';
import { gcd } from './gcd.ts';
import { isPrime } from './is-prime.ts';
import { largestOfLarge } from './largest-of-large.ts';
import { lcm } from './lcm.ts';
import { modular } from './modular.ts';
import { primeFactorise } from './prime-factorise.ts';
import { sortNumbers } from './sort-numbers.ts';
import { standardForm } from './standard-form.ts';
import { surds } from './surds.ts';

export const NUMBER: readonly Family[] = [
  gcd,
  lcm,
  primeFactorise,
  isPrime,
  modular,
  surds,
  standardForm,
  fromStandardForm,
  baseConversion,
  factorsOf,
  sortNumbers,
  filterNumbers,
  largestOfLarge,
  countPrimes,
];
