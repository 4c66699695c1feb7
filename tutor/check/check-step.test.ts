import { describe, expect, it } from 'vitest';
import { type CheckableStep, checkStep } from './check-step.ts';

function step(body: string, goal = '', scratch: readonly string[] = []): CheckableStep {
  return { goal, body, scratch, final: body.includes('\\boxed') };
}

function verdict(problem: string, body: string, goal = '', previous: readonly string[] = []): string {
  return checkStep(step(body, goal), { problem, previous: previous.map((each) => step(each)) }).verdict;
}

describe('a step of arithmetic', () => {
  it.each([
    ['$3 \\cdot 5 + 5 = 15 + 5 = 20$', 'holds'],
    ['$3 \\cdot 5 + 5 = 15 + 5 = 21$', 'fails'],
    ['$\\frac{6}{8} = \\frac{3}{4}$', 'holds'],
    ['$\\frac{6}{8} = \\frac{2}{4}$', 'fails'],
    ['$\\sqrt{32} = 4\\sqrt{2}$', 'holds'],
    ['$\\sqrt{32} = 2\\sqrt{4}$', 'fails'],
    ['$2\\frac{1}{3} = \\frac{7}{3}$', 'holds'],
    ['$-83 < 0$', 'holds'],
    ['$5 > 6$', 'fails'],
    ['$\\sin 30^\\circ = \\frac{1}{2}$', 'holds'],
    ['$\\sin 30 = 0.5$', 'holds'],
    ['$180^\\circ - 60^\\circ = 120^\\circ$', 'holds'],
    ['$180 - 60 = 120^\\circ$', 'holds'],
    ['$5\\text{ cm} \\cdot 3\\text{ cm} = 15\\text{ cm}^2$', 'holds'],
    ['$2\\text{ m} = 200\\text{ cm}$', 'holds'],
    ['$17 \\equiv 2 \\pmod{5}$', 'holds'],
    ['$17 \\equiv 3 \\pmod{5}$', 'fails'],
    ['$\\int_0^2 3x^2 \\, dx = 8$', 'holds'],
    ['$A = 5 \\cdot 3 = 15$', 'holds'],
    ['$A = 5 \\cdot 3 = 16$', 'fails'],
  ])('%s %s', (body, expected) => {
    expect(verdict('word problem', body)).toBe(expected);
  });

  it.each([
    ['$\\frac{1}{3} = 0.333$'],
    ['$\\sqrt{2} = 1.41$'],
    ['$\\pi \\approx 3.1$, $78 \\approx 100$'],
    ['$17 \\div 5 = 3$ remainder $2$'],
    ['Suppose $2 \\cdot 3 = 7$.'],
    ['Is $91 = 7 \\cdot 12$?'],
    ['$\\foo{2} = 3$'],
    ['The numbers are $3$ and $8$'],
    ['No maths here.'],
    ['$\\pi = \\frac{22}{7}$'],
    ['$50 + 20\\% = 60$'],
    ['$e = 5$, $2i = 6$'],
    ['$2\\frac{22}{7} = \\frac{44}{7}$'],
    ['Each costs $\\$5$, so $\\$5 \\cdot 3 = \\$15$'],
    ['$-7 \\bmod 3 = -1$'],
    ['$60\\text{ km/h} \\cdot 2\\text{ h} = 120\\text{ km}$'],
    ['$32^\\circ F = 0^\\circ C$'],
    ['$25\\text{ cents} = \\$0.25$'],
    ['$\\frac{12}{5} = 2 R 2$'],
    ['$\\sqrt{16} = \\pm 4$'],
    ['$1.73 \\cdot 5 = 8.66$'],
  ])('raises no alarm about %s', (body) => {
    expect(verdict('word problem', body)).not.toBe('fails');
  });
});

describe('a step of an equation', () => {
  const problem = 'Solve 3x + 5 = 20';

  it.each([
    ['$3x = 20 - 5$', 'holds'],
    ['$3x = 16$', 'fails'],
    ['$x = 5$', 'holds'],
    ['$x = \\frac{15}{3} = 5$', 'holds'],
    ['$y = 7$', 'unknown'],
    ['$\\boxed{x = 5}$', 'holds'],
    ['$\\boxed{x = 4}$', 'fails'],
  ])('%s %s', (body, expected) => {
    expect(verdict(problem, body)).toBe(expected);
  });

  it('accepts one case of several, and a line that only adds solutions', () => {
    expect(verdict('Solve x^2 - 5x + 6 = 0', '$x = 2$')).toBe('holds');
    expect(verdict('Solve x^2 - 5x + 6 = 0', '$x = 2$ or $x = 3$')).toBe('holds');
    expect(verdict('Solve x^2 - 5x + 6 = 0', '$x = 4$')).toBe('fails');
    expect(verdict('Solve x - 2 = 1', '$(x - 2)^2 = 1$')).toBe('holds');
  });

  it('does not confirm an answer that lacks a solution', () => {
    expect(verdict('Solve x^2 - 5x + 6 = 0', '$\\boxed{x = 2}$')).toBe('unknown');
    expect(verdict('Solve x^2 - 5x + 6 = 0', '$\\boxed{x = 2, x = 3}$')).toBe('holds');
  });

  it('checks a system at its solution', () => {
    const system = 'Solve 3x + y = 7 and x - y = 1';
    expect(verdict(system, '$4x = 8$')).toBe('holds');
    expect(verdict(system, '$4x = 9$')).toBe('fails');
    expect(verdict(system, '$\\boxed{x = 2, y = 1}$')).toBe('holds');
  });

  it('keeps to the line before where the problem is in words', () => {
    const words = 'I think of a number, double it and add 3. I get 11.';
    expect(verdict(words, '$2x = 8$', 'Subtract $3$ from both sides', ['$2x + 3 = 11$'])).toBe('holds');
    expect(verdict(words, '$2x = 9$', 'Subtract $3$ from both sides', ['$2x + 3 = 11$'])).toBe('fails');
    expect(verdict(words, '$5x = 9$', 'For the other number', ['$2x + 3 = 11$'])).toBe('unknown');
  });

  it.each([
    ['Solve 3x + y = 7 and x - y = 1 by a graph', 'When $x = 0$, $y = 7$'],
    ['Solve a^2 + 2a - 48 = 0', 'Read off $a = 1$, $b = 2$, $c = -48$'],
    ['Solve -3 < 2x + 1 < 7', '$2x + 1 < 7$'],
    ['Solve x^4 - 5x^2 + 4 = 0', 'Let $u = x^2$, then $u^2 - 5u + 4 = 0$'],
    ['a) 3x + 1 = 7 b) 2x = 10', '$x = 2$'],
    ['Given x + 1/x = 3, find x^2 + 1/x^2', '$x^2 + 2 + \\frac{1}{x^2} = 9$'],
    ['Where does y = 2x + 3 cross the axes?', '$2x + 3 = 0$'],
    ['Solve sin x = 1/2', '$x = 30$'],
  ])('raises no alarm in "%s" about %s', (problem_, body) => {
    expect(verdict(problem_, body)).not.toBe('fails');
  });

  it('compares the sets of inequalities', () => {
    expect(verdict('Solve 6x - 2 < -14', '$6x < -12$')).toBe('holds');
    expect(verdict('Solve -2x < 6', '$x > -3$')).toBe('holds');
    expect(verdict('Solve -2x < 6', '$x < -3$')).toBe('fails');
  });
});

describe('a step of rewriting', () => {
  it('fails a wrong identity only where every line must be one', () => {
    expect(verdict('Expand (x+2)(x-3)', '$(x+2)(x-3) = x^2 - x - 6$')).toBe('holds');
    expect(verdict('Expand (x+2)(x-3)', '$(x+2)(x-3) = x^2 - x + 6$')).toBe('fails');
    expect(verdict('Find x in this triangle', '$2x + 10 = 3x - 5$')).toBe('unknown');
  });

  it('names the point where the sides differ', () => {
    expect(checkStep(step('$(x+1)^2 = x^2 + 1$'), { problem: 'expand (x+1)^2', previous: [] }).note).toBe(
      'these differ at x = 2: 9 and 5',
    );
  });

  it('knows functions, derivatives and antiderivatives', () => {
    expect(verdict('f(x) = 3x - 8, find f(-1)', '$f(-1) = -3 - 8 = -11$')).toBe('holds');
    expect(verdict('Differentiate f(x) = x^3', "$f'(x) = 3x^2$")).toBe('holds');
    expect(verdict('Differentiate y = x^3', '$\\frac{dy}{dx} = 3x^2$')).toBe('holds');
    expect(verdict('Integrate 3x^2', '$\\int 3x^2 \\, dx = x^3 + C$')).toBe('holds');
    expect(verdict('Integrate 3x^2', '$\\int 3x^2 \\, dx = x^2 + C$')).toBe('fails');
  });
});

describe('scratch lines', () => {
  const check = (line: string) => checkStep(step('$1 = 1$', '', [line]), { problem: '', previous: [] }).verdict;

  it.each([
    '20 - 5 = 15',
    '7617 * 8: 7 * 8 = 56, 1 * 8 + 5 = 13, so 60936',
    'gcd(12, 18) = 6',
    'multiples of 36: 36, 72',
    '67: 1 * 36 = 36, 67 - 36 = 31',
  ])('%s raises no alarm', (line) => {
    expect(check(line)).toBe('holds');
  });

  it.each(['20 - 5 = 16', '7617 * 8: 7 * 8 = 56, so 60937', 'gcd(12, 18) = 3', '67: 1 * 36 = 36, 67 - 36 = 32'])(
    '%s fails the step',
    (line) => {
      expect(check(line)).toBe('fails');
    },
  );
});

describe('the letters e and i', () => {
  it.each([
    ['Suppose 663 + 7i + 30 = 16i. Find i.', '$7i + 693 = 16i$', 'holds'],
    ['Suppose 663 + 7i + 30 = 16i. Find i.', '$693 = 10i$', 'fails'],
    ['Solve 3e + 2 = e + 8', '$2e = 6$', 'holds'],
    ['Compute (1 + i)(2 - i)', '$(1 + i)(2 - i) = 2 + i + 1$', 'holds'],
    ['Compute (1 + i)(2 - i)', '$(1 + i)(2 - i) = 2 + i$', 'fails'],
  ])('are read as the problem uses them: %s | %s %s', (problem, body, expected) => {
    expect(verdict(problem, body)).toBe(expected);
  });

  it.each([
    ['Let b = 7. Suppose 2q = 4 - b + v. Solve 18i = 10 - vi - 185.', '$18i = -7i - 175$'],
    ['Three times a number and 2 is the number and 8. Which is it?', '$3e + 2 = e + 8$'],
  ])('fail nothing where it is open what they are: %s', (problem, body) => {
    expect(verdict(problem, body)).not.toBe('fails');
  });
});
