/**
 * Lines over two logarithmic axes as an SVG that needs no script and no font file, in colours told apart by the colour-blind
 * and readable on light and dark pages. Knows nothing of what is plotted.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface Plot {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly lines: readonly Line[];
}

const FOLDER = fileURLToPath(new URL('../../docs/performance/', import.meta.url));
const WIDTH = 720;
const AREA = { left: 70, right: 700, top: 44, bottom: 330 };
/** From the area's bottom to the first name. */
const LEGEND = 58;
/** Values that lie closer than this, largest over smallest, are told by doublings; others by powers of ten. */
const NARROW = 32;
/** Okabe and Ito's. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'];
const INK = '#767676';

/** Draws the points given; values must be above 0. @throws RangeError on none */
export function plot({ title, x, y, lines }: Plot): string {
  const points = lines.flatMap((line) => line.points);
  if (points.length === 0) throw new RangeError(`Nothing to plot for "${title}".`);
  const across = scale(
    points.map(([value]) => value),
    2,
    AREA.left,
    AREA.right,
  );
  const heights = points.map(([, value]) => value);
  const base = Math.max(...heights) < NARROW * Math.min(...heights) ? 2 : 10;
  const up = scale(heights, base, AREA.bottom, AREA.top);
  const parts = [
    text(AREA.left, 24, title, 'start', 15),
    ...across.ticks.map((tick) => text(across.at(tick), AREA.bottom + 18, label(tick), 'middle')),
    ...up.ticks.map((tick) => rule(up.at(tick)) + text(AREA.left - 8, up.at(tick) + 4, label(tick), 'end')),
    text((AREA.left + AREA.right) / 2, AREA.bottom + 36, x, 'middle'),
    text(AREA.left, AREA.top - 6, y, 'start'),
    ...lines.map((line, i) => drawn(line, i)),
  ];
  const height = AREA.bottom + LEGEND + 18 * lines.length;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" role="img">`,
    `<title>${escaped(title)}</title>`,
    ...parts,
    '</svg>\n',
  ].join('\n');

  function drawn({ name, points }: Line, index: number): string {
    const colour = COLOURS[index % COLOURS.length];
    const places = points.map(([px, py]) => [across.at(px), up.at(py)].map((place) => place.toFixed(1)));
    const dots = places.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" fill="${colour}"/>`);
    const legend = AREA.bottom + LEGEND + 18 * index;
    return [
      `<polyline points="${places.map((place) => place.join(',')).join(' ')}" fill="none" stroke="${colour}" stroke-width="2"/>`,
      ...dots,
      `<rect x="${AREA.left}" y="${legend - 9}" width="18" height="4" fill="${colour}"/>`,
      text(AREA.left + 26, legend - 3, name, 'start'),
    ].join('\n');
  }
}

/** Writes docs/performance/NAME.svg, where the product runs from its sources; elsewhere the table must do. */
export function savePlot(name: string, svg: string, print: (line: string) => void): void {
  const path = join(FOLDER, `${name}.svg`);
  try {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(path, svg);
    print(`plot: docs/performance/${name}.svg`);
  } catch (error) {
    print(`no plot: ${error instanceof Error ? error.message : String(error)}`);
  }
}

interface Scale {
  readonly ticks: readonly number[];
  at(value: number): number;
}

/** Logarithmic, from one power of `base` to another; ticks at powers, and between them where there would be few. */
function scale(values: readonly number[], base: number, start: number, end: number): Scale {
  const power = (value: number) => Math.log(value) / Math.log(base);
  const low = Math.floor(power(Math.min(...values)) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(power(Math.max(...values)) - 1e-9));
  const powers = Array.from({ length: high - low + 1 }, (_, i) => base ** (low + i));
  const between = base === 10 && powers.length < 4 ? [2, 5] : [];
  const ticks = powers
    .flatMap((tick) => [tick, ...between.map((factor) => factor * tick)])
    .filter((tick) => tick <= base ** high);
  return { ticks, at: (value) => start + ((power(value) - low) / (high - low)) * (end - start) };
}

function rule(y: number): string {
  return `<line x1="${AREA.left}" x2="${AREA.right}" y1="${y.toFixed(1)}" y2="${y.toFixed(1)}" stroke="${INK}" stroke-opacity="0.3"/>`;
}

function text(x: number, y: number, content: string, anchor: 'start' | 'middle' | 'end', size = 12): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" font-size="${size}" fill="${INK}">${escaped(content)}</text>`;
}

function label(value: number): string {
  return value >= 1 ? value.toLocaleString('en') : `${Number(value.toPrecision(2))}`;
}

function escaped(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
