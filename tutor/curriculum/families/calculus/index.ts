import type { Family } from '../../family.ts';

export const CALCULUS: readonly Family[] = [];
