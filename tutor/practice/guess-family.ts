/**
 * The problem family that a typed problem most resembles, and with it the topic: naive Bayes over the words, signs and
 * shapes of problems that the families themselves make. It guesses and does not read; what resembles nothing it leaves open.
 */
import { type Family, generateProblem, type Topic } from '../curriculum/family.ts';
import { PRACTICE_FAMILIES } from './exercise.ts';

export interface Guess {
  readonly family: string;
  readonly topic: Topic;
}

/** Problems that each level of a family is learnt from. */
const EXAMPLES = 8;
const SMOOTHING = 0.1;
/** Longest problem looked at, in characters. */
const MAX_LENGTH = 600;
/** Share of a problem's features that its family must know: less is another kind of problem. */
const LEAST_KNOWN = 0.5;

interface Profile {
  readonly family: Family;
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

interface Model {
  readonly profiles: readonly Profile[];
  readonly vocabulary: number;
}

let model: Model | null = null;

/** Learns from the families once, which takes a second or two; the first guess does it otherwise. */
export function learnFamilies(): Model {
  model ??= learn(PRACTICE_FAMILIES);
  return model;
}

/** null when the problem resembles none. */
export function guessFamily(problem: string): Guess | null {
  const features = featuresOf(problem.slice(0, MAX_LENGTH));
  if (!/\w/.test(problem)) return null;
  const { profiles, vocabulary } = learnFamilies();
  let best: { readonly profile: Profile; readonly score: number } | null = null;
  for (const profile of profiles) {
    const score = scoreOf(profile, features, vocabulary);
    if (best === null || score > best.score) best = { profile, score };
  }
  if (best === null) return null;
  const { family, counts } = best.profile;
  const rows = features.filter((feature) => !/^(?:first|unknowns?|equations|powers|brackets|sides) /.test(feature));
  const known = rows.filter((feature) => counts.has(feature)).length;
  return known < LEAST_KNOWN * rows.length ? null : { family: family.id, topic: family.topic };
}

function learn(families: readonly Family[]): Model {
  const vocabulary = new Set<string>();
  const profiles = families.map((family): Profile => {
    const counts = new Map<string, number>();
    let total = 0;
    for (const level of family.levels.keys()) {
      for (let seed = 1; seed <= EXAMPLES; seed++) {
        const { question } = generateProblem(family, { seed: seed * 7919 + level, level: level + 1, phrasings: 'all' });
        for (const feature of featuresOf(question)) {
          counts.set(feature, (counts.get(feature) ?? 0) + 1);
          vocabulary.add(feature);
          total++;
        }
      }
    }
    return { family, counts, total };
  });
  return { profiles, vocabulary: vocabulary.size };
}

function scoreOf({ counts, total }: Profile, features: readonly string[], vocabulary: number): number {
  const bottom = Math.log(total + SMOOTHING * vocabulary);
  let score = 0;
  for (const feature of features) score += Math.log((counts.get(feature) ?? 0) + SMOOTHING) - bottom;
  return score;
}

/** Words, signs and commands, each two and three in a row, and the build of the formulas. Numbers count by their form. */
function featuresOf(text: string): string[] {
  const tokens = tokensOf(text);
  const rows = tokens.flatMap((token, at) => {
    const [second, third] = [tokens[at + 1], tokens[at + 2]];
    if (second === undefined) return [token];
    return third === undefined ? [token, `${token} ${second}`] : [token, `${token} ${second}`, `${token} ${second} ${third}`];
  });
  // The verb that a problem begins with says most of what is asked.
  const first = `first ${tokens[0]}`;
  return [...rows, ...buildOf(tokens), first, first];
}

const TOKEN = /\\?[a-z]+|\d+(?:\.\d+)?|\S/g;
/** One sign for what is typed in many ways. */
const ALIKE: ReadonlyMap<string, string> = new Map([
  ['\\times', '*'],
  ['\\cdot', '*'],
  ['×', '*'],
  ['·', '*'],
  ['\\div', '/'],
  ['÷', '/'],
  ['\\frac', '/'],
  ['−', '-'],
  ['²', '^ #'],
  ['³', '^ #'],
  ['√', 'sqrt'],
  ['\\le', '<'],
  ['\\ge', '>'],
  ['≤', '<'],
  ['≥', '>'],
]);

/** Letters of maths are numbered as they come: x and t are the same unknown. */
function tokensOf(text: string): string[] {
  const letters: string[] = [];
  const plain = text
    .toLowerCase()
    .replaceAll(/[$,.?!{}[\]]|\\[()]|\\left|\\right/g, ' ')
    .replaceAll(/\b(\d*)([a-z])\b/g, '$1 $2 ');
  return [...plain.matchAll(TOKEN)].map(([token]) => {
    if (/^\d+$/.test(token)) return token.length > 2 ? '###' : '#';
    if (/^\d/.test(token)) return '#.#';
    if (/^[b-z]$/.test(token)) {
      if (!letters.includes(token)) letters.push(token);
      return `v${letters.indexOf(token) + 1}`;
    }
    return ALIKE.get(token) ?? token.replace('\\', '');
  });
}

/** How many unknowns, equations and powers there are, and whether an unknown stands on both sides. */
function buildOf(tokens: readonly string[]): string[] {
  const unknowns = new Set(tokens.filter((token) => /^v\d$/.test(token))).size;
  const count = (wanted: string) => Math.min(tokens.filter((token) => token === wanted).length, 3);
  const equals = tokens.indexOf('=');
  const right = equals < 0 ? [] : tokens.slice(equals);
  const sides = equals < 0 ? 'none' : right.includes('v1') ? 'both' : 'left';
  const build = [
    `unknowns ${unknowns}`,
    `equations ${count('=')}`,
    `powers ${count('^')}`,
    `brackets ${count('(')}`,
    `sides ${sides}`,
    `unknown ${count('v1')} ${count('=')} ${count('^')} ${sides}`,
  ];
  return unknowns + count('=') === 0 ? [] : build;
}
