import { expect, test } from 'vitest';
import { unroll } from './unroll.ts';

test('repeats a stretch as often as a number or a constant says, with its index in place', () => {
  expect(unroll('a\n  // each I < 2\nvar x$I = $I;\n  // end\nb', {})).toBe('a\nvar x0 = 0;\nvar x1 = 1;\nb');
  expect(unroll('// each I < TILES\nx$I\n// end', { TILES: 3 })).toBe('x0\nx1\nx2');
});

test('repeats stretches within stretches', () => {
  const text = '// each ROW < 2\n// each COLUMN < 2\ns$ROW_$COLUMN\n// end\n// end';
  expect(unroll(text, {})).toBe('s0_0\ns0_1\ns1_0\ns1_1');
});

test('leaves text without stretches as it is', () => {
  expect(unroll('// each of these\nfn main() {}', {})).toBe('// each of these\nfn main() {}');
});

test('refuses stretches that do not match, and counts that are none', () => {
  expect(() => unroll('// each I < 2\nx', {})).toThrow(/line 1 .* does not end/);
  expect(() => unroll('x\n// end', {})).toThrow(/line 2 .* not begun/);
  expect(() => unroll('// each I < MANY\nx\n// end', {})).toThrow(/MANY is not a number/);
});
