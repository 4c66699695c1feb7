/**
 * A growing solution text → sealed steps. It takes the bundled model's form (one step a line, "> " scratch lines) and the
 * free prose of imported models (`<think>`, Markdown, display maths over many lines). It works on whole lines only, so
 * the result cannot depend on how the text arrived. It knows nothing of whether a step is right.
 */
import { extractAnswer } from '../answers/extract-answer.ts';
import { splitGoal } from './goal.ts';
import { isBlank, isStepLine, type LineForm, readLine } from './line-form.ts';
import { MathsSpan } from './maths-span.ts';

export interface Step {
  /** What the step does, plain text with inline maths; '' when the model gave none. */
  readonly goal: string;
  /** The step's maths and prose, without goal and scratch. Lines are joined by "\n". */
  readonly body: string;
  /** Scratch lines without their "> ". */
  readonly scratch: readonly string[];
  /** It holds a complete `\boxed{…}`. */
  readonly final: boolean;
}

export class StepStream {
  readonly #steps: Step[] = [];
  /** Pieces of the line that has no newline yet. */
  #partial: string[] = [];
  /** Lines of the step being gathered. */
  #open: string[] = [];
  #heading = '';
  #scratch: string[] = [];
  readonly #span = new MathsSpan();
  /** Whether each line is a step, or each paragraph. */
  #style: 'unknown' | 'lines' | 'paragraphs' = 'unknown';

  /** The sealed steps: they never change again. */
  get steps(): readonly Step[] {
    return this.#steps;
  }

  /** The unfinished text after the last sealed step. */
  get tail(): string {
    return [...this.#open, this.#partial.join('')].join('\n');
  }

  push(text: string): void {
    let from = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      this.#partial.push(text.slice(from, at));
      this.#takeLine(this.#partial.join(''));
      this.#partial = [];
      from = at + 1;
    }
    if (from < text.length) this.#partial.push(text.slice(from));
  }

  /**
   * No more text will come: what is still open becomes the last step.
   * @param cutOff the text was cut off within its last line, which stays the tail
   */
  end({ cutOff = false }: { readonly cutOff?: boolean } = {}): void {
    const rest = this.#partial.join('');
    if (!cutOff) {
      this.#partial = [];
      if (rest !== '') this.#takeLine(rest);
    }
    this.#decide('lines');
    this.#seal();
    if (this.#heading !== '' || this.#scratch.length > 0) this.#add('', '');
  }

  #takeLine(source: string): void {
    const line = source.endsWith('\r') ? source.slice(0, -1) : source;
    if (this.#span.open) this.#gather(line);
    else if (isBlank(line)) this.#endParagraph();
    else this.#takeForm(readLine(line));
  }

  #takeForm(form: LineForm): void {
    if (form.kind === 'text') {
      this.#takeText(form.text);
      return;
    }
    this.#decide(form.kind === 'scratch' ? 'lines' : 'paragraphs');
    this.#seal();
    if (form.kind === 'scratch') this.#scratch.push(form.text);
    if (form.kind === 'item') this.#takeText(form.text);
    if (form.kind !== 'heading') return;
    if (this.#heading !== '') this.#add('', '');
    this.#heading = form.text;
  }

  /** A line in the bundled form is a step by itself; any other waits for its paragraph to end, if there are paragraphs. */
  #takeText(text: string): void {
    const alone = isStepLine(text);
    if (alone) this.#decide('lines');
    if (alone && !this.#leadsIn()) this.#seal();
    this.#gather(text);
    if (this.#span.open) this.#decide('paragraphs');
    else if (alone || (this.#style === 'lines' && !this.#leadsIn())) this.#seal();
  }

  /** The first sign of either style decides; lines that waited for it become steps of their own, or one paragraph. */
  #decide(style: 'lines' | 'paragraphs'): void {
    if (this.#style !== 'unknown') return;
    this.#style = style;
    if (style === 'paragraphs') return;
    const waiting = this.#open;
    this.#open = [];
    for (const line of waiting) {
      this.#open.push(line);
      if (!this.#leadsIn()) this.#seal();
    }
  }

  #gather(line: string): void {
    this.#open.push(line);
    this.#span.take(line);
  }

  /** "We get:" waits for the display after the blank line. */
  #endParagraph(): void {
    if (this.#open.length > 0) this.#decide('paragraphs');
    if (!this.#leadsIn()) this.#seal();
  }

  #leadsIn(): boolean {
    return this.#open.length > 0 && (this.#open.at(-1) ?? '').trimEnd().endsWith(':');
  }

  #seal(): void {
    this.#span.reset();
    if (this.#open.length === 0) return;
    const text = this.#open.join('\n').trim();
    this.#open = [];
    if (text === '') return;
    if (this.#heading === '') {
      const { goal, body } = splitGoal(text);
      this.#add(goal, body);
    } else this.#add(this.#heading, text);
  }

  #add(goal: string, body: string): void {
    this.#steps.push({
      goal: this.#heading === '' ? goal : this.#heading,
      body,
      scratch: this.#scratch,
      final: extractAnswer(body) !== null,
    });
    this.#heading = '';
    this.#scratch = [];
  }
}
