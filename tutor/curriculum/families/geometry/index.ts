import type { Family } from '../../family.ts';

export const GEOMETRY: readonly Family[] = [];
