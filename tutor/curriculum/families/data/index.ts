import type { Family } from '../../family.ts';

export const DATA: readonly Family[] = [];
