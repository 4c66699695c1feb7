/** A graph in words, for who cannot see it: what is drawn, the points that matter, where an inequality holds. */
import type { TFunction } from 'i18next';
import type { Graph, PlaneGraph } from '#app/protocol/graph.ts';
import { mathsLanguage } from '../../typeset/maths-language.ts';
import { speak } from '../../typeset/speech/speak.ts';

export function writeNumber(value: number, language: string): string {
  const digits = Math.abs(value) >= 1 ? { maximumFractionDigits: 3 } : { maximumSignificantDigits: 3 };
  return new Intl.NumberFormat(language, { ...digits, useGrouping: false }).format(value).replace('-', '−');
}

/** "(2, −0.25)"; a decimal comma parts the coordinates by a bar, as German books do. */
export function writePoint({ x, y }: { readonly x: number; readonly y: number }, language: string): string {
  const [left, right] = [writeNumber(x, language), writeNumber(y, language)];
  return language.startsWith('de') ? `(${left} | ${right})` : `(${left}, ${right})`;
}

export function graphWords(graph: Graph, t: TFunction, language: string): string {
  if (graph.kind === 'bars') {
    const values = graph.values.map((value) => writeNumber(value, language)).join('; ');
    const { mark } = graph;
    const bars = t('graph.bars', { count: graph.values.length, values });
    return mark === null ? bars : `${bars} ${t(`graph.mark.${mark.kind}`, { value: writeNumber(mark.value, language) })}.`;
  }
  const say = (tex: string) => speak(tex, mathsLanguage(language));
  const [horizontal, vertical] = graph.axes.map(say);
  const curves = graph.curves.map(({ latex }) => say(latex)).filter((words) => words !== '');
  const sentences = [
    vertical === '' ? t('graph.oneAxis', { horizontal }) : t('graph.axes', { horizontal, vertical }),
    ...(curves.length === 0 ? [] : [t('graph.curves', { curves: curves.join('; ') })]),
    ...(graph.shaded.length === 0 ? [] : [t('graph.shadedArea')]),
    ...(graph.spans === null ? [] : [spanWords(graph.spans, horizontal, t, language)]),
    ...(graph.points.length === 0 ? [] : [`${pointWords(graph, t, language)}.`]),
  ];
  return sentences.join(' ');
}

function pointWords({ points }: PlaneGraph, t: TFunction, language: string): string {
  return points.map((point) => `${t(`graph.kinds.${point.kind}`)} ${writePoint(point, language)}`).join('; ');
}

/** "Holds for −2 ≤ x < 3; x > 5." */
export function spanWords(spans: NonNullable<PlaneGraph['spans']>, unknown: string, t: TFunction, language: string): string {
  if (spans.length === 0) return t('graph.holdsNowhere');
  if (spans.some(({ low, high }) => low === null && high === null)) return t('graph.holdsAlways');
  const written = spans.map(({ low, high, closed }) => {
    const [from, to] = [low, high].map((end) => (end === null ? '' : writeNumber(end, language)));
    if (low === high) return `${unknown} = ${from}`;
    if (low === null) return `${unknown} ${closed[1] ? '≤' : '<'} ${to}`;
    if (high === null) return `${unknown} ${closed[0] ? '≥' : '>'} ${from}`;
    return `${from} ${closed[0] ? '≤' : '<'} ${unknown} ${closed[1] ? '≤' : '<'} ${to}`;
  });
  return t('graph.holds', { spans: written.join('; ') });
}
