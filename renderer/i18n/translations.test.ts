import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkStep } from '#tutor/check/check-step.ts';
import { PRACTICE_FAMILIES } from '#tutor/practice/exercise.ts';
import { trialOf } from '#tutor/work/trial.ts';
import { families as germanFamilies } from './de/families.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { setUpLanguages } from './index.ts';
import { noteWords } from './note-words.ts';

beforeAll(() => setUpLanguages('en'));

const inLanguage = (language: string) => (note: string) => noteWords(note, i18next.getFixedT(language), language);

describe('notes of the checker', () => {
  const line = (problem: string, body: string) =>
    checkStep({ goal: '', body: `$${body}$`, scratch: [], final: false }, { problem, previous: [] }).note;

  it.each([
    ['Expand (x + 1)^2', '(x + 1)^2 = x^2 + 1'],
    ['Solve 3x + 5 = 20', '3x = 16'],
    ['Work out 2 + 2', '2 + 2 = 5'],
    ['Differentiate x^3', '\\frac{d}{dx} x^3 = 2x^2'],
    ['Solve 2x + y = 7 and x - y = 2', 'x = 4'],
    ['Work out sqrt(-4)', '\\sqrt{-4} = 2'],
  ])('for %s, %s are the same in English and whole in German', (problem, body) => {
    const note = line(problem, body);
    if (note === undefined) throw new Error('the checker finds nothing wrong');
    for (const each of [note, trialOf(note)]) {
      expect(inLanguage('en')(each)).toBe(each);
      expect(inLanguage('de')(each)).not.toMatch(/\b(?:the|this|these|sides?|try|not)\b/);
    }
  });

  it('write numbers with a comma in German', () => {
    expect(inLanguage('de')('these differ at x = 2.5, y = 1: 4.25 and 6')).toBe(
      'bei x = 2,5; y = 1 sind beide Seiten verschieden: 4,25 und 6',
    );
  });

  it('of a form that is not known stay as they are', () => {
    expect(inLanguage('de')('something new')).toBe('something new');
  });
});

it('says every string in German, with the same values in it', () => {
  const gaps = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();
  const compare = (english: object, german: object, path: string): string[] =>
    Object.entries(english).flatMap(([key, value]): string[] => {
      const other = (german as Record<string, unknown>)[key];
      if (typeof value === 'object') return compare(value, other as object, `${path}.${key}`);
      return String(gaps(String(value))) === String(gaps(String(other))) && other !== '' ? [] : [`${path}.${key}`];
    });
  expect(compare(en, de, '').filter((path) => !path.endsWith('agreeSoFar_one') && !/_one$/.test(path))).toEqual([]);
});

it('names every practice family in German', () => {
  expect(PRACTICE_FAMILIES.filter(({ id }) => !(id in germanFamilies)).map(({ id }) => id)).toEqual([]);
});
