import type { Family } from '../../family.ts';

export const FRACTIONS: readonly Family[] = [];
