/** What the checker says about a line, in German. */
import type { Strings } from '../en.ts';

export const note: Strings['note'] = {
  theProblem: 'die Aufgabe',
  lineBefore: 'die Zeile davor',
  notReal: 'keine reelle Zahl',
  lineNumber: 'Zeile {{number}}',
  differAt: 'bei {{at}} sind beide Seiten verschieden: {{left}} und {{right}}',
  differ: 'beide Seiten sind verschieden: {{left}} und {{right}}',
  differBy: 'beide Seiten unterscheiden sich um {{difference}}, was {{modulus}} nicht teilt',
  tryDiffer: 'einmal {{at}} einsetzen: die eine Seite ist {{left}}, die andere {{right}}',
  satisfies: '{{value}} erfüllt diese Zeile, aber nicht {{target}}',
  trySatisfies: 'einmal {{value}} einsetzen: das erfüllt diese Zeile, aber nicht {{target}}',
  misfit: 'diese Antwort passt nicht; Probe gegen {{target}} machen',
  unsatisfied: 'die Antwort erfüllt die Aufgabe nicht',
  solutionFails: 'die Lösung der Aufgabe erfüllt diese Zeile nicht',
  noSolution: 'keine Lösung der Aufgabe erfüllt diese Zeile',
  disagree: 'bei {{at}} widersprechen diese Zeile und {{target}} einander',
  both: 'beide Seiten sind {{value}}',
  untrue: '{{statement}} stimmt nicht',
  derivatives: 'die Ableitungen beider Seiten sind verschieden: {{rest}}',
};
