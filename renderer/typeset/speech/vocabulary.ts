/** What a language says for the signs and shapes of a formula. */
export interface Vocabulary {
  /** Signs that stand for themselves in LaTeX. */
  readonly symbols: Readonly<Record<string, string>>;
  /** Commands without arguments, by name; one that is missing is read by its name. */
  readonly commands: Readonly<Record<string, string>>;
  /** Prose inside a formula, by its English text; what is missing is read as it stands. */
  readonly prose: Readonly<Record<string, string>>;
  readonly degrees: string;
  /** A number written with a decimal point. */
  number(written: string): string;
  /** `compound`: an argument is more than one word, so that its end must be heard. */
  fraction(top: string, bottom: string, compound: boolean): string;
  choose(from: string, count: string): string;
  /** `order`: null for a square root. */
  root(of: string, order: string | null, compound: boolean): string;
  power(exponent: string, compound: boolean): string;
  index(index: string): string;
  /** A command that takes limits, such as "the sum"; `low` and `high`: '' where there is none. */
  bounded(command: BoundedCommand, low: string, high: string): string;
}

export const BOUNDED_COMMANDS = ['int', 'sum', 'prod', 'lim'] as const;
export type BoundedCommand = (typeof BOUNDED_COMMANDS)[number];
