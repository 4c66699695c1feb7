/** Every problem family, by topic. Training, practice and `quorum generate` all draw from here. */
import { ALGEBRA } from './families/algebra/index.ts';
import { ARITHMETIC } from './families/arithmetic/index.ts';
import { CALCULUS } from './families/calculus/index.ts';
import { COMPARISON } from './families/comparison/index.ts';
import { COMPOSED } from './families/composed/index.ts';
import { DATA } from './families/data/index.ts';
import { EVERYDAY } from './families/everyday/index.ts';
import { FRACTIONS } from './families/fractions/index.ts';
import { GEOMETRY } from './families/geometry/index.ts';
import { MEASUREMENT } from './families/measurement/index.ts';
import { NUMBER } from './families/number/index.ts';
import { OTHER } from './families/other/index.ts';
import { STORIES } from './families/stories/index.ts';
import type { Family } from './family.ts';

export const FAMILIES: readonly Family[] = [
  ...ARITHMETIC,
  ...FRACTIONS,
  ...NUMBER,
  ...COMPARISON,
  ...ALGEBRA,
  ...GEOMETRY,
  ...CALCULUS,
  ...COMPOSED,
  ...DATA,
  ...EVERYDAY,
  ...STORIES,
  ...MEASUREMENT,
  ...OTHER,
];

const BY_ID: ReadonlyMap<string, Family> = new Map(FAMILIES.map((family) => [family.id, family]));

export function familyById(id: string): Family | undefined {
  return BY_ID.get(id);
}
