/** Export and import of solves, in German. */
import type { Strings } from '../en.ts';

export const exchange: Strings['exchange'] = {
  exportAll: 'Alles exportieren',
  import: 'Importieren…',
  file: 'Datei zum Importieren',
  hint: 'Alles, was gelöst wurde, als eine JSON-Datei; oder eine solche Datei zurück in den Verlauf.',
  busy: 'In Arbeit…',
  exported: 'Exportiert.',
  nothing: 'Es gibt noch nichts zu exportieren.',
  imported_one: '{{count}} Aufgabe importiert.',
  imported_other: '{{count}} Aufgaben importiert.',
  tooLarge: 'Die Datei ist größer als {{megabytes}} MB. Bitte in Teilen exportieren und importieren.',
  notJson: 'Diese Datei ist kein JSON. Bitte eine wählen, die Quorum exportiert hat.',
  foreign: 'Diese Datei enthält keine Aufgaben aus Quorum. Bitte eine wählen, die Quorum exportiert hat.',
  newer: 'Ein neueres Quorum hat diese Datei geschrieben. Bitte dieses zuerst aktualisieren.',
  invalid: 'Diese Datei ist bei {{at}} beschädigt. Nichts wurde importiert; bitte neu exportieren.',
};
