import type { Family } from '../../family.ts';
import { compareFractions } from './compare-fractions.ts';
import { fractionAddSubtract } from './fraction-add-subtract.ts';
import { fractionMultiplyDivide } from './fraction-multiply-divide.ts';
import { fractionSimplify } from './fraction-simplify.ts';
import { mixedNumberConvert } from './mixed-number-convert.ts';
import { mixedNumbers } from './mixed-numbers.ts';

export const FRACTIONS: readonly Family[] = [
  fractionSimplify,
  fractionAddSubtract,
  fractionMultiplyDivide,
  mixedNumberConvert,
  mixedNumbers,
  compareFractions,
];
