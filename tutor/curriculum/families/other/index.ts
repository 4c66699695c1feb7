import type { Family } from '../../family.ts';

export const OTHER: readonly Family[] = [];
