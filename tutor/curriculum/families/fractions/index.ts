import type { Family } from '../../family.ts';
import { compareFractions } from './compare-fractions.ts';
import { fractionAddSubtract } from './fraction-add-subtract.ts';
import { fractionDecimalPercent } from './fraction-decimal-percent.ts';
import { fractionExpression } from './fraction-expression.ts';
import { fractionMultiplyDivide } from './fraction-multiply-divide.ts';
import { fractionOfAmount } from './fraction-of-amount.ts';
import { fractionSimplify } from './fraction-simplify.ts';
import { mixedNumberConvert } from './mixed-number-convert.ts';
import { mixedNumbers } from './mixed-numbers.ts';
import { percentChange } from './percent-change.ts';
import { percentIncreaseDecrease } from './percent-increase-decrease.ts';
import { percentOf } from './percent-of.ts';
import { percentShare } from './percent-share.ts';
import { ratioMissing } from './ratio-missing.ts';
import { ratioShare } from './ratio-share.ts';
import { ratioSimplify } from './ratio-simplify.ts';
import { recurringDecimal } from './recurring-decimal.ts';
import { recurringToFraction } from './recurring-to-fraction.ts';
import { reversePercent } from './reverse-percent.ts';

export const FRACTIONS: readonly Family[] = [
  fractionSimplify,
  fractionAddSubtract,
  fractionMultiplyDivide,
  fractionExpression,
  fractionOfAmount,
  mixedNumberConvert,
  mixedNumbers,
  compareFractions,
  fractionDecimalPercent,
  recurringDecimal,
  recurringToFraction,
  percentOf,
  percentIncreaseDecrease,
  percentChange,
  percentShare,
  reversePercent,
  ratioShare,
  ratioMissing,
  ratioSimplify,
];
