/** What a command is, and how its arguments are read. Knows no command by name. */
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { UsageError } from './usage-error.ts';

export interface Command {
  /** Shown by --help and after wrong usage; its first line is the call. */
  readonly usage: string;
  readonly options: ParseArgsOptionsConfig;
  /** @returns the exit status; throws UsageError for 2, any other error for 1 */
  run(args: Arguments): Promise<number>;
}

/** The command line as read: every value still text, so that each command checks its own. */
export class Arguments {
  readonly positionals: readonly string[];
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(positionals: readonly string[], values: Readonly<Record<string, unknown>>) {
    this.positionals = positionals;
    this.#values = values;
  }

  get json(): boolean {
    return this.flag('json') === true;
  }

  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** undefined when neither `--name` nor `--no-name` was given */
  flag(name: string): boolean | undefined {
    const value = this.#values[name];
    return typeof value === 'boolean' ? value : undefined;
  }

  number(name: string, range: NumberRange): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = text.trim() === '' ? Number.NaN : Number(text);
    const fits = value >= range.min && value <= range.max && (range.whole !== true || Number.isInteger(value));
    if (fits) return value;
    throw new UsageError(
      `--${name} ${text}: give ${range.whole === true ? 'a whole number' : 'a number'} from ${range.min} to ${range.max}.`,
    );
  }

  choice<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const choice = choices.find((known) => known === text);
    if (choice !== undefined) return choice;
    throw new UsageError(`--${name} ${text}: give ${choices.join(', ')}.`);
  }

  /** The only positional argument. */
  single(what: string): string {
    if (this.positionals.length === 1) return this.positionals[0];
    const problem = this.positionals.length === 0 ? 'is missing' : 'must be one argument: put it in quotes';
    throw new UsageError(`The ${what} ${problem}.`);
  }
}

export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
}

/** Marks an argument that begins with one dash, so that it is not taken for an option; no argument holds NUL. */
const MATHS = '\0';

/**
 * Options have two dashes: what begins with one, such as "-3x = 6", is maths or a negative value.
 * @throws UsageError
 */
export function readArguments(command: Command, args: readonly string[]): Arguments {
  const unmarked = <T>(value: T) => (typeof value === 'string' && value.startsWith(MATHS) ? value.slice(1) : value);
  try {
    const { values, positionals } = parseArgs({
      args: args.map((arg) => (/^-(?!-)/.test(arg) ? MATHS + arg : arg)),
      options: { ...command.options, json: { type: 'boolean' } },
      allowPositionals: true,
      allowNegative: true,
    });
    const named = Object.entries(values).map(([name, value]) => [name, unmarked(value)]);
    return new Arguments(positionals.map(unmarked), Object.fromEntries(named));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
