import type { Family } from '../../family.ts';

export const NUMBER: readonly Family[] = [];
