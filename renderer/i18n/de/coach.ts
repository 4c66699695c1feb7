/** The coach, in German. */
import type { Strings } from '../en.ts';

export const coach: Strings['coach'] = {
  label: 'Begleitung',
  waiting:
    'Im Verborgenen wird gerechnet: {{done}} von {{count}} Lösungswegen sind fertig. Inzwischen eine erste Zeile versuchen.',
  noLadder:
    'Die Lösungswege einigen sich auf keine Antwort, die passt; verlässliche Hinweise gibt es daher nicht. Eigene Zeilen werden weiter geprüft.',
  lead: 'Eine Aufgabe eingeben, die selbst gelöst werden soll. Die Lösung entsteht im Verborgenen; Hinweise gibt es auf Wunsch, und jede eigene Zeile wird geprüft.',
  line: 'Deine nächste Zeile',
  check: 'Zeile prüfen',
  hint: 'Hinweis: {{rung}}',
  skip: 'Versuch überspringen, Hinweis zeigen: {{rung}}',
  tryFirst: 'Vor jedem Hinweis um einen Versuch bitten',
  rung: { asked: 'was gefragt ist', idea: 'die Idee', blank: 'zum Teil gerechnet', full: 'der ganze Schritt' },
  asked: {
    solve: 'Gesucht ist jeder Wert der Unbekannten, für den die Aussage stimmt.',
    simplify: 'Derselbe Ausdruck ist so einfach wie möglich zu schreiben.',
    expand: 'Das Produkt ist ohne Klammern als Summe zu schreiben.',
    factorise: 'Die Summe ist als Produkt von Faktoren zu schreiben.',
    differentiate: 'Gesucht ist die Ableitung: wie schnell sich der Wert ändert.',
    integrate: 'Gesucht ist das Integral: wovon dies die Ableitung ist, oder die Fläche darunter.',
    value: 'Ein Wert ist auszurechnen und als Antwort anzugeben.',
    other: 'Die Aufgabe noch einmal lesen: was ist gegeben, was gesucht?',
  },
  outcome: {
    step: 'Diese Zeile stimmt. Sie ist der letzte gezeigte Schritt; von dort geht es weiter.',
    known: 'Diese Zeile stimmt und steht schon da. Vom letzten Schritt geht es weiter.',
    answer: 'Das ist die Antwort, auf die sich die Lösungswege einigen.',
    aside: 'Diese Zeile stimmt. Die Lösung geht hier anders; von deiner Zeile aus weiter, oder einen Hinweis nehmen.',
    early: 'Diese Zeile stimmt. Weiter so.',
    unknown: 'Diese Zeile ließ sich nicht prüfen.',
  },
  doneAlone: 'Fertig, ganz ohne Hinweis.',
  done_one: 'Fertig, mit {{count}} Hinweis; {{skipped}} ohne Versuch.',
  done_other: 'Fertig, mit {{count}} Hinweisen; {{skipped}} ohne Versuch.',
  showVote: 'Ganze Lösung und Stimmen ansehen',
  showAll: 'Ganze Lösung jetzt zeigen',
};
