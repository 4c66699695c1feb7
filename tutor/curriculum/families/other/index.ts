import type { Family } from '../../family.ts';
import { unsupported } from './unsupported.ts';

export const OTHER: readonly Family[] = [unsupported];
