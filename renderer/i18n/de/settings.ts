/** Settings, in German. */
import type { Strings } from '../en.ts';

export const settings: Strings['settings'] = {
  title: 'Einstellungen',
  close: 'Schließen',
  solving: 'Lösen',
  history: 'Verlauf',
  appearance: 'Erscheinungsbild',
  samples: 'Lösungswege',
  temperature: 'Temperatur',
  budget: 'Zeitgrenze, Sekunden',
  budgetHint: 'Nach dieser Zeit zählen die Stimmen, die da sind. Leer: keine Grenze.',
  stopEarly: 'Beenden, wenn die Führung feststeht',
  theme: 'Farben',
  themes: { system: 'Wie der Computer', light: 'Hell', dark: 'Dunkel' },
  textSize: 'Schriftgröße',
  textSizes: { small: 'Klein', medium: 'Mittel', large: 'Groß' },
  language: 'Sprache',
};
