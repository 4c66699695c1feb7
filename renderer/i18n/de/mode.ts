/** What to do with a problem, in German. */
import type { Strings } from '../en.ts';

export const mode: Strings['mode'] = {
  label: 'Was zu tun ist',
  name: { solution: 'Ganze Lösung', coach: 'Begleiten', work: 'Meine Rechnung prüfen' },
  hint: {
    solution: 'Löst die Aufgabe und zeigt jeden Schritt.',
    coach: 'Hält die Lösung verborgen und hilft Hinweis um Hinweis zu ihr.',
    work: 'Sieht die eigenen Zeilen an und findet die erste, die nicht folgt.',
  },
  submit: { solution: 'Lösen', coach: 'Begleiten', work: 'Rechnung prüfen' },
};
