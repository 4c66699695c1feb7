/** How samples that go on from the middle of another voted: each branch by itself, apart from the vote on the problem. */
import { useTranslation } from 'react-i18next';
import type { SolveRecord } from '#app/protocol/solve.ts';
import { Formula } from '../maths/typeset-text.tsx';
import { SampleStrip } from '../samples/sample-strip.tsx';
import { useVerdict } from './use-verdict.ts';
import { soleLeader } from './verdict-words.ts';

interface BranchVotesProps {
  readonly record: SolveRecord;
  /** Index of the sample on screen. */
  readonly shown: number | null;
}

export function BranchVotes({ record, shown }: BranchVotesProps) {
  const { t } = useTranslation();
  if (record.branches.length === 0) return null;
  return (
    <section className="branches" aria-label={t('stepping.branches')}>
      <h3 className="label">{t('stepping.branches')}</h3>
      <p className="remainder">{t('stepping.branchesHint')}</p>
      <ul>
        {record.branches.map((_, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a branch is known by its place.
          <li key={place} className="branch" data-testid="branch">
            <BranchVote record={record} shown={shown} branch={place} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function BranchVote({ record, shown, branch }: BranchVotesProps & { readonly branch: number }) {
  const { t } = useTranslation();
  const words = useVerdict(record, branch);
  const { from, kept, edited, tally } = record.branches[branch];
  const leader = soleLeader(tally);
  const place = { step: edited ? kept : kept + 1, sample: from + 1 };
  return (
    <>
      <h4 className="branch-title">{t(edited ? 'stepping.branchOwn' : 'stepping.branchFrom', place)}</h4>
      <p className="branch-verdict">
        {words}
        {leader !== undefined && (
          <>
            {': '}
            <Formula tex={leader.answer} />
          </>
        )}
      </p>
      <SampleStrip record={record} shown={shown} branch={branch} />
    </>
  );
}
