/** The interface in German. */
import { agreement } from './de/agreement.ts';
import { coach } from './de/coach.ts';
import { compare } from './de/compare.ts';
import { compose } from './de/compose.ts';
import { exchange } from './de/exchange.ts';
import { formula } from './de/formula.ts';
import { graph } from './de/graph.ts';
import { history } from './de/history.ts';
import { keys } from './de/keys.ts';
import { mode } from './de/mode.ts';
import { models } from './de/models.ts';
import { note } from './de/note.ts';
import { practice } from './de/practice.ts';
import { settings } from './de/settings.ts';
import { stepping } from './de/stepping.ts';
import { tour } from './de/tour.ts';
import { welcome } from './de/welcome.ts';
import { work } from './de/work.ts';
import type { Strings } from './en.ts';

export const de: Strings = {
  formula,
  graph,
  stepping,
  app: { name: 'Quorum', skipToSolution: 'Zur Lösung springen' },
  rail: {
    label: 'Verlauf',
    open: 'Verlauf',
    close: 'Verlauf schließen',
    newProblem: 'Neue Aufgabe',
    practice: 'Üben',
    models: 'Modelle',
    settings: 'Einstellungen',
    keys: 'Tasten',
  },
  history,
  compose,
  solve: {
    label: 'Lösung',
    statement: 'Aufgabe',
    queued: 'Wartet, bis sie an der Reihe ist.',
    stoppedNote: 'Angehalten. Das bisher Geschriebene bleibt erhalten.',
    interruptedNote: 'Beim Schließen von Quorum abgebrochen. Das bisher Geschriebene bleibt erhalten.',
    again: 'Noch einmal lösen',
    retry: 'Erneut versuchen',
    failedTitle: 'Das ließ sich nicht lösen',
    engineFailed: 'Das Rechenwerk läuft nicht',
    loading: 'Das Modell wird geladen',
    firstWords: 'Die ersten Zeilen sind unterwegs.',
    timing_one: '{{count}} Lösungsweg in {{seconds, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} s',
    timing_other: '{{count}} Lösungswege in {{seconds, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} s',
  },
  sample: {
    shown: 'Lösungsweg {{number}} von {{count}}',
    gave: 'ergab',
    noAnswer: 'ergab keine lesbare Antwort',
    running: 'wird geschrieben',
    waiting: 'wartet auf einen freien Platz',
    previous: 'Voriger Lösungsweg',
    next: 'Nächster Lösungsweg',
    status: {
      waiting: 'wartet',
      running: 'wird geschrieben',
      finished: 'fertig',
      length: 'Platz ging aus',
      stopped: 'angehalten',
      failed: 'fehlgeschlagen',
    },
    ended: {
      length: 'Diesem Lösungsweg ging vor einer Antwort der Platz aus.',
      notNeeded: 'Die Abstimmung war ohne diesen Lösungsweg entschieden.',
      stopped: 'Dieser Lösungsweg wurde vor einer Antwort angehalten.',
      failed:
        'Dieser Lösungsweg ist gescheitert: seine Zahlen verließen den darstellbaren Bereich. Die anderen betrifft das nicht.',
      unread: 'Dieser Lösungsweg endete ohne lesbare Antwort.',
    },
  },
  step: {
    label: 'Schritt {{number}}',
    answer: 'Antwort',
    listLabel: 'Schritte',
    working_one: 'Nebenrechnung, {{count}} Zeile',
    working_other: 'Nebenrechnung, {{count}} Zeilen',
    holds: 'stimmt',
    fails: 'falsch',
    unknown: 'nicht geprüft',
    failsNote: 'Diese Zeile folgt nicht: {{note}}',
    failsPlain: 'Diese Zeile folgt nicht.',
    live: 'Wird geschrieben',
    copy: 'Schritt {{number}} kopieren',
  },
  copy: {
    what: 'Schritt {{number}} kopieren als',
    latex: 'LaTeX',
    mathml: 'MathML',
    markdown: 'Markdown',
    plain: 'Reiner Text',
    all: 'Ganze Lösung als Markdown',
    done: 'Kopiert.',
    failed: 'Die Zwischenablage ist nicht erreichbar.',
  },
  export: {
    open: 'Exportieren',
    title: 'Diese Lösung exportieren als',
    markdown: 'Markdown',
    latex: 'LaTeX-Dokument',
    print: 'Drucken oder PDF',
    json: 'JSON, mit allen Lösungswegen',
    hint: 'JSON lässt sich in den Einstellungen wieder importieren.',
  },
  exchange,
  compare,
  agreement,
  strip: {
    label: 'Rechenwerk',
    starting: 'Das Rechenwerk startet',
    loading: 'Das Modell wird geladen: {{percent}} %',
    loadingPlain: 'Das Modell wird geladen',
    restarting: 'Das Rechenwerk startet neu',
    failed: 'Das Rechenwerk läuft nicht',
    connecting: 'Verbindet',
    cpu: 'CPU',
    gpu: 'GPU',
    memory: '{{amount}} belegt',
    tokensPerSecond: '{{rate, number}} Token/s',
    running: '{{running}} laufen',
    runningWaiting: '{{running}} laufen, {{waiting}} warten',
    idle: 'ruht',
    stopAll: 'Alles anhalten',
  },
  banner: {
    lost: 'Verbindung unterbrochen. Sie wird wieder aufgebaut; nichts Geschriebenes geht verloren.',
    drawing: 'Diese Seite ließ sich nicht zeichnen. Lösungen laufen weiter, der Verlauf ist sicher.',
    reload: 'Neu laden',
    readOnly: 'Der Verlauf wird nicht aufbewahrt: {{reason}}',
  },
  settings,
  keys,
  welcome,
  tour,
  practice,
  note,
  mode,
  models,
  work,
  coach,
  announce: { step: 'Schritt {{number}} fertig', finished: 'Fertig. {{verdict}}', stopped: 'Angehalten' },
};
