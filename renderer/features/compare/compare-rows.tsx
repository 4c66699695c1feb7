/** The rows of a comparison in groups: those of long samples are drawn only near what the dialog shows. */
import type { SampleRecord, StepRecord } from '#app/protocol/solve.ts';
import { GROUP_SIZE } from '../sparse/chunk.ts';
import { SparseGroup } from '../sparse/sparse-group.tsx';
import { useGroups } from '../sparse/use-groups.ts';
import type { AlignedRow, Alignment } from './align-steps.ts';
import { CompareRow } from './compare-row.tsx';

/** Height of a row that was never drawn, in CSS pixels. */
const GUESSED_HEIGHT = 84;

interface CompareRowsProps extends Alignment {
  readonly left: SampleRecord;
  readonly right: SampleRecord;
  /** Place of the current row. */
  readonly current: number;
}

export function CompareRows({ rows, divergence, left, right, current }: CompareRowsProps) {
  const { groups, drawing } = useGroups(rows);
  const textOf = (row: AlignedRow) => `${stepText(left.steps, row.left)} ${stepText(right.steps, row.right)}`;
  return groups.map((group, at) => {
    const from = at * GROUP_SIZE;
    return (
      <SparseGroup
        key={from}
        drawing={drawing}
        atOnce={false}
        pinned={current >= from && current < from + group.length}
        guessedHeight={group.length * GUESSED_HEIGHT}
        text={() => group.map(textOf).join('\n')}
      >
        {() =>
          group.map((row, offset) => {
            const place = from + offset;
            return (
              <CompareRow
                key={place}
                row={row}
                place={place}
                left={left}
                right={right}
                parts={place === divergence}
                current={place === current}
              />
            );
          })
        }
      </SparseGroup>
    );
  });
}

function stepText(steps: readonly StepRecord[], place: number | null): string {
  return place === null ? '' : `${steps[place].goal} ${steps[place].body}`;
}
