/**
 * What the checker says about a line, in the learner's language. The checker writes English, which is kept with a solve; each of
 * its forms is known here, and a note of another form stays as it is.
 */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';

const FORMS = [
  ['differAt', /^these differ at (?<at>.+): (?<left>.+) and (?<right>.+)$/],
  ['differ', /^the two sides differ: (?<left>.+) and (?<right>.+)$/],
  ['differBy', /^the two sides differ by (?<difference>.+), which (?<modulus>.+) does not divide$/],
  ['tryDiffer', /^try (?<at>.+): one side is (?<left>.+), the other (?<right>.+)$/],
  ['trySatisfies', /^try (?<value>.+): it satisfies this line but not (?<target>the problem|the line before|line \d+)$/],
  ['satisfies', /^(?<value>.+) satisfies this line but not (?<target>the problem|the line before|line \d+)$/],
  ['misfit', /^this answer does not fit (?<target>the problem|line \d+)$/],
  ['unsatisfied', /^the answer does not satisfy the problem$/],
  ['solutionFails', /^the solution of the problem does not satisfy this line$/],
  ['noSolution', /^no solution of the problem satisfies this line$/],
  ['disagree', /^at (?<at>.+) this line and (?<target>the problem|line \d+) disagree$/],
  ['both', /^both sides are (?<value>.+)$/],
  ['untrue', /^(?<statement>.+) is not true$/],
] as const;
/** Every value that a form may hold; each form has some of them. */
const NONE = { at: '', left: '', right: '', difference: '', modulus: '', value: '', target: '', statement: '' };
const DERIVATIVES = /^the derivatives of both sides differ: (.+)$/;

export function noteWords(note: string, t: TFunction, language: string): string {
  const derivatives = DERIVATIVES.exec(note)?.[1];
  if (derivatives !== undefined) return t('note.derivatives', { rest: noteWords(derivatives, t, language) });
  for (const [form, pattern] of FORMS) {
    const parts = pattern.exec(note)?.groups;
    if (parts === undefined && !pattern.test(note)) continue;
    const values = Object.fromEntries(Object.entries(parts ?? {}).map(([name, part]) => [name, written(part, t, language)]));
    return t(`note.${form}`, { ...NONE, ...values });
  }
  return note;
}

export function useNoteWords(): (note: string) => string {
  const { t, i18n } = useTranslation();
  return (note) => noteWords(note, t, i18n.language);
}

function written(part: string, t: TFunction, language: string): string {
  if (part === 'the problem') return t('note.theProblem');
  if (part === 'the line before') return t('note.lineBefore');
  if (part === 'not a real number') return t('note.notReal');
  const line = /^line (\d+)$/.exec(part)?.[1];
  if (line !== undefined) return t('note.lineNumber', { number: line });
  return language.startsWith('de') ? part.replaceAll(/(\d)\.(\d)/g, '$1,$2').replaceAll(/, (?=[a-z] = )/g, '; ') : part;
}
