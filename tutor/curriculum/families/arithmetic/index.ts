import type { Family } from '../../family.ts';
import { add } from './add.ts';
import { chainSum } from './chain-sum.ts';
import { decimalExpression } from './decimal-expression.ts';
import { decimals } from './decimals.ts';
import { divisionWithRemainder } from './division-with-remainder.ts';
import { inexactDivision } from './inexact-division.ts';
import { nestedOperations, nestedQuotients, nestedSums } from './long-chains.ts';
import { longDivision } from './long-division.ts';
import { multiply } from './multiply.ts';
import { nearestRoot } from './nearest-root.ts';
import { negatives } from './negatives.ts';
import { orderOfOperations } from './order-of-operations.ts';
import { powerFigures } from './power-figures.ts';
import { powers } from './powers.ts';
import { rationalExpressions } from './rational-expressions.ts';
import { roots } from './roots.ts';
import { rounding } from './rounding.ts';
import { signedProduct, signedQuotient } from './signed-decimals.ts';
import { signedExpression } from './signed-expression.ts';
import { signedSum } from './signed-sum.ts';
import { spokenArithmetic } from './spoken-arithmetic.ts';
import { subtract } from './subtract.ts';

export const ARITHMETIC: readonly Family[] = [
  add,
  subtract,
  multiply,
  longDivision,
  divisionWithRemainder,
  inexactDivision,
  orderOfOperations,
  negatives,
  decimals,
  decimalExpression,
  rounding,
  powers,
  spokenArithmetic,
  powerFigures,
  roots,
  chainSum,
  signedSum,
  signedProduct,
  signedQuotient,
  rationalExpressions,
  nearestRoot,
  signedExpression,
  nestedSums,
  nestedQuotients,
  nestedOperations,
];
