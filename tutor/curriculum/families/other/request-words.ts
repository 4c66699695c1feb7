/** Words for requests that are not ours to answer. */
import type { Rng } from '../../rng.ts';

const SUBJECTS = [
  'climate change',
  'the French Revolution',
  'my summer holidays',
  'photosynthesis',
  'the Roman Empire',
  'friendship',
  'dogs',
  'World War II',
  'football',
  'the ocean',
  'space travel',
  'social media',
  'Shakespeare',
  'volcanoes',
  'the history of bread',
  'healthy food',
  'my best friend',
  'the moon landing',
  'artificial intelligence',
  'whales',
];
const THINGS = [
  'a cat',
  'a house',
  'a dragon',
  'a tree',
  'a robot',
  'a sunset',
  'a bicycle',
  'a castle',
  'my dog',
  'a rocket',
  'a flower',
  'a horse',
];
const PLACES = [
  'Paris',
  'London',
  'Japan',
  'Brazil',
  'Berlin',
  'Canada',
  'Rome',
  'Kenya',
  'Madrid',
  'India',
  'New York',
  'Norway',
  'Egypt',
  'Sydney',
];
const LANGUAGES = ['French', 'Spanish', 'German', 'Italian', 'Japanese', 'Latin', 'Chinese', 'Arabic', 'Portuguese', 'Polish'];
const PHRASES = [
  'good morning',
  'I love you',
  'where is the station',
  'thank you very much',
  'see you tomorrow',
  'my name is Tom',
  'the weather is nice',
  'happy birthday',
];
const THEOREMS = [
  'the Pythagorean theorem',
  'the fundamental theorem of algebra',
  "Fermat's last theorem",
  'the Riemann hypothesis',
  'the prime number theorem',
  'the four colour theorem',
  'the mean value theorem',
  'the Goldbach conjecture',
  'the central limit theorem',
  "Cauchy's integral formula",
  "Gödel's incompleteness theorem",
  'the intermediate value theorem',
  "Lagrange's theorem",
];
const CLAIMS = [
  'there are infinitely many primes',
  'the square root of 2 is irrational',
  'every continuous function is integrable',
  'pi is irrational',
  'the real numbers are uncountable',
  'every group of prime order is cyclic',
  'the harmonic series diverges',
  'e is transcendental',
];
const PROGRAMS = [
  'sorts a list',
  'plays chess',
  'prints the primes',
  'scrapes a website',
  'reverses a string',
  'shows a calendar',
  'makes a to-do list',
];
const CODES = ['Python', 'Java', 'C++', 'JavaScript', 'Rust', 'SQL', 'HTML'];
const PEOPLE = [
  'Albert Einstein',
  'Taylor Swift',
  'Napoleon',
  'Isaac Newton',
  'Cleopatra',
  'the president',
  'Emmy Noether',
  'Lionel Messi',
  'Marie Curie',
];
const FEELINGS = ['sad', 'bored', 'tired', 'happy', 'nervous about my exam', 'stressed', 'hungry', 'lonely', 'in love'];
const FOREIGN = [
  'Bonjour, comment ça va ?',
  'Wie spät ist es?',
  '¿Dónde está la biblioteca?',
  'Ciao, come stai?',
  'Hola, ¿qué tal?',
  'Guten Tag, wie heißt du?',
  'Como você está?',
  'Merci beaucoup',
  'Jak się masz?',
  'Wo wohnst du?',
  'Je ne comprends pas',
  'Erzähl mir einen Witz',
  'Raconte-moi une histoire',
];
const FOODS = ['pancakes', 'pizza', 'banana bread', 'lasagne', 'a chocolate cake', 'tomato soup', 'curry'];

const COMPANIES = ['Apple', 'Tesla', 'Lego', 'Toyota', 'Nintendo', 'Siemens', 'Ikea', 'Netflix'];
const TITLES = [
  'Romeo and Juliet',
  'Harry Potter',
  'Animal Farm',
  'The Hobbit',
  'Macbeth',
  'Faust',
  'Don Quixote',
  'Emma',
  'Lord of the Flies',
];
const CHEMICALS = ['water', 'salt', 'sulfuric acid', 'ammonia', 'bleach', 'sugar', 'aspirin', 'rust', 'ethanol'];

/** Maths that no family teaches, as LaTeX. */
const WILD_FUNCTIONS = [
  'e^{x^2}',
  '\\sin(x^2)',
  '\\frac{\\sin x}{x}',
  'e^{-x^2}',
  '\\sqrt{1 + x^4}',
  '\\frac{1}{\\ln x}',
  '\\frac{e^x}{x}',
  '\\sqrt{\\sin x}',
  '\\cos(x^3)',
  '\\ln(\\sin x)',
  '\\frac{x}{\\tan x}',
  'x^x',
  '\\sin(\\sin x)',
];
const DIFFERENTIAL = [
  "y'' + y = 0",
  "y' = x + y",
  "y'' - 3y' + 2y = \\sin x",
  "y' = y^2 + x",
  "x^2y'' + xy' + y = 0",
  "y''' = y",
  "y' + y = e^x",
];
const HARD_EQUATIONS = [
  'x^5 - x + 1 = 0',
  '\\sin x = x^2',
  'e^x = x + 2',
  'x^x = 10',
  '\\cos x = x',
  'x^7 + 2x - 5 = 0',
  '\\ln x + x = 3',
  '2^x = x^3 + 1',
  '\\tan x = x',
];

export function requestWords(rng: Rng): Readonly<Record<string, string>> {
  return {
    subject: rng.pick(SUBJECTS),
    thing: rng.pick(THINGS),
    place: rng.pick(PLACES),
    language: rng.pick(LANGUAGES),
    phrase: rng.pick(PHRASES),
    theorem: rng.pick(THEOREMS),
    claim: rng.pick(CLAIMS),
    program: rng.pick(PROGRAMS),
    code: rng.pick(CODES),
    person: rng.pick(PEOPLE),
    feeling: rng.pick(FEELINGS),
    foreign: rng.pick(FOREIGN),
    food: rng.pick(FOODS),
    other: rng.pick(PLACES),
    code2: rng.pick(CODES),
    company: rng.pick(COMPANIES),
    title: rng.pick(TITLES),
    chemical: rng.pick(CHEMICALS),
    count: String(rng.sized(2, 2000)),
    gibberish: gibberish(rng),
    keys: keys(rng),
  };
}

export function requestMaths(rng: Rng): Readonly<Record<string, string>> {
  return { wild: rng.pick(WILD_FUNCTIONS), ode: rng.pick(DIFFERENTIAL), hard: rng.pick(HARD_EQUATIONS) };
}

/** Letters at random, a few words of them. */
function gibberish(rng: Rng): string {
  const word = () => Array.from({ length: rng.int(2, 9) }, () => 'abcdefghijklmnopqrstuvwxyz'[rng.int(0, 25)]).join('');
  return Array.from({ length: rng.int(1, 5) }, word).join(' ');
}

/** What a cat on the keyboard types. */
function keys(rng: Rng): string {
  return Array.from({ length: rng.int(1, 10) }, () =>
    rng.pick(['asdf', 'jkl', 'qwer', '??', '!!', '...', 'ghj', 'zxcv', '#', ';;', 'uiop', '&', '@']),
  ).join('');
}
