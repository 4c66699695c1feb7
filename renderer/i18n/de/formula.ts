/** The visual formula editor, in German. */
import type { Strings } from '../en.ts';

export const formula: Strings['formula'] = {
  toggle: 'Formeltastatur',
  label: 'Formel an der Schreibmarke',
  hint: 'Was hier entsteht, steht zugleich oben im Feld. Die Eingabetaste löst, Escape führt zum Text zurück.',
  shapes: 'Formen zum Einfügen',
  shape: {
    fraction: 'Bruch',
    power: 'Potenz',
    index: 'Index',
    root: 'Quadratwurzel',
    nthRoot: 'Wurzel',
    absolute: 'Betrag',
    pi: 'Pi',
    lessEqual: 'Kleiner oder gleich',
    greaterEqual: 'Größer oder gleich',
    times: 'Mal',
    plusMinus: 'Plus oder minus',
    sine: 'Sinus',
    logarithm: 'Logarithmus',
    integral: 'Bestimmtes Integral',
    derivative: 'Ableitung',
  },
};
