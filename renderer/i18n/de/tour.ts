/** The tour, in German. */
import type { Strings } from '../en.ts';

export const tour: Strings['tour'] = {
  name: 'Rundgang',
  invitation: 'Neu hier? Sechs kurze Stationen zeigen, was Quorum kann.',
  start: 'Rundgang beginnen',
  notNow: 'Nicht jetzt',
  skip: 'Überspringen',
  back: 'Zurück',
  next: 'Weiter',
  done: 'Fertig',
  count: '{{at}} von {{count}}',
  stops: {
    problem: {
      title: 'Eine Aufgabe eingeben',
      text: 'Worte, x^2 wie auf der Tastatur oder LaTeX: unter dem Feld steht, wie es gelesen wurde. ∑ öffnet einen Formeleditor. Strg Eingabe löst.',
    },
    mode: {
      title: 'Sagen, was gewünscht ist',
      text: 'Die ganze Lösung; eine Begleitung, die Hinweise gibt und eigene Zeilen annimmt; oder eine Prüfung der eigenen Rechnung.',
    },
    vote: {
      title: 'Mehrere Lösungen, eine Abstimmung',
      text: 'Jede Aufgabe wird mehrmals unabhängig gelöst. Die Antworten stimmen ab: wo wenige übereinstimmen, ist Vorsicht geboten.',
    },
    steps: {
      title: 'Jede Zeile wird geprüft',
      text: 'Ein Haken: die Zeile stimmt. Ein Kreuz: sie folgt nicht, mit Gegenbeispiel. Ein Strich: sie war nicht prüfbar.',
    },
    practice: {
      title: 'Üben',
      text: 'Aufgaben aller Art mit geprüften Antworten. Was misslingt, kommt nach einer Weile mit neuen Zahlen wieder.',
    },
    help: {
      title: 'Tasten, Einstellungen und dieser Rundgang',
      text: 'Alles geht auch mit der Tastatur: ? zeigt die Tasten. Nichts verlässt diesen Computer.',
    },
  },
};
