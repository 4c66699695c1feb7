/** One earlier problem: its title typeset, its answer, and a way to delete it. */
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '#app/protocol/calls.ts';
import type { SolveStatus } from '#app/protocol/solve.ts';
import { Icon, paths } from '../../design/icons.tsx';
import { openSolve, removeSolve } from '../../state/stores.ts';
import { ProblemText } from '../maths/problem-text.tsx';
import { Formula } from '../maths/typeset-text.tsx';
import { useSlice, useStores } from '../use-stores.tsx';
import { RenameDialog } from './rename-dialog.tsx';

/** Characters of a problem that its title shows. */
const TITLE_LENGTH = 120;

interface HistoryItemProps {
  readonly entry: HistoryEntry;
  /** As the screen knows it, which may be newer than the list. */
  readonly status: SolveStatus;
  readonly current: boolean;
}

export const HistoryItem = memo(function HistoryItem({ entry, status, current }: HistoryItemProps) {
  const { t } = useTranslation();
  const stores = useStores();
  // The coach keeps the answer out of sight.
  const coached = useSlice('coach', ({ on, id }) => on && id === entry.id);
  const [renaming, setRenaming] = useState(false);
  const title = entry.title ?? titleOf(entry.problem);
  return (
    <li className="history-row">
      <button
        type="button"
        className="history-item"
        data-testid="history-item"
        aria-current={current ? 'true' : undefined}
        onClick={() => void openSolve(stores, entry.id)}
      >
        <span className="history-title">{entry.title ?? <ProblemText text={title} />}</span>
        <HistoryOutcome answer={coached ? null : entry.answer} status={status} />
      </button>
      <span className="history-actions">
        <button
          type="button"
          className="history-action"
          aria-label={t('history.renameNamed', { problem: title })}
          title={t('history.rename')}
          onClick={() => setRenaming(true)}
        >
          <Icon path={paths.pencil} size={14} />
        </button>
        <button
          type="button"
          className="history-action"
          aria-label={t('history.deleteNamed', { problem: title })}
          title={t('history.delete')}
          onClick={() => void removeSolve(stores, entry)}
        >
          <Icon path={paths.close} size={14} />
        </button>
        <button
          type="button"
          className="history-action history-favourite"
          aria-pressed={entry.favourite}
          aria-label={t('history.favouriteNamed', { problem: title })}
          title={t('history.favourite')}
          onClick={() => void stores.history.mark(entry, { favourite: !entry.favourite })}
        >
          <Icon path={paths.star} size={14} />
        </button>
      </span>
      {renaming && <RenameDialog entry={entry} onClose={() => setRenaming(false)} />}
    </li>
  );
});

function HistoryOutcome({ answer, status }: { readonly answer: string | null; readonly status: SolveStatus }) {
  const { t } = useTranslation();
  if (answer !== null) {
    return (
      <span className="history-outcome">
        <Formula tex={answer} />
      </span>
    );
  }
  if (status === 'finished') return null;
  return <span className="history-outcome">{t(`history.${status === 'failed' ? 'failedSolve' : status}`)}</span>;
}

/** The first line, cut where it grows too long for a title; a formula cut open is shown as its source. */
function titleOf(problem: string): string {
  const line = problem.trim().split('\n', 1)[0];
  return line.length <= TITLE_LENGTH ? line : `${[...line].slice(0, TITLE_LENGTH).join('')}…`;
}
