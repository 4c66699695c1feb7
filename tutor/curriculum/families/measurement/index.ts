import type { Family } from '../../family.ts';
import { clockMinutes } from './clock-minutes.ts';
import { measureConversion } from './measure-conversion.ts';

export const MEASUREMENT: readonly Family[] = [measureConversion, clockMinutes];
