/** The problem box, in German. */
import type { Strings } from '../en.ts';

export const compose: Strings['compose'] = {
  label: 'Aufgabe',
  placeholder: 'Eine Aufgabe eingeben: englische Worte, Formeln wie getippt oder LaTeX',
  readAs: 'Gelesen als',
  solve: 'Lösen',
  stop: 'Anhalten',
  starting: 'Beginnt…',
  samples: 'Lösungswege',
  temperature: 'Temperatur',
  samplesHint: 'Wie viele Lösungen unabhängig erarbeitet werden. Mehr machen die Abstimmung sicherer und dauern länger.',
  temperatureHint: 'Wie sehr sich die Lösungswege unterscheiden. Bei 0 sind alle gleich.',
  empty: 'Bitte zuerst eine Aufgabe eingeben, zum Beispiel „Solve 3x + 5 = 20“.',
  tooLong:
    'Das sind {{count, number}} Zeichen; höchstens {{limit, number}} können gelesen werden. Bitte auf die Aufgabe selbst kürzen.',
};
