/** The desk at which everything told is made: one letter for each thing, every way of telling as likely as the next. */
import { type Decimal, trimDecimal } from '../decimal.ts';
import { type Rational, writeRational } from '../rational.ts';
import type { Rng } from '../rng.ts';
import type { Budget } from './budget.ts';
import { tellCollected } from './collected.ts';
import { tellCombined } from './combined.ts';
import { tellDerivative } from './derivatives.ts';
import { tellEquation, tellTwoEquations } from './equations.ts';
import { tellExpression } from './expressions.ts';
import { takeLetter } from './letters.ts';
import { tellRule } from './rules.ts';
import { tellDecimalSum, tellSum } from './sums.ts';
import type { Coefficients, Desk, Told } from './told.ts';
import { tellValue } from './values.ts';

const asItStands = (name: string): Told => ({ name, sentences: [], steps: [] });

/** `letters` are taken from their end. */
export function openDesk(rng: Rng, letters: string[]): Desk {
  const desk: Desk = {
    rng,
    letter: () => takeLetter(letters),
    number: (value, budget, inline = false) => tellNumber(value, budget, desk, inline),
    decimal: (value, budget) => {
      if (budget.stages === 0) return asItStands(trimDecimal(value.scaled, value.places));
      return tellDecimal(value, budget, desk);
    },
    polynomial: (rule, budget, inline = false) => {
      if (budget.stages === 0) return tellRule(rule, desk, inline);
      const whole = rule.every(({ bottom }) => bottom === 1);
      switch (rng.int(whole ? 0 : 1, 2)) {
        case 0:
          return tellCombined(numbersOf(rule), budget, desk);
        case 1:
          return tellCollected(rule, budget, desk, inline);
        default:
          return tellDerivative(rule, budget, desk);
      }
    },
  };
  return desk;
}

function numbersOf(rule: Coefficients): number[] {
  return rule.map(({ top }) => top);
}

function tellNumber(value: Rational, budget: Budget, desk: Desk, inline: boolean): Told {
  if (budget.stages === 0) return asItStands(writeRational(value));
  switch (desk.rng.int(0, value.bottom === 1 ? 4 : 1)) {
    case 0:
      return tellSum(value, budget, desk);
    case 1:
      return tellExpression(value, budget, desk, inline);
    case 2:
      return tellEquation(value.top, budget, desk);
    case 3:
      return tellTwoEquations(value.top, budget, desk);
    default:
      return tellValue(value.top, budget, desk, inline);
  }
}

/** Decimals as sums only; whole numbers in any way, a sum of decimals among them. */
function tellDecimal(value: Decimal, budget: Budget, desk: Desk): Told {
  if (value.places === 0 && desk.rng.chance(0.5)) return desk.number({ top: value.scaled, bottom: 1 }, budget);
  return tellDecimalSum(value, budget, desk);
}
