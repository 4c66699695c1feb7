import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { FAMILIES, familyById } from './index.ts';

const EXPORTER = fileURLToPath(new URL('./export.ts', import.meta.url));

function run(...args: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [EXPORTER, ...args], { encoding: 'utf8' });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { problems: lines.map((line) => JSON.parse(line) as Record<string, unknown>), stderr, status };
}

test('every family has an id of its own, in kebab case', () => {
  expect(new Set(FAMILIES.map(({ id }) => id)).size).toBe(FAMILIES.length);
  for (const family of FAMILIES) {
    expect(family.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(familyById(family.id)).toBe(family);
  }
});

test('the same seed gives the same lines, and a longer stream starts with the shorter one', () => {
  const { problems } = run('--seed', '7', '--count', '50');
  expect(problems).toHaveLength(50);
  expect(run('--seed', '7', '--count', '80').problems.slice(0, 50)).toEqual(problems);
  expect(run('--seed', '8', '--count', '50').problems).not.toEqual(problems);
});

test('a line holds the question, the solution that ends in the boxed answer, and the answer', () => {
  for (const problem of run('--count', '100').problems) {
    expect(Object.keys(problem)).toEqual(['family', 'level', 'question', 'solution', 'answer']);
    expect(String(problem.solution).endsWith(`\n$\\boxed{${problem.answer}}$`)).toBe(true);
  }
});

test('about three in a hundred problems are refusals', () => {
  const { problems } = run('--count', '3000');
  const refused = problems.filter(({ answer }) => answer === '\\text{not supported}').length;
  expect(refused).toBeGreaterThan(45);
  expect(refused).toBeLessThan(150);
});

test('families and level can be chosen', () => {
  const { problems } = run('--count', '40', '--families', 'add,gcd', '--level', '2');
  expect(new Set(problems.map(({ family }) => family))).toEqual(new Set(['add', 'gcd']));
  expect(new Set(problems.map(({ level }) => level))).toEqual(new Set([2]));
});

test('a wrong option stops with the remedy', () => {
  const { status, stderr } = run('--families', 'alchemy');
  expect(status).not.toBe(0);
  expect(stderr).toContain('known: add');
});
