/** How the samples vote: the verdict in words, a bar for each answer, a dot for each sample. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_SAMPLES, type SolveRecord, type Tally, type Verdict } from '#app/protocol/solve.ts';
import { Icon, paths } from '../../design/icons.tsx';
import { shownSample } from '../../state/selection-store.ts';
import { isActive, roomFor } from '../../state/solve-store.ts';
import { choosePair } from '../compare/choose-pair.ts';
import { GraphFigure } from '../graph/graph-figure.tsx';
import { Formula } from '../maths/typeset-text.tsx';
import { SampleStrip } from '../samples/sample-strip.tsx';
import { useWide } from '../shell/use-wide.ts';
import { useSlice, useStores } from '../use-stores.tsx';
import { AnswerBar, useSubstitutionWords } from './answer-bar.tsx';
import { BranchVotes } from './branch-votes.tsx';
import { useVerdict } from './use-verdict.ts';
import { soleLeader, substitutionOf, unanswered, verdictWords, votersAsked } from './verdict-words.ts';
import './agreement.css';

/** Samples that one press of the button adds. */
const MORE_SAMPLES = 8;

export function AgreementPanel({ record }: { readonly record: SolveRecord }) {
  const { t } = useTranslation();
  const { selection } = useStores();
  const chosen = useSlice('selection', (state) => state.sample);
  const [open, setOpen] = useState(false);
  const wide = useWide();
  const { votes } = record.tally;
  const leader = soleLeader(record.tally);
  return (
    <aside className="agreement" aria-label={t('agreement.label')} data-testid="agreement-panel" data-open={open}>
      <div className="agreement-head">
        <VerdictHead record={record} />
        <button
          type="button"
          className="button button-quiet agreement-toggle"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon path={paths.up} />
          {t(open ? 'agreement.close' : 'agreement.open')}
        </button>
      </div>
      <div className="agreement-body">
        {votes.length > 0 && (
          <ol className="answers">
            {votes.map((vote) => (
              <AnswerBar
                key={vote.answer}
                vote={vote}
                asked={votersAsked(record.tally)}
                leading={vote === leader}
                substitution={substitutionOf(record, vote)}
                onChoose={() => selection.choose(Math.min(...vote.samples))}
              />
            ))}
          </ol>
        )}
        <div className="agreement-samples">
          <SampleStrip record={record} shown={shownSample(record, chosen)?.index ?? null} />
          <Remainder record={record} />
          <div className="agreement-actions">
            <MoreSamples record={record} />
            <CompareSamples record={record} shown={shownSample(record, chosen)?.index ?? 0} />
          </div>
        </div>
        <BranchVotes record={record} shown={shownSample(record, chosen)?.index ?? null} />
      </div>
      {wide && <GraphFigure record={record} />}
    </aside>
  );
}

function VerdictHead({ record }: { readonly record: SolveRecord }) {
  const { t } = useTranslation();
  const { key, settled } = verdictWords(record);
  const words = useVerdict(record);
  const leader = soleLeader(record.tally);
  return (
    <div className="verdict">
      <h2 className={settled ? 'verdict-words verdict-settled' : 'verdict-words'}>{words}</h2>
      {key === 'agree' && leader !== undefined && (
        <p className="verdict-answer">
          <Formula tex={leader.answer} />
        </p>
      )}
      {key !== 'unsupported' && leader !== undefined && (
        <ul className="badges">
          <li className="badge">
            {t('agreement.share', { percent: Math.round((100 * leader.count) / votersAsked(record.tally)) })}
          </li>
          {key !== 'agreeFails' && <SubstitutionBadge verdict={substitutionOf(record, leader)} />}
        </ul>
      )}
      <StoppedEarly tally={record.tally} />
    </div>
  );
}

/** Why fewer samples voted than were asked for. */
function StoppedEarly({ tally }: { readonly tally: Tally }) {
  const { t } = useTranslation();
  if (!tally.stoppedEarly) return null;
  const agree = tally.votes[0]?.count ?? 0;
  return (
    <p className="verdict-early" data-testid="stopped-early">
      {t('agreement.early', { agree, voted: votersAsked(tally), count: tally.pending })}
    </p>
  );
}

function SubstitutionBadge({ verdict }: { readonly verdict: Verdict }) {
  const words = useSubstitutionWords(verdict);
  if (words === null) return null;
  return (
    <li className={`badge badge-${verdict}`}>
      <Icon path={verdict === 'holds' ? paths.tick : paths.cross} size={14} />
      {words}
    </li>
  );
}

function Remainder({ record }: { readonly record: SolveRecord }) {
  const { t } = useTranslation();
  const counts = unanswered(record);
  // Those that an early end left out are told of with the verdict.
  const told = record.tally.stoppedEarly ? [] : (['stopped'] as const);
  const kinds = (['unreadable', 'unfinished', ...told, 'failed'] as const).filter((kind) => counts[kind] > 0);
  const { budgetSeconds } = record.options;
  // Only a learner's Stop, a safe lead and the limit end samples; the first two are told elsewhere.
  const limited = budgetSeconds !== null && record.status === 'finished' && counts.stopped > 0 && !record.tally.stoppedEarly;
  return (
    <>
      {kinds.length > 0 && (
        <ul className="remainder">
          {kinds.map((kind) => (
            <li key={kind}>{t(`agreement.${kind}`, { count: counts[kind] })}</li>
          ))}
        </ul>
      )}
      {!isActive(record) && record.timing.totalMs > 0 && (
        <p className="remainder">
          {t('solve.timing', { count: votersAsked(record.tally), seconds: record.timing.totalMs / 1000 })}
        </p>
      )}
      {limited && <p className="remainder">{t('agreement.timeLimit', { seconds: budgetSeconds })}</p>}
    </>
  );
}

function CompareSamples({ record, shown }: { readonly record: SolveRecord; readonly shown: number }) {
  const { t } = useTranslation();
  const { selection } = useStores();
  const pair = choosePair(record, shown);
  if (pair === null) return null;
  return (
    <button type="button" className="button" data-testid="compare-button" onClick={() => selection.compare(pair)}>
      {t('compare.open')} <kbd className="key">v</kbd>
    </button>
  );
}

function MoreSamples({ record }: { readonly record: SolveRecord }) {
  const { t } = useTranslation();
  const { solve } = useStores();
  const busy = useSlice('solve', (state) => state.busy);
  if (isActive(record) || record.status === 'failed') return null;
  const room = roomFor(record);
  if (room < 1) return <p className="remainder">{t('agreement.full', { limit: MAX_SAMPLES })}</p>;
  const count = Math.min(MORE_SAMPLES, room);
  // Where the vote is open, this is the next thing to do.
  const isSettled = verdictWords(record).settled;
  return (
    <button
      type="button"
      className={isSettled ? 'button' : 'button button-primary'}
      data-testid="more-samples"
      disabled={busy}
      onClick={() => void solve.more(count)}
    >
      {t('agreement.more', { count })}
    </button>
  );
}
