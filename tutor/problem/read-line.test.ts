import { describe, expect, it } from 'vitest';
import { readLine } from './read-line.ts';

describe('a line of working', () => {
  it.each([
    ['3x = 15', '$3x = 15$'],
    ['= 5', '$= 5$'],
    ['12', '$12$'],
    ['2. 3x = 15', '$3x = 15$'],
    ['=> x = 5.', '$x = 5$'],
    ['so x = 3/4', '$x = \\frac{3}{4}$'],
    ['x = 2 or x = 3', '$x = 2$ or $x = 3$'],
    ['\\frac{x}{2} = 4', '$\\frac{x}{2} = 4$'],
    ['$3x = 15$', '$3x = 15$'],
  ])('%j is read as %j', (line, read) => {
    expect(readLine(line)).toBe(read);
  });

  it('leaves prose as prose, and a price as no delimiter', () => {
    expect(readLine('divide by three')).toBe('divide by three');
    expect(readLine('it costs $5 now')).toBe('it costs \\$5 now');
  });
});
