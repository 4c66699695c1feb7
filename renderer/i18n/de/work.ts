/** The learner's own lines, in German. */
import type { Strings } from '../en.ts';

export const work: Strings['work'] = {
  label: 'Eigene Zeilen, ein Schritt je Zeile',
  placeholder: '3x = 15',
  empty: 'Bitte zuerst die eigene Rechnung eingeben, ein Schritt je Zeile.',
  tooMany: 'Höchstens {{limit}} Zeilen mit je höchstens 1000 Zeichen lassen sich auf einmal prüfen.',
  lead: 'Die Aufgabe eingeben, darunter die eigenen Zeilen. Jede Zeile wird algebraisch geprüft; das Modell wird nicht gefragt.',
  result: 'Die geprüfte Rechnung',
  line: 'Zeile {{number}}',
  firstWrong: 'Zeile {{number}} ist die erste, die nicht folgt.',
  allHold_one: 'Die Zeile stimmt.',
  allHold_other: 'Alle {{count}} Zeilen stimmen.',
  noneWrong_one: 'Keine Zeile ist falsch, soweit prüfbar; {{count}} war es nicht.',
  noneWrong_other: 'Keine Zeile ist falsch, soweit prüfbar; {{count}} waren es nicht.',
  nothing: 'Diese Zeilen ließen sich nicht prüfen: sie sind keine Mathematik, die mit der Aufgabe verglichen werden kann.',
  follows: 'Folgt aus Zeile {{number}}, die falsch ist.',
  carried: 'Folgefehler',
  beside: 'Eine Lösung daneben öffnen',
};
