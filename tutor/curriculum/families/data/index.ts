/** Families of statistics, probability, counting and word problems. */
import type { Family } from '../../family.ts';
import { allConsecutive } from './all-consecutive.ts';
import { mean, median, missingFromMean, mode, range } from './averages.ts';
import { coinFlips } from './coin-flips.ts';
import { combinations, factorial, permutations } from './counting.ts';
import { diceTotal } from './dice-total.ts';
import { ages, consecutiveNumbers, thinkOfANumber } from './equation-stories.ts';
import { journeyTimes } from './journey-times.ts';
import { letterCounts } from './letter-counts.ts';
import { letterSequence } from './letter-draws.ts';
import { fractionOfGroup, percentOfGroup, percentPrice } from './percent-stories.ts';
import { bagProbability, diceProbability } from './probability.ts';
import { speedDistanceTime, workRate, workTogether } from './rates.ts';
import { savingUp } from './saving-up.ts';
import { sharedWork } from './shared-work.ts';
import { shoppingChange, shoppingTotal, unitPrice } from './shopping.ts';
import { shoppingPence } from './shopping-pence.ts';
import { compareAmounts, haveLeft, shareEqually } from './story-sums.ts';
import { toldMean } from './told-mean.ts';
import { unitConversion } from './unit-conversion.ts';

export const DATA: readonly Family[] = [
  mean,
  median,
  mode,
  range,
  missingFromMean,
  toldMean,
  diceProbability,
  coinFlips,
  bagProbability,
  diceTotal,
  letterSequence,
  letterCounts,
  combinations,
  permutations,
  factorial,
  shoppingTotal,
  shoppingChange,
  unitPrice,
  shoppingPence,
  savingUp,
  haveLeft,
  shareEqually,
  compareAmounts,
  speedDistanceTime,
  journeyTimes,
  workRate,
  workTogether,
  sharedWork,
  unitConversion,
  ages,
  consecutiveNumbers,
  allConsecutive,
  thinkOfANumber,
  percentPrice,
  percentOfGroup,
  fractionOfGroup,
];
