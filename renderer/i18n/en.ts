/** Every English string of the interface. Keys are typed from this object; other languages have the same shape. */
import { agreement } from './en/agreement.ts';
import { coach } from './en/coach.ts';
import { compare } from './en/compare.ts';
import { compose } from './en/compose.ts';
import { exchange } from './en/exchange.ts';
import { formula } from './en/formula.ts';
import { graph } from './en/graph.ts';
import { history } from './en/history.ts';
import { keys } from './en/keys.ts';
import { mode } from './en/mode.ts';
import { models } from './en/models.ts';
import { note } from './en/note.ts';
import { practice } from './en/practice.ts';
import { settings } from './en/settings.ts';
import { stepping } from './en/stepping.ts';
import { tour } from './en/tour.ts';
import { welcome } from './en/welcome.ts';
import { work } from './en/work.ts';
export const en = {
  formula,
  graph,
  stepping,
  app: { name: 'Quorum', skipToSolution: 'Skip to the solution' },
  rail: {
    label: 'History',
    open: 'History',
    close: 'Close history',
    newProblem: 'New problem',
    practice: 'Practice',
    models: 'Models',
    settings: 'Settings',
    keys: 'Keys',
  },
  history,
  compose,
  solve: {
    label: 'Solution',
    statement: 'Problem',
    queued: 'Waiting for its turn.',
    stoppedNote: 'Stopped. What was written so far is kept.',
    interruptedNote: 'This was cut off when Quorum closed. What was written so far is kept.',
    again: 'Solve again',
    retry: 'Retry',
    failedTitle: 'This could not be solved',
    engineFailed: 'The engine is not running',
    loading: 'Loading the model',
    firstWords: 'The first lines are on their way.',
    timing_one: '{{count}} sample in {{seconds, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} s',
    timing_other: '{{count}} samples in {{seconds, number(minimumFractionDigits: 1; maximumFractionDigits: 1)}} s',
  },
  sample: {
    shown: 'Sample {{number}} of {{count}}',
    gave: 'gave',
    noAnswer: 'gave no readable answer',
    running: 'being written',
    waiting: 'waiting for a free place',
    previous: 'Previous sample',
    next: 'Next sample',
    status: {
      waiting: 'waiting',
      running: 'being written',
      finished: 'finished',
      length: 'ran out of room',
      stopped: 'stopped',
      failed: 'failed',
    },
    ended: {
      length: 'This sample ran out of room before it reached an answer.',
      notNeeded: 'The vote was decided without this sample.',
      stopped: 'This sample was stopped before it reached an answer.',
      failed: 'This sample failed: its numbers left the range the engine can hold. The others are not affected.',
      unread: 'This sample ended without an answer that can be read.',
    },
  },
  step: {
    label: 'Step {{number}}',
    answer: 'Answer',
    listLabel: 'Steps',
    working_one: 'Working, {{count}} line',
    working_other: 'Working, {{count}} lines',
    holds: 'holds',
    fails: 'fails',
    unknown: 'not checked',
    failsNote: 'This line does not follow: {{note}}',
    failsPlain: 'This line does not follow.',
    live: 'Being written',
    copy: 'Copy step {{number}}',
  },
  copy: {
    what: 'Copy step {{number}} as',
    latex: 'LaTeX',
    mathml: 'MathML',
    markdown: 'Markdown',
    plain: 'Plain text',
    all: 'Whole solution as Markdown',
    done: 'Copied.',
    failed: 'The clipboard could not be reached.',
  },
  export: {
    open: 'Export',
    title: 'Export this solution as',
    markdown: 'Markdown',
    latex: 'LaTeX document',
    print: 'Print or PDF',
    json: 'JSON, with every sample',
    hint: 'JSON can be imported again, under Settings.',
  },
  exchange,
  compare,
  agreement,
  strip: {
    label: 'Engine',
    starting: 'Starting the engine',
    loading: 'Loading the model: {{percent}} %',
    loadingPlain: 'Loading the model',
    restarting: 'Restarting the engine',
    failed: 'The engine is not running',
    connecting: 'Connecting',
    cpu: 'CPU',
    gpu: 'GPU',
    memory: '{{amount}} in use',
    tokensPerSecond: '{{rate, number}} tokens/s',
    running: '{{running}} running',
    runningWaiting: '{{running}} running, {{waiting}} waiting',
    idle: 'idle',
    stopAll: 'Stop all',
  },
  banner: {
    lost: 'Connection lost. Trying again; nothing you typed is lost.',
    drawing: 'This page could not be drawn. Solves go on, and the history is safe.',
    reload: 'Reload',
    readOnly: 'History is not being kept: {{reason}}',
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
  announce: {
    step: 'Step {{number}} done',
    finished: 'Finished. {{verdict}}',
    stopped: 'Stopped',
  },
} as const;

type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };
export type Strings = Shape<typeof en>;
