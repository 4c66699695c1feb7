/** Families of stories with several operations, put together anew each time. */
import type { Family } from '../../family.ts';
import { storyOfChanges } from './changes.ts';
import { storyOfComparisons } from './comparisons.ts';
import { storyOfDailyLife } from './daily-life.ts';
import { storyOfParts } from './parts.ts';
import { storyOfPlans } from './plans.ts';
import { storyOfPurchases } from './purchases.ts';
import { storyOfRates } from './rates.ts';
import { shortStories } from './short-stories.ts';
import { storyOfValues } from './values.ts';

export const STORIES: readonly Family[] = [
  storyOfChanges,
  storyOfComparisons,
  storyOfPurchases,
  storyOfParts,
  storyOfRates,
  storyOfDailyLife,
  shortStories,
  storyOfPlans,
  storyOfValues,
];
