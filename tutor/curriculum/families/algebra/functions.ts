import { solveTwoStep } from '../../equation-steps.ts';
import type { Family, Worked } from '../../family.ts';
import { factor } from '../../latex.ts';
import { equalities, sum, term } from '../../polynomial.ts';
import type { Rng } from '../../rng.ts';

/** f(a), f(g(a)) and f(x) = k for linear and quadratic f. */
export const functions: Family = {
  id: 'functions',
  topic: 'algebra',
  title: 'Functions',
  levels: ['the value of a function', 'a function of a function', 'which input gives an output'],
  phrasings: [
    'If <f>, find <ask>.',
    '<f>, find <ask>',
    'Given <f>, work out <ask>.',
    'Let <f>. Find <ask>.',
    '<f>. What is <ask>?',
    'Find <ask> when <f>.',
    '<f>. Evaluate <ask>.',
    'what is <ask> if <f>',
    'The function is <f>. Calculate <ask>.',
    'Work out <ask> for <f>.',
    'Given that <f>, determine <ask>.',
    'for <f> find <ask>',
    'Consider <f>. Find <ask>.',
    'Suppose <f>. What is the value of <ask>?',
    'Question 3. <f>. Find <ask>.',
    'how do i find <ask> if <f>',
    '<f>. <ask> = ?',
    'Find the value of <ask> given <f>.',
    'can you work out <ask> where <f>',
    '<f>, what is <ask>',
    '<f> find <ask>',
    'whats <ask> if <f>',
    'work out <ask> when <f>',
    'the function is <f>. find <ask>',
  ],
  make(rng, level) {
    if (level === 2) return composed(rng);
    if (level === 3) return input(rng);
    const f = rng.pick(['f', 'f', 'g', 'h']);
    const rule = rng.chance(0.5) ? linearRule(rng) : quadraticRule(rng);
    const at = rng.int(-9, 12);
    return {
      maths: { f: `${f}(x) = ${rule.write('x')}`, ask: `${f}(${at})` },
      steps: rule.steps(f, at),
      answer: String(rule.at(at)),
    };
  },
};

interface Rule {
  write(x: string): string;
  at(value: number): number;
  steps(name: string, value: number): string[];
}

function linearRule(rng: Rng): Rule {
  const [a, b] = [rng.nonzero(-6, 9), rng.nonzero(-12, 15)];
  const times = (value: string) => (a === 1 ? value : a === -1 ? `-${value}` : `${a} \\cdot ${value}`);
  return {
    write: (x) => sum(term(a, x), String(b)),
    at: (value) => a * value + b,
    steps: (name, value) => {
      const last = `${a * value} ${b < 0 ? '-' : '+'} ${Math.abs(b)}`;
      const put = sum(times(factor(value)), String(b));
      return [`Put in $${value}$: $${name}(${value}) = ${put === last ? put : `${put} = ${last}`} = ${a * value + b}$`];
    },
  };
}

function quadraticRule(rng: Rng): Rule {
  const a = rng.chance(0.6) ? 1 : rng.int(2, 4);
  const [b, c] = [rng.int(-6, 6), rng.int(-12, 12)];
  const constant = c === 0 ? '' : String(c);
  return {
    write: (x) => sum(term(a, `${x}^2`), term(b, x), constant),
    at: (value) => a * value * value + b * value + c,
    steps: (name, value) => {
      const at = factor(value);
      const product = (k: number, v: string) => (k === 1 ? v : k === -1 ? `-${v}` : `${k} \\cdot ${v}`);
      const parts = [String(a * value * value), b === 0 ? '' : String(b * value), constant].filter((part) => part !== '');
      const total = a * value * value + b * value + c;
      return [
        `Put in $${value}$: $${name}(${value}) = ${sum(product(a, `${at}^2`), b === 0 ? '' : product(b, at), constant)}$`,
        `Square: $${at}^2 = ${value * value}$`,
        ...(a === 1 ? [] : [`Multiply: $${a} \\cdot ${value * value} = ${a * value * value}$`]),
        ...(b === 0 || b === 1 ? [] : [`Multiply: $${equalities(product(b, at), String(b * value))}$`]),
        ...(parts.length === 3 ? [`> ${sum(parts[0], parts[1])} = ${a * value * value + b * value}`] : []),
        `Add: $${name}(${value}) = ${parts.length === 1 ? '' : `${sum(...parts)} = `}${total}$`,
      ];
    },
  };
}

function composed(rng: Rng): Worked {
  const [f, g] = rng.chance(0.8) ? ['f', 'g'] : ['g', 'f'];
  const inner = linearRule(rng);
  const at = rng.int(-5, 6);
  const middle = inner.at(at);
  const outer = Math.abs(middle) > 12 || rng.chance(0.5) ? linearRule(rng) : quadraticRule(rng);
  const rules = [`${f}(x) = ${outer.write('x')}`, `${g}(x) = ${inner.write('x')}`];
  return {
    maths: { f: rules.join(', '), ask: rng.chance(0.7) ? `${f}(${g}(${at}))` : `${f}${g}(${at})` },
    steps: [`Inner function first: $${g}(${at})$`, ...inner.steps(g, at), `Now $${f}(${middle})$`, ...outer.steps(f, middle)],
    answer: String(outer.at(middle)),
  };
}

function input(rng: Rng): Worked {
  const f = rng.pick(['f', 'f', 'g', 'h']);
  const [a, b] = [rng.nonzero(-6, 9), rng.nonzero(-12, 15)];
  const c = rng.chance(0.7) ? a * rng.int(-9, 9) + b : rng.int(-20, 20);
  const rule = sum(term(a, 'x'), String(b));
  const { steps, value } = solveTwoStep(a, b, c, 'x');
  return {
    maths: { f: `${f}(x) = ${rule}`, ask: `x \\text{ when } ${f}(x) = ${c}` },
    steps: [`Set the rule equal to $${c}$: $${rule} = ${c}$`, ...steps],
    answer: `x = ${value}`,
  };
}
