import type { Family } from '../../family.ts';
import { comparePair } from './compare-pair.ts';
import { closestNumber, kthBiggest, sortMixed } from './order-statistics.ts';

export const COMPARISON: readonly Family[] = [comparePair, kthBiggest, closestNumber, sortMixed];
