/** A solution as Markdown with `$…$` maths, as note-taking programs and forums read it. */
import type { DocumentStep, SolutionDocument } from './solution-document.ts';

export function toMarkdown({ problem, sample, agreement, answerLabel, answer, steps }: SolutionDocument): string {
  const [title, ...rest] = problem.trim().split('\n');
  const parts = [`# ${title}`, rest.join('\n').trim(), `*${sample}. ${agreement}.*`, steps.map(writeStep).join('\n')];
  if (answer !== null) parts.push(`**${answerLabel}:** $${answer}$`);
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A list's item goes on only where its lines are indented as deep as it began. */
function writeStep({ lead, main, working, check }: DocumentStep, place: number): string {
  const number = `${place + 1}. `;
  const stated = `${lead === '' ? '' : `**${lead}:** `}${main} (${check})`;
  // Two blanks keep the end of a line.
  const lines = stated.replaceAll('\n', '  \n').split('\n');
  if (working.length > 0) lines.push('', ...working.map((line) => `> ${line}  `));
  return number + lines.map((line, at) => (at === 0 || line === '' ? line : ' '.repeat(number.length) + line)).join('\n');
}
