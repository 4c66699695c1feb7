import type { Family } from '../../family.ts';
import { baseChange, baseSum } from './base-arithmetic.ts';
import { baseConversion } from './base-conversion.ts';
import { baseToBase } from './base-to-base.ts';
import { countPrimes } from './count-primes.ts';
import { factorsOf } from './factors-of.ts';
import { filterNumbers } from './filter-numbers.ts';
import { fromStandardForm } from './from-standard-form.ts';
import { gcd } from './gcd.ts';
import { isFactor } from './is-factor.ts';
import { isPrime } from './is-prime.ts';
import { largestOfLarge } from './largest-of-large.ts';
import { lcm } from './lcm.ts';
import { listPrimeFactors } from './list-prime-factors.ts';
import { modular } from './modular.ts';
import { nestedSurds } from './nested-surds.ts';
import { placeValue } from './place-value.ts';
import { primeFactorise, primeFactorProduct } from './prime-factorise.ts';
import { sortList } from './sort-list.ts';
import { sortNumbers } from './sort-numbers.ts';
import { standardForm } from './standard-form.ts';
import { surdExpressions } from './surd-expressions.ts';
import { surds } from './surds.ts';
import { toldNumbers } from './told-numbers.ts';

export const NUMBER: readonly Family[] = [
  gcd,
  lcm,
  primeFactorise,
  primeFactorProduct,
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
  isFactor,
  listPrimeFactors,
  placeValue,
  toldNumbers,
  baseToBase,
  sortList,
  baseChange,
  baseSum,
  surdExpressions,
  nestedSurds,
];
