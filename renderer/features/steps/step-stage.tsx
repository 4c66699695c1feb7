/**
 * The steps of the sample on screen, and those of one just left: React removes thousands of cards in one task of 120 ms, so
 * a long list stays on the page unseen and goes some cards a frame. Come back to early, it is shown as it was.
 */
import { useReducer, useRef } from 'react';
import { StepList, type StepListProps } from './step-list.tsx';

/** Steps that are removed at once without being felt. */
const QUICKLY_REMOVED = 128;

interface StepStageProps extends StepListProps {
  /** Tells the lists apart: another id is another sample. */
  readonly id: string;
}

export function StepStage(props: StepStageProps) {
  const { id } = props;
  const last = useRef(props);
  const leaving = useRef<readonly StepStageProps[]>([]);
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  if (last.current.id !== id) {
    const long = last.current.steps.length > QUICKLY_REMOVED ? [last.current] : [];
    leaving.current = [...leaving.current.filter((list) => list.id !== id), ...long];
  }
  last.current = props;

  function forget(gone: string): void {
    leaving.current = leaving.current.filter((list) => list.id !== gone);
    drawAgain();
  }

  // One array: a list keeps its cards only while it stays among the same neighbours.
  return [...leaving.current, props].map(({ id: key, ...list }) =>
    key === id ? (
      <StepList key={key} {...list} />
    ) : (
      <StepList key={key} {...list} element={undefined} onGone={() => forget(key)} />
    ),
  );
}
