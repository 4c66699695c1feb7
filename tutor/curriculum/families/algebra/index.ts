import type { Family } from '../../family.ts';
import { linearTwoStep } from '../linear-two-step.ts';

export const ALGEBRA: readonly Family[] = [linearTwoStep];
