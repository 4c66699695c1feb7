/**
 * Continuous batching: keeps a backend's slots busy with rows of any number of generations. A prompt is read once and
 * copied to its rows; a row leaves its slot the moment it ends. Knows slots and tokens, not text.
 */
import { EngineError } from '../errors.ts';
import type { Backend, Run } from '../model/backend.ts';
import { drawJoin } from './continuation.ts';
import type { Generation } from './generation.ts';
import type { Row } from './row.ts';

/** Steps of one backend call at most: more would waste work on rows that end on the way. */
const MAX_STEPS = 8;
/** A call should take about this long, so that text flows and a cancel is heard in time. */
const TARGET_CALL_MS = 80;
/** The same while someone waits for the first sign of life. */
const TARGET_FIRST_CALL_MS = 15;

interface Seat {
  readonly slot: number;
  readonly row: Row;
  readonly generation: Generation;
}

type Task = (slot: number) => Promise<void>;

export class Scheduler {
  readonly #backend: Backend;
  readonly #freeSlots: number[];
  /** Keeps a prompt that has been read, for rows of it that start later. */
  readonly #promptSlot: number;
  #prompt: readonly number[] | null = null;
  #generations: Generation[] = [];
  #seats: Seat[] = [];
  #tasks: Task[] = [];
  #loop: Promise<void> = Promise.resolve();
  #isLooping = false;
  #stepMs = Number.POSITIVE_INFINITY;

  /** @param backend with one slot more than rows may run at once. */
  constructor(backend: Backend) {
    if (backend.slots < 2)
      throw new EngineError('invalid-request', 'A scheduler needs two slots: one for the prompt, one for a row.');
    this.#backend = backend;
    this.#promptSlot = backend.slots - 1;
    this.#freeSlots = Array.from({ length: backend.slots - 1 }, (_, slot) => slot);
  }

  /** Takes a generation in; it settles its own `result`. */
  add(generation: Generation): void {
    if (generation.prompt.length === 0 || generation.prompt.length >= this.#backend.contextLength) {
      generation.fail(promptTooLong(generation.prompt.length, this.#backend.contextLength));
      return;
    }
    if (generation.isDone) return;
    this.#generations.push(generation);
    this.#start();
  }

  /** Runs a task that needs a slot to itself, between batches. The slot holds another sequence; reset it. */
  exclusive<T>(task: (slot: number) => Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    this.#tasks.push((slot) => task(slot).then(resolve, reject));
    this.#start();
    return promise;
  }

  /** Resolves when nothing is left to do. */
  async idle(): Promise<void> {
    await this.#loop;
  }

  #start(): void {
    if (this.#isLooping) return;
    this.#isLooping = true;
    this.#loop = this.#work();
  }

  async #work(): Promise<void> {
    while (this.#tasks.length > 0 || this.#generations.length > 0) {
      try {
        for (const task of this.#tasks.splice(0)) {
          this.#prompt = null;
          await task(this.#promptSlot);
        }
        this.#dropCancelled();
        await this.#admit();
        if (this.#seats.length > 0) await this.#advance();
        this.#generations = this.#generations.filter((generation) => !generation.isDone);
      } catch (error) {
        this.#failAll(error);
      }
    }
    // At once with the check above: what is added from here on starts a new loop.
    this.#isLooping = false;
  }

  #dropCancelled(): void {
    for (const { row, generation } of this.#seats) if (generation.isCancelled) generation.end(row, 'stopped');
    for (const generation of this.#generations) {
      if (generation.isCancelled) for (const row of generation.waiting.splice(0)) generation.end(row, 'stopped');
    }
    this.#leaveEnded();
  }

  /** Seats waiting rows on free slots, generations with the fewest seats first. */
  async #admit(): Promise<void> {
    const admitted: Seat[] = [];
    while (this.#freeSlots.length > 0) {
      const generation = this.#hungriest();
      const row = generation?.waiting.shift();
      if (generation === undefined || row === undefined) break;
      if (generation.prompt.length + row.tokens.length >= this.#backend.contextLength) {
        generation.end(row, 'length');
        continue;
      }
      const seat = { slot: this.#takeSlot(), row, generation };
      admitted.push(seat);
      this.#seats.push(seat);
    }
    if (admitted.length > 0) await this.#begin(Map.groupBy(admitted, (seat) => seat.generation));
  }

  /** Brings each seat's slot to the end of its prompt and of what it drew before; the prompts are read as one batch. */
  async #begin(groups: ReadonlyMap<Generation, readonly Seat[]>): Promise<void> {
    const sources = new Map<Generation, number>();
    const unread: Run[] = [];
    for (const [generation, seats] of groups) {
      const isKept = this.#isKept(generation.prompt);
      sources.set(generation, isKept ? this.#promptSlot : seats[0].slot);
      if (!isKept) unread.push({ slot: seats[0].slot, tokens: generation.prompt });
    }
    for (const { slot } of unread) this.#backend.reset(slot);
    if (unread.length > 0) await this.#backend.append(unread);
    for (const [generation, seats] of groups) {
      const source = sources.get(generation);
      if (source === undefined) continue;
      for (const { slot } of seats) if (slot !== source) this.#backend.copy(source, slot);
    }
    this.#keepOne(groups);
    for (const [generation, seats] of groups) await this.#join(generation, seats);
    const resumed = [...groups.values()].flat().map(({ slot, row }): Run => ({ slot, tokens: row.tokens }));
    const cutOff = resumed.filter(({ tokens }) => tokens.length > 0);
    if (cutOff.length > 0) await this.#backend.append(cutOff);
    this.#leaveEnded();
  }

  /** The first token of rows that go on after a text is drawn here, among those that may join it. */
  async #join(generation: Generation, seats: readonly Seat[]): Promise<void> {
    const { join, temperature, topP } = generation;
    const fresh = seats.filter(({ row }) => row.tokens.length === 0);
    if (join === null || fresh.length === 0) return;
    const logits = await this.#backend.logits(fresh[0].slot);
    for (const { row } of fresh)
      generation.deliver(row, [drawJoin(logits, join, { seed: row.seed, draw: 0, temperature, topP })]);
  }

  /** One slot keeps one prompt: that of a generation with rows still waiting if there is one. */
  #keepOne(groups: ReadonlyMap<Generation, readonly Seat[]>): void {
    const entries = [...groups];
    const [generation, seats] = entries.find(([{ waiting }]) => waiting.length > 0) ?? entries[0];
    if (this.#isKept(generation.prompt)) return;
    this.#backend.copy(seats[0].slot, this.#promptSlot);
    this.#prompt = generation.prompt;
  }

  #isKept(prompt: readonly number[]): boolean {
    return this.#prompt?.length === prompt.length && this.#prompt.every((token, i) => token === prompt[i]);
  }

  #hungriest(): Generation | undefined {
    const seated = (generation: Generation) => this.#seats.filter((seat) => seat.generation === generation).length;
    const waiting = this.#generations.filter((generation) => generation.waiting.length > 0);
    return waiting.reduce<Generation | undefined>(
      (best, generation) => (best === undefined || seated(generation) < seated(best) ? generation : best),
      undefined,
    );
  }

  #takeSlot(): number {
    const slot = this.#freeSlots.shift();
    if (slot === undefined) throw new Error('no slot is free: ask only when one is');
    return slot;
  }

  /** Draws some tokens for every seated row. */
  async #advance(): Promise<void> {
    const seats = this.#seats;
    const steps = this.#chooseSteps();
    const startMs = performance.now();
    const drawn = await this.#backend.sample(
      seats.map(({ slot, row, generation }) => ({
        slot,
        seed: row.seed,
        firstDraw: row.tokens.length,
        temperature: generation.temperature,
        topP: generation.topP,
      })),
      steps,
    );
    this.#stepMs = (performance.now() - startMs) / steps;
    seats.forEach(({ row, generation }, i) => {
      // A cancel that came during the call counts from now: nothing more is shown.
      if (generation.isCancelled) return;
      generation.deliver(
        row,
        Array.from({ length: steps }, (_, step) => drawn[step * seats.length + i]),
      );
      if (row.status === null && this.#room(row, generation) === 0) generation.end(row, 'length');
    });
    this.#leaveEnded();
  }

  #chooseSteps(): number {
    const isFresh = this.#seats.some(({ generation }) => generation.isFresh);
    const target = isFresh ? TARGET_FIRST_CALL_MS : TARGET_CALL_MS;
    const room = Math.min(...this.#seats.map(({ row, generation }) => Math.min(row.remaining, this.#room(row, generation))));
    return Math.max(1, Math.min(MAX_STEPS, room, Math.floor(target / this.#stepMs)));
  }

  /** Tokens that still fit into the row's context. */
  #room(row: Row, generation: Generation): number {
    return this.#backend.contextLength - generation.prompt.length - row.tokens.length;
  }

  #leaveEnded(): void {
    for (const { slot, row } of this.#seats) if (row.status !== null) this.#freeSlots.push(slot);
    this.#seats = this.#seats.filter(({ row }) => row.status === null);
  }

  /** The backend failed: nothing it holds can be trusted, every generation hears of it. */
  #failAll(error: unknown): void {
    for (const { slot } of this.#seats.splice(0)) this.#freeSlots.push(slot);
    this.#prompt = null;
    for (const generation of this.#generations.splice(0)) generation.fail(error);
  }
}

function promptTooLong(length: number, contextLength: number): EngineError {
  if (length === 0) return new EngineError('invalid-request', 'The problem is empty: type one.');
  return new EngineError('context-full', `The problem takes ${length} of ${contextLength} tokens: shorten it.`, {
    length,
    contextLength,
  });
}
