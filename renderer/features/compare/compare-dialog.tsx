/** Two samples side by side, step by step, with the place where they part. Keys: j and k move from row to row. */
import { type KeyboardEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SampleRecord, SolveRecord } from '#app/protocol/solve.ts';
import { Dialog } from '../../design/dialog.tsx';
import { useNoteWords } from '../../i18n/note-words.ts';
import { plainMaths } from '../../typeset/plain-maths.ts';
import { TypesetText } from '../maths/typeset-text.tsx';
import { useStores } from '../use-stores.tsx';
import { alignSteps } from './align-steps.ts';
import { comparable, type Pair } from './choose-pair.ts';
import { CompareRows } from './compare-rows.tsx';
import './compare.css';

interface CompareDialogProps {
  readonly record: SolveRecord;
  readonly pair: Pair;
}

export function CompareDialog({ record, pair }: CompareDialogProps) {
  const { t } = useTranslation();
  const { selection } = useStores();
  const left = record.samples.find(({ index }) => index === pair.left);
  const right = record.samples.find(({ index }) => index === pair.right);
  if (left === undefined || right === undefined) return null;
  return (
    <Dialog title={t('compare.title')} wide onClose={() => selection.compare(null)}>
      <div className="compare-heads">
        <SamplePicker record={record} side="left" pair={pair} />
        <SamplePicker record={record} side="right" pair={pair} />
      </div>
      <Comparison key={`${pair.left}-${pair.right}`} left={left} right={right} />
    </Dialog>
  );
}

function Comparison({ left, right }: { readonly left: SampleRecord; readonly right: SampleRecord }) {
  const { t } = useTranslation();
  const { rows, divergence } = useMemo(() => alignSteps(left.steps, right.steps), [left.steps, right.steps]);
  const [current, setCurrent] = useState(divergence ?? 0);

  function onKeyDown(event: KeyboardEvent): void {
    const by = event.key === 'j' || event.key === 'ArrowDown' ? 1 : event.key === 'k' || event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    setCurrent(Math.min(Math.max(current + by, 0), rows.length - 1));
  }

  return (
    <>
      <div className="compare-findings" role="status">
        <p>{divergence === null ? t('compare.same') : t('compare.partAt', { row: divergence + 1 })}</p>
        <Failing sample={left} />
        <Failing sample={right} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: groups stand between the list and its rows. */}
      <div role="list" aria-label={t('compare.rows')} onKeyDown={onKeyDown}>
        <CompareRows rows={rows} left={left} right={right} divergence={divergence} current={current} />
      </div>
    </>
  );
}

/** Names the first step that the checker found wrong. */
function Failing({ sample }: { readonly sample: SampleRecord }) {
  const { t } = useTranslation();
  const noteWords = useNoteWords();
  const place = sample.steps.findIndex(({ check }) => check === 'fails');
  if (place < 0) return null;
  const words = { sample: sample.index + 1, step: place + 1 };
  const { note } = sample.steps[place];
  return (
    <p className="compare-failing">
      {note === undefined ? (
        t('compare.failsPlain', words)
      ) : (
        <TypesetText text={t('compare.fails', { ...words, note: noteWords(note) })} />
      )}
    </p>
  );
}

interface SamplePickerProps extends CompareDialogProps {
  readonly side: keyof Pair;
}

function SamplePicker({ record, pair, side }: SamplePickerProps) {
  const { t } = useTranslation();
  const { selection } = useStores();
  const other = pair[side === 'left' ? 'right' : 'left'];
  return (
    <select
      className="field"
      aria-label={t(`compare.${side}`)}
      value={pair[side]}
      onChange={(event) => selection.compare({ ...pair, [side]: Number(event.target.value) })}
    >
      {comparable(record)
        .filter(({ index }) => index !== other)
        .map(({ index, answer }) => (
          <option key={index} value={index}>
            {answer === null
              ? t('compare.sampleNoAnswer', { number: index + 1 })
              : t('compare.sample', { number: index + 1, answer: plainMaths(answer) })}
          </option>
        ))}
    </select>
  );
}
