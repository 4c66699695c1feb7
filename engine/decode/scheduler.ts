/**
 * Continuous batching: keeps a backend's slots busy with rows of any number of generations. A prompt is read once and
 * copied to its rows; a row leaves its slot the moment it ends. Where memory of KV runs out, kept prompts go first, then
 * the last rows give way and wait: they draw on later as they would have. Knows slots and tokens, not text.
 */
import { EngineError } from '../errors.ts';
import type { Backend, Need, Run } from '../model/backend.ts';
import { drawJoin } from './continuation.ts';
import type { Generation } from './generation.ts';
import { KeptStates } from './kept-states.ts';
import { promptTooLong } from './prompt-too-long.ts';
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
  /** Its slot holds its sequence, and with it memory. */
  hasBegun: boolean;
}

type Task = (slot: number) => Promise<void>;

export class Scheduler {
  readonly #backend: Backend;
  readonly #freeSlots: number[];
  readonly #kept: KeptStates;
  /** Rows gave way: nobody is seated before another leaves. */
  #isTight = false;
  #generations: Generation[] = [];
  #seats: Seat[] = [];
  #tasks: Task[] = [];
  #loop: Promise<void> = Promise.resolve();
  #isLooping = false;
  #stepMs = Number.POSITIVE_INFINITY;

  /** @param rows that may run at once @param marks kept along their way; the other slots, one or more, keep prompts */
  constructor(backend: Backend, rows = backend.slots - 1, marks = 0) {
    if (rows < 1 || rows + marks >= backend.slots)
      throw new EngineError('invalid-request', 'A scheduler needs two slots: one for the prompt, one for a row.');
    this.#backend = backend;
    const slots = Array.from({ length: backend.slots }, (_, slot) => slot);
    this.#freeSlots = slots.slice(0, rows);
    this.#kept = new KeptStates(backend, slots.slice(rows), marks);
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
        for (const task of this.#tasks.splice(0)) await task(this.#kept.prompts.takeSlot());
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
    while (this.#freeSlots.length > 0 && !this.#isTight) {
      const generation = this.#hungriest();
      const row = generation?.waiting.shift();
      if (generation === undefined || row === undefined) break;
      if (generation.prompt.length + row.tokens.length >= this.#backend.contextLength) {
        generation.end(row, 'length');
        continue;
      }
      const seat: Seat = { slot: this.#takeSlot(), row, generation, hasBegun: false };
      admitted.push(seat);
      this.#seats.push(seat);
    }
    if (admitted.length > 0) await this.#begin(Map.groupBy(admitted, (seat) => seat.generation));
  }

  /** Brings each seat's slot to the end of its prompt and of what it drew before; the prompts are read as one batch. */
  async #begin(groups: ReadonlyMap<Generation, readonly Seat[]>): Promise<void> {
    const unread: Run[] = [];
    for (const [{ prompt }, seats] of groups) {
      const kept = this.#kept.longest(prompt);
      const isWhole = kept?.length === prompt.length;
      if (kept === null) this.#backend.reset(seats[0].slot);
      else for (const { slot } of isWhole ? seats : seats.slice(0, 1)) this.#backend.copy(kept.slot, slot);
      if (!isWhole) unread.push({ slot: seats[0].slot, tokens: prompt.slice(kept?.length ?? 0) });
    }
    const read = new Set(await this.#append(unread));
    for (const [{ prompt }, [first, ...others]] of groups) {
      if (!unread.some(({ slot }) => slot === first.slot)) continue;
      // Without room for the prompt all its rows wait.
      for (const seat of read.has(first.slot) ? [] : others) this.#giveWay(seat);
      if (!read.has(first.slot)) continue;
      for (const { slot } of others) this.#backend.copy(first.slot, slot);
      this.#kept.prompts.keep(prompt, first.slot);
    }
    const seated = [...groups.values()].flat().filter((seat) => this.#seats.includes(seat));
    for (const seat of seated) seat.hasBegun = true;
    for (const [generation, seats] of Map.groupBy(seated, (seat) => seat.generation)) await this.#join(generation, seats);
    const cutOff = seated.filter(({ row }) => row.tokens.length > 0);
    await this.#append(cutOff.map(({ slot, row }) => ({ slot, tokens: row.tokens })));
    this.#leaveEnded();
  }

  /** Reads what there is room for; the seats of the rest give way. @returns slots that were read */
  async #append(runs: readonly Run[]): Promise<number[]> {
    if (runs.length === 0) return [];
    const fitting = await this.#reserve(runs.map(({ slot, tokens }) => ({ slot, tokens: tokens.length })));
    const some = runs.filter(({ slot }) => fitting.has(slot));
    if (some.length > 0) await this.#backend.append(some);
    return some.map(({ slot }) => slot);
  }

  /**
   * Makes room, if need be by forgetting marks and prompts, and else by letting seats give way. A row for which the whole memory is
   * too small ends.
   * @returns slots that have room
   */
  async #reserve(needs: readonly Need[]): Promise<Set<number>> {
    let left = [...needs];
    while (left.length > 0) {
      const outcomes = await this.#backend.reserve(left);
      const stuck = left.filter((_, i) => !outcomes[i]);
      if (stuck.length === 0) break;
      if (this.#kept.dropOldest()) continue;
      const { slot } = stuck[stuck.length - 1];
      left = left.filter((need) => need.slot !== slot);
      const seat = this.#seats.find((each) => each.slot === slot);
      const holders = this.#seats.filter(
        (each) => each !== seat && (each.hasBegun || left.some((need) => need.slot === each.slot)),
      );
      if (seat !== undefined && holders.length > 0) this.#giveWay(seat);
      else if (seat !== undefined) seat.generation.end(seat.row, 'length');
    }
    return new Set(left.map(({ slot }) => slot));
  }

  /** A seated row waits again; it will go on from the tokens it has. */
  #giveWay(seat: Seat): void {
    this.#backend.reset(seat.slot);
    this.#seats = this.#seats.filter((each) => each !== seat);
    this.#freeSlots.push(seat.slot);
    seat.generation.waiting.unshift(seat.row);
    this.#isTight = true;
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
    const steps = this.#chooseSteps();
    const fitting = await this.#reserve(this.#seats.map(({ slot }) => ({ slot, tokens: steps })));
    const seats = this.#seats.filter(({ slot }) => fitting.has(slot));
    if (seats.length === 0) return this.#leaveEnded();
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
    this.#markRows();
    this.#leaveEnded();
  }

  #markRows(): void {
    const { marks } = this.#kept;
    if (!marks.suffice(this.#seats.length)) return;
    for (const { slot, row, generation } of this.#seats) {
      // What a cancelled row drew was not delivered: its slot holds more than its tokens.
      const isWhole = row.status === null && !generation.isCancelled;
      if (isWhole && marks.isDue(lengthOf(row, generation))) marks.note(slot, [...generation.prompt, ...row.tokens], generation);
    }
  }

  #chooseSteps(): number {
    const isFresh = this.#seats.some(({ generation }) => generation.isFresh);
    const target = isFresh ? TARGET_FIRST_CALL_MS : TARGET_CALL_MS;
    const room = Math.min(...this.#seats.map(({ row, generation }) => Math.min(row.remaining, this.#room(row, generation))));
    const { marks } = this.#kept;
    const lengths = this.#seats.map(({ row, generation }) => lengthOf(row, generation));
    const untilMark = marks.suffice(lengths.length) ? Math.min(...lengths.map((length) => marks.untilDue(length))) : MAX_STEPS;
    return Math.max(1, Math.min(MAX_STEPS, room, untilMark, Math.floor(target / this.#stepMs)));
  }

  /** Tokens that still fit into the row's context. */
  #room(row: Row, generation: Generation): number {
    return this.#backend.contextLength - lengthOf(row, generation);
  }

  #leaveEnded(): void {
    for (const { slot, row } of this.#seats) {
      if (row.status === null) continue;
      this.#backend.reset(slot);
      this.#freeSlots.push(slot);
      this.#isTight = false;
    }
    this.#seats = this.#seats.filter(({ row }) => row.status === null);
    if (this.#seats.length === 0) this.#isTight = false;
  }

  /** The backend failed: nothing it holds can be trusted, every generation hears of it. */
  #failAll(error: unknown): void {
    for (const { slot } of this.#seats.splice(0)) this.#freeSlots.push(slot);
    this.#kept.clear();
    this.#isTight = false;
    for (const generation of this.#generations.splice(0)) generation.fail(error);
  }
}

/** Tokens that a row's slot holds. */
function lengthOf({ tokens }: Row, { prompt }: Generation): number {
  return prompt.length + tokens.length;
}
