/** Families of the topic algebra, easiest first. */
import type { Family } from '../../family.ts';
import { arithmeticNthTerm, arithmeticTerm, nextTerm } from './arithmetic-sequence.ts';
import { collectManyTerms } from './collect-many-terms.ts';
import { collectTerms } from './collect-terms.ts';
import { completeSquare } from './complete-square.ts';
import { complexDivision } from './complex-division.ts';
import { complexNumbers } from './complex-numbers.ts';
import { decimalRoots } from './decimal-roots.ts';
import { equationDecimals } from './equation-decimals.ts';
import { equationFractions } from './equation-fractions.ts';
import { evaluateExpression } from './evaluate-expression.ts';
import { expand } from './expand.ts';
import { expandManyTerms } from './expand-many-terms.ts';
import { exponentialEquation } from './exponential-equation.ts';
import { factorQuadratic } from './factor-quadratic.ts';
import { functions } from './functions.ts';
import { geometricSequence } from './geometric-sequence.ts';
import { indexLaws } from './index-laws.ts';
import { inverseFunction } from './inverse-function.ts';
import { linearBothSides } from './linear-both-sides.ts';
import { linearDecimal } from './linear-decimal.ts';
import { linearInequality } from './linear-inequality.ts';
import { linearLarge } from './linear-large.ts';
import { linearManyTerms } from './linear-many-terms.ts';
import { linearOneStep } from './linear-one-step.ts';
import { linearTwoStep } from './linear-two-step.ts';
import { linearTwoUnknowns } from './linear-two-unknowns.ts';
import { logarithms } from './logarithms.ts';
import { matrices } from './matrices.ts';
import { namedCoefficient } from './named-coefficient.ts';
import { numericIndices } from './numeric-indices.ts';
import { polynomialProduct } from './polynomial-product.ts';
import { polynomialFactors, polynomialRoots } from './polynomial-roots.ts';
import { sequenceByDifferences, sequenceRuleByDifferences } from './polynomial-sequence.ts';
import { powerQuotients } from './power-quotients.ts';
import { quadraticFactoring } from './quadratic-factoring.ts';
import { quadraticFormula, quadraticSurds } from './quadratic-formula.ts';
import { quadraticReady } from './quadratic-ready.ts';
import { rearrangeFormula } from './rearrange-formula.ts';
import { recursiveSequence } from './recursive-sequence.ts';
import { simultaneousEquations } from './simultaneous-equations.ts';
import { termOfRule } from './term-of-rule.ts';
import { functionOfFunction, sumOfFunctions, valueOfFunction } from './told-functions.ts';

export const ALGEBRA: readonly Family[] = [
  linearOneStep,
  linearTwoStep,
  linearBothSides,
  equationDecimals,
  equationFractions,
  linearManyTerms,
  linearTwoUnknowns,
  collectTerms,
  collectManyTerms,
  namedCoefficient,
  expandManyTerms,
  expand,
  factorQuadratic,
  quadraticReady,
  quadraticFactoring,
  quadraticFormula,
  quadraticSurds,
  polynomialRoots,
  polynomialFactors,
  completeSquare,
  simultaneousEquations,
  linearInequality,
  indexLaws,
  numericIndices,
  powerQuotients,
  evaluateExpression,
  functions,
  valueOfFunction,
  sumOfFunctions,
  functionOfFunction,
  inverseFunction,
  rearrangeFormula,
  exponentialEquation,
  logarithms,
  nextTerm,
  arithmeticNthTerm,
  arithmeticTerm,
  termOfRule,
  geometricSequence,
  sequenceByDifferences,
  sequenceRuleByDifferences,
  complexNumbers,
  complexDivision,
  matrices,
  recursiveSequence,
  linearLarge,
  linearDecimal,
  decimalRoots,
  polynomialProduct,
];
