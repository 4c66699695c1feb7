/** Graphs, in German. */
import type { Strings } from '../en.ts';

export const graph: Strings['graph'] = {
  title: 'Schaubild',
  enlarge: 'Vergrößern',
  reset: 'Ansicht zurücksetzen',
  keys: 'Ziehen oder Pfeiltasten verschieben; Mausrad, zwei Finger oder + und − ändern den Maßstab.',
  role: 'Schaubild',
  axes: 'Schaubild mit {{horizontal}} nach rechts und {{vertical}} nach oben.',
  oneAxis: 'Schaubild über {{horizontal}}.',
  curves: 'Es zeigt {{curves}}.',
  shadedArea: 'Die Fläche ist schattiert.',
  holds: 'Gilt für {{spans}}.',
  holdsNowhere: 'Gilt für keinen Wert.',
  holdsAlways: 'Gilt für jeden Wert.',
  tableTitle_one: '{{count}} wichtiger Punkt',
  tableTitle_other: '{{count}} wichtige Punkte',
  point: 'Punkt',
  kinds: {
    root: 'schneidet die waagerechte Achse',
    intercept: 'schneidet die senkrechte Achse',
    minimum: 'Tiefpunkt',
    maximum: 'Hochpunkt',
    crossing: 'Schnittpunkt',
    touch: 'Punkt auf der Kurve',
    given: 'gegebener Punkt',
    answer: 'Antwort',
  },
  bars: 'Säulendiagramm mit {{count}} Werten: {{values}}.',
  mark: { mean: 'Mittelwert {{value}}', median: 'Median {{value}}', mode: 'Modus {{value}}' },
};
