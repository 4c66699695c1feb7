import type { Family } from '../../family.ts';
import { composedClosest, composedKth, composedPair, composedSort } from './composed-comparisons.ts';
import { composedDerivative } from './composed-derivatives.ts';
import { composedEquation, composedTwoEquations } from './composed-equations.ts';
import { composedComposition, composedSum, composedValue } from './composed-functions.ts';
import {
  composedDigit,
  composedFactor,
  composedGcd,
  composedLcm,
  composedPrime,
  composedPrimeFactors,
  composedRemainder,
} from './composed-numbers.ts';
import { composedRoots } from './composed-roots.ts';
import { composedRounding } from './composed-rounding.ts';

/** Questions about numbers and functions that are told through small problems first. */
export const COMPOSED: readonly Family[] = [
  composedEquation,
  composedTwoEquations,
  composedGcd,
  composedLcm,
  composedRemainder,
  composedFactor,
  composedPrime,
  composedPrimeFactors,
  composedDigit,
  composedRounding,
  composedPair,
  composedKth,
  composedSort,
  composedClosest,
  composedValue,
  composedSum,
  composedComposition,
  composedDerivative,
  composedRoots,
];
