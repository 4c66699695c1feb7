/** A formula as it is typed on a keyboard: `x = 15/3`. Knows LaTeX's school subset; what it does not know stays as it is. */

const SIGNS: Readonly<Record<string, string>> = {
  cdot: '·',
  times: '×',
  div: '÷',
  pm: '±',
  mp: '∓',
  le: '≤',
  leq: '≤',
  ge: '≥',
  geq: '≥',
  ne: '≠',
  neq: '≠',
  approx: '≈',
  equiv: '≡',
  infty: '∞',
  pi: 'π',
  theta: 'θ',
  alpha: 'α',
  beta: 'β',
  circ: '°',
  degree: '°',
  to: '→',
  rightarrow: '→',
  implies: '⇒',
  Rightarrow: '⇒',
  in: '∈',
  int: '∫',
  sum: 'Σ',
  ldots: '…',
  dots: '…',
  cdots: '…',
  quad: '  ',
  qquad: '  ',
  '%': '%',
  $: '$',
  '{': '{',
  '}': '}',
  ',': ' ',
  ';': ' ',
  ':': ' ',
  '!': '',
  ' ': ' ',
  '\\': '\n',
};

/** Commands that only change how their argument, or what follows, looks. */
const LOOKS = new Set(
  'left right big Big bigl bigr Bigl Bigr displaystyle textstyle boxed text textbf textit mathrm mathbf mathit operatorname'.split(
    ' ',
  ),
);
const NAMES = new Set('sin cos tan log ln exp lim max min gcd lcm'.split(' '));

interface Reader {
  readonly tex: string;
  at: number;
}

export function plainMaths(tex: string): string {
  const reader = { tex, at: 0 };
  let out = '';
  while (reader.at < tex.length) out += readAtom(reader);
  return out.replaceAll(/[ \t]{2,}/g, ' ').trim();
}

function readAtom(reader: Reader): string {
  const character = reader.tex[reader.at++];
  switch (character) {
    case '{':
      return readGroup(reader);
    case '^': {
      const exponent = readArgument(reader);
      return exponent === '°' ? exponent : `^${inBrackets(exponent)}`;
    }
    case '_':
      return `_${inBrackets(readArgument(reader))}`;
    case '\\':
      return readCommand(reader);
    default:
      return character;
  }
}

function readCommand(reader: Reader): string {
  const name = /^(?:[a-zA-Z]+|.)/s.exec(reader.tex.slice(reader.at))?.[0] ?? '';
  reader.at += name.length;
  if (name === 'frac' || name === 'dfrac' || name === 'tfrac') {
    const over = inBrackets(readArgument(reader));
    return `${over}/${inBrackets(readArgument(reader))}`;
  }
  if (name === 'sqrt') return `√${inBrackets(readArgument(reader))}`;
  if (LOOKS.has(name)) return '';
  if (NAMES.has(name)) return name;
  return SIGNS[name] ?? `\\${name}`;
}

function readArgument(reader: Reader): string {
  while (reader.tex[reader.at] === ' ') reader.at++;
  return reader.at < reader.tex.length ? readAtom(reader).trim() : '';
}

function readGroup(reader: Reader): string {
  let out = '';
  while (reader.at < reader.tex.length && reader.tex[reader.at] !== '}') out += readAtom(reader);
  reader.at++;
  return out;
}

/** A number or a name needs none. */
function inBrackets(text: string): string {
  return /^(?:[\p{L}\d.]+|\([^()]*\))$/u.test(text) ? text : `(${text})`;
}
