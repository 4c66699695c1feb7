/** The first screen, in German. */
import type { Strings } from '../en.ts';

export const welcome: Strings['welcome'] = {
  title: 'Ein durchgerechnetes Beispiel',
  lead: 'Quorum rechnet eine Aufgabe mehrmals, prüft jede Zeile und lässt die Lösungen abstimmen.',
  tryOne: 'Eine davon probieren',
  example: 'Ein Beispiel einsetzen',
};
