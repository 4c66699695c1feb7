/** `quorum solve`: one problem, through the same sessions and engine host as the app. Nothing goes into the history. */
import { newRecord } from '#app/backend/new-record.ts';
import { SolveSession } from '#app/backend/solve-session.ts';
import { startVerifier } from '#app/backend/start-verifier.ts';
import type { SolveRecord } from '#app/protocol/solve.ts';
import type { Command } from '../command.ts';
import { readLoad, readSolveOptions, SAMPLING_OPTIONS, SAMPLING_USAGE, startEngine } from '../engine-options.ts';
import { plainFormula } from '../plain-steps.ts';
import { sampleLines, shownSample, solveReport, tallyLines } from '../solve-report.ts';
import { StepPrinter } from '../step-printer.ts';
import { onInterrupt, ProgressLine, print, printJson } from '../terminal.ts';

/** Longest problem in tokens that is surely read beside --max-tokens. */
const PROMPT_TOKENS = 2048;

export const command: Command = {
  usage: `quorum solve "<problem>" [options] [--json]\n${SAMPLING_USAGE}`,
  options: SAMPLING_OPTIONS,
  async run(args) {
    const problem = args.single('problem');
    const options = readSolveOptions(args);
    const record = newRecord(problem, options);
    const progress = new ProgressLine();
    const engine = startEngine(readLoad(args, options.samples, options.maxTokens + PROMPT_TOKENS), progress);
    const checker = startVerifier();
    const steps = args.json
      ? null
      : new StepPrinter((text) => {
          progress.clear();
          print(text);
        });
    const session: SolveSession = new SolveSession(record, {
      engine,
      checker,
      onChange: () => {
        steps?.update(session.record.samples[0]);
        progress.show(progressText(session.record));
      },
    });
    const done = onInterrupt(() => session.stop());
    try {
      session.add(options.samples);
      await session.run();
      await session.checked();
      progress.clear();
      if (record.failure !== null) throw Object.assign(new Error(record.failure.message), { kind: record.failure.kind });
      const { description } = await engine.whenReady();
      if (args.json) printJson(solveReport(session, description));
      else printOutcome(session, steps);
      return record.status === 'stopped' ? 130 : 0;
    } finally {
      done();
      engine.close();
      await checker.close();
    }
  },
};

function printOutcome({ record }: SolveSession, steps: StepPrinter | null): void {
  steps?.end(record.samples[0]);
  const shown = shownSample(record);
  // What streamed by was the first sample; when it lost the vote, the steps that won are shown.
  if (shown.index !== 0)
    print(`\nThe samples that agree went another way. Sample ${shown.index + 1}:\n${sampleLines(shown).join('\n')}`);
  print(`\n${tallyLines(record).join('\n')}`);
}

function progressText({ tally, samples, timing }: SolveRecord): string {
  const ended = tally.asked - tally.pending;
  const lead = tally.votes.at(0);
  const leading = lead === undefined ? '' : ` · ${plainFormula(lead.answer)}: ${lead.count}`;
  return `${ended} of ${samples.length} samples done${leading} · ${Math.round(timing.tokensPerSecond)} tokens/s`;
}
