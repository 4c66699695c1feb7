import type { Family } from '../../family.ts';

export const ARITHMETIC: readonly Family[] = [];
