import { expectFamilyLaws } from '../family-laws.ts';
import { COMPOSED } from './index.ts';

expectFamilyLaws(COMPOSED);
