/**
 * The product without a window: what every shell (Electron, web, terminal) drives. Calls go in by name and are checked;
 * events come out.
 */
import type { z } from 'zod';
import { type AppEvent, CallError, type CallName, calls, type Settings } from '#app/protocol/calls.ts';
import { type SolveOptions, solveOptionsSchema } from '#app/protocol/solve.ts';
import { checkWork } from './coach/check-work.ts';
import { type CoachChecker, judgeAttempt, ladderOf } from './coach/coach.ts';
import { EngineSupervisor, type SupervisorOptions } from './engine-supervisor.ts';
import { type EventLog, SILENT_LOG } from './event-log.ts';
import { History } from './history.ts';
import { HistoryExchange } from './history-exchange.ts';
import { forkHost, type SpawnHost } from './host-process.ts';
import { machineHandlers } from './machine-handlers.ts';
import { loadOf } from './models/model-loader.ts';
import { createModels, openShelf } from './models/models.ts';
import { cacheFolder, HOST_ENTRY, PRODUCT_ROOT } from './paths.ts';
import { type AnswerJudge, PracticeService } from './practice/practice-service.ts';
import { makeWorksheet } from './practice/worksheet.ts';
import type { ProblemReader } from './problem-reader.ts';
import { runtimePath } from './runtime.ts';
import { SolveService } from './solve-service.ts';
import type { SolveChecker } from './solve-session.ts';
import { startVerifier } from './start-verifier.ts';
import { StatusBoard } from './status-board.ts';
import { storageFailureOf } from './storage-failure.ts';
import { TopicSorter } from './topic-sorter.ts';
import { Verifier } from './verifier/verifier.ts';

/** Samples that run at once: as many as two solves of the usual size. */
export const DEFAULT_SLOTS = 16;

/** A topic that was given up on would stay unknown for good. */
const LEARNING_PATIENCE_MS = 120_000;

export interface BackendOptions {
  readonly dataDir: string;
  readonly modelDir: string;
  readonly backend: 'gpu' | 'cpu' | 'auto';
  /** Substring of the wanted adapter's name. */
  readonly adapter?: string;
  /** How numbers, keys and values are held and in how much memory, over what is set for the model; as in the load of the host. */
  readonly engine?: Pick<SupervisorOptions['load'], 'weights' | 'kv' | 'memoryBytes'>;
  readonly slots?: number;
  readonly log?: EventLog;
  /** Replaced in tests. */
  readonly spawn?: SpawnHost;
  /** Replaced in tests. */
  readonly checker?: SolveChecker & AnswerJudge & CoachChecker & ProblemReader & { close(): Promise<void> };
}

export interface Backend {
  /**
   * Answers a call of `app/protocol/calls.ts`; name and parameters are taken as untrusted.
   * @throws CallError
   */
  handle(name: string, params: unknown): Promise<unknown>;
  /** @returns a function that ends the subscription */
  subscribe(listener: (event: AppEvent) => void): () => void;
  /** Writes everything and ends the engine. */
  close(): Promise<void>;
}

type Handlers = { readonly [N in CallName]: (params: z.output<(typeof calls)[N]['params']>, raw: unknown) => unknown };

export async function createBackend(options: BackendOptions): Promise<Backend> {
  const log = options.log ?? SILENT_LOG;
  const slots = options.slots ?? DEFAULT_SLOTS;
  const listeners = new Set<(event: AppEvent) => void>();
  const emit = (event: AppEvent) => {
    for (const listener of listeners) listener(event);
  };

  const history = new History(options.dataDir);
  const exchange = new HistoryExchange(history);
  let saveError: string | null = null;
  const checker = options.checker ?? startVerifier();
  // Learning the families takes seconds, on a busy machine many: in a thread of its own, no check waits for it.
  const guesser = options.checker ?? new Verifier({ patienceMs: LEARNING_PATIENCE_MS });
  const shelf = openShelf(options.dataDir, options.modelDir);
  const engine = new EngineSupervisor({
    spawn: options.spawn ?? (() => forkHost(runtimePath(PRODUCT_ROOT), HOST_ENTRY)),
    load: {
      ...loadOf(shelf.initial),
      ...placeOf(history.settings(), options),
      ...options.engine,
      slots,
      cacheDir: cacheFolder(options.dataDir),
    },
    onState: (state) => {
      log.write(`engine-${state.phase}`, state.phase === 'failed' ? { kind: state.failure.kind } : {});
      board.touch();
      models.touch();
    },
  });
  const board: StatusBoard = new StatusBoard(
    {
      engine: () => engine.state,
      solves: () => solves,
      history: () => ({ readOnly: history.readOnly ?? saveError, notice: history.notice }),
      isBundledModel: () => models.isBundled(),
    },
    (status) => emit({ type: 'status', status }),
  );
  const onSave = (error: Error | null) => {
    const { matter, remedy } = storageFailureOf(error) ?? { matter: error?.message, remedy: 'Restart Quorum if it stays so.' };
    const sentence = error === null ? null : `${matter}. ${remedy} Saving then goes on by itself.`;
    if (sentence === saveError) return;
    saveError = sentence;
    board.touch();
  };
  // These before the solves, which start the engine as they are made where an earlier run left some waiting.
  const isIdle = () => solves.samplesRunning + solves.samplesWaiting === 0;
  const sorter: TopicSorter = new TopicSorter({
    unsorted: (limit) => history.unsorted(limit),
    guess: async (problem) => (await guesser.guess(problem))?.topic ?? '',
    keep: (id, topic) => history.setTopic(id, topic),
    isIdle,
    onSorted: () => emit({ type: 'history' }),
  });
  const models = createModels({ ...shelf, engine, slots, isIdle, emit });
  const solves: SolveService = new SolveService({
    engine,
    checker,
    history,
    maxRunningSamples: slots,
    emit: (patch) => emit({ type: 'solve', patch }),
    onListChange: () => {
      emit({ type: 'history' });
      board.touch();
      sorter.touch();
    },
    onSave,
  });
  const practice = new PracticeService({ store: history.practice, checker, onSave });
  sorter.touch();
  models.start();

  const changed = (found: boolean) => {
    if (!found) throw new CallError({ kind: 'unknown-solve', message: 'That solve is not in the history any more.', data: {} });
    emit({ type: 'history' });
    return {};
  };
  const handlers: Handlers = {
    'solve.start': ({ problem, options: given, editedFrom }, raw) =>
      solves.start(problem, solveOptions(history.settings(), given, raw), editedFrom),
    'solve.stop': ({ id }) => {
      solves.stop(id);
      return {};
    },
    'solve.more': ({ id, samples }) => solves.more(id, samples),
    'solve.branch': ({ id, ...request }) => solves.branch(id, request),
    'solve.redraw': ({ id, sample }) => solves.redraw(id, sample),
    'history.list': ({ query, topic, limit }) => history.list(query, limit, topic),
    'history.topics': () => history.topics(),
    'history.open': ({ id }) => solves.open(id),
    'history.delete': ({ id }) => {
      solves.stop(id);
      return changed(history.delete(id));
    },
    'history.restore': ({ id }) => changed(history.restore(id)),
    'history.mark': ({ id, title, favourite }) => changed(history.mark(id, { title, favourite })),
    'history.export': ({ after }) => exchange.export(after),
    'history.import': ({ upload, piece, last }) => {
      const result = exchange.import(upload, piece, last);
      if (last) {
        emit({ type: 'history' });
        sorter.touch();
      }
      return result;
    },
    'practice.get': () => practice.get(),
    'practice.choose': (choice) => practice.choose(choice),
    'practice.next': () => practice.next(),
    'practice.similar': async ({ problem }) => {
      const guess = await guesser.guess(problem);
      if (guess === null)
        throw new CallError({ kind: 'nothing-similar', message: 'Practice has no problems of this kind.', data: {} });
      return practice.start(guess.family);
    },
    'practice.answer': ({ typed, ...shown }) => practice.answer(shown, typed),
    'practice.reveal': (shown) => practice.reveal(shown),
    'practice.worksheet': ({ choice, count, seed }) => makeWorksheet(choice, count, seed),
    'work.check': ({ problem, lines }) => checkWork(checker, problem, lines),
    'coach.ladder': ({ id, sample }) => ({ ladder: ladderOf(solves.open(id), sample) }),
    'coach.attempt': ({ id, ...attempt }) => judgeAttempt(checker, solves.open(id), attempt),
    'graph.of': async ({ problem, answer, window }) => ({ graph: await checker.graph(problem, answer, window) }),
    ...machineHandlers({ dataDir: options.dataDir, history, practice, isIdle, onErased: () => emit({ type: 'history' }) }),
    ...models.handlers,
    'status.get': () => board.read(),
    'settings.get': () => history.settings(),
    'settings.set': (given, raw) => {
      const settings = { ...history.settings(), ...onlyGiven(given, raw) };
      const { adapter } = history.settings();
      history.saveSettings(settings);
      if (settings.adapter !== adapter) engine.use(placeOf(settings, options));
      return settings;
    },
  };

  return {
    async handle(name, params) {
      if (!isCallName(name))
        throw new CallError({ kind: 'unknown-call', message: `There is no call "${name.slice(0, 40)}".`, data: {} });
      try {
        const result = calls[name].result.parse(await dispatch(handlers, name, params));
        // The draft is saved so at every pause in typing: the first sign that the disk takes it again.
        if (name === 'settings.set') onSave(null);
        return result;
      } catch (error) {
        const failure = storageFailureOf(error);
        if (failure === null || !(error instanceof Error)) throw error;
        onSave(error);
        const message = `Quorum's data could not be written: ${failure.matter}. ${failure.remedy}`;
        throw new CallError({ kind: failure.kind, message, data: {} });
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      sorter.close();
      await solves.close();
      board.close();
      models.close();
      engine.close();
      await checker.close();
      await guesser.close();
      history.close();
    },
  };
}

/** What the learner chose to compute with, where the start of Quorum left it open. */
function placeOf({ adapter }: Settings, { backend, adapter: wanted }: BackendOptions) {
  if (adapter === null || backend !== 'auto' || wanted !== undefined) return { backend, adapter: wanted ?? null };
  return adapter === 'cpu' ? ({ backend: 'cpu', adapter: null } as const) : ({ backend: 'gpu', adapter } as const);
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}

function dispatch<N extends CallName>(handlers: Handlers, name: N, raw: unknown): unknown {
  const parsed = calls[name].params.safeParse(raw);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0];
    throw new CallError({ kind: 'invalid-params', message: `${name}: ${path.join('.')} ${message}`.slice(0, 300), data: {} });
  }
  // The schema of this very name made the value; TypeScript cannot follow the pairing through the index.
  const handler = handlers[name] as (params: unknown, raw: unknown) => unknown;
  return handler(parsed.data, raw);
}

/** What the learner set for this solve, over what is set in the settings. */
function solveOptions(settings: Settings, given: Partial<SolveOptions>, raw: unknown): SolveOptions {
  const rawOptions = typeof raw === 'object' && raw !== null && 'options' in raw ? raw.options : {};
  return solveOptionsSchema.parse({ ...settings.solve, ...onlyGiven(given, rawOptions) });
}

/** A partial schema fills absent keys with their defaults; only those that were sent may overrule what is stored. */
function onlyGiven<T extends object>(parsed: T, raw: unknown): Partial<T> {
  const keys = new Set(Object.keys(Object(raw)));
  const entries = Object.entries(parsed).filter(([key]) => keys.has(key));
  return Object.fromEntries(entries) as Partial<T>;
}
