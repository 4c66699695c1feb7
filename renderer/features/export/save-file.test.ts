import { expect, it } from 'vitest';
import { fileName } from './save-file.ts';

it('names a file after its problem', () => expect(fileName('Solve 3x + 5 = 20', 'tex')).toBe('Solve-3x-5-20.tex'));
it('keeps no sign that a system could take for a folder', () => expect(fileName('../../etc: $x$', 'md')).toBe('etc-x.md'));
it('names a file of a problem without words', () => expect(fileName('?? ∫', 'json')).toBe('solution.json'));
it('cuts a long name', () => expect(fileName('a '.repeat(200), 'md').length).toBeLessThanOrEqual(43));
