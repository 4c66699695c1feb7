/** Families of calculus. */
import type { Family } from '../../family.ts';
import { chainRule } from './chain-rule.ts';
import { gradientAtPoint, stationaryPoints, tangentLine } from './curves.ts';
import { definiteIntegral } from './definite-integral.ts';
import { differentiatePolynomial } from './differentiate.ts';
import { integratePolynomial } from './integrate.ts';
import { integrateInside } from './integrate-inside.ts';
import { integrateLong } from './integrate-long.ts';
import { integrateParts } from './integrate-parts.ts';
import { limits } from './limits.ts';
import { productRule, quotientRule } from './product-quotient-rule.ts';
import { repeatedDerivative } from './repeated-derivative.ts';
import { standardDerivatives } from './standard-derivatives.ts';

export const CALCULUS: readonly Family[] = [
  differentiatePolynomial,
  repeatedDerivative,
  standardDerivatives,
  chainRule,
  productRule,
  quotientRule,
  gradientAtPoint,
  tangentLine,
  stationaryPoints,
  integratePolynomial,
  definiteIntegral,
  limits,
  integrateLong,
  integrateInside,
  integrateParts,
];
