/** How far something is: words, and a line that grows. */
interface ProgressLineProps {
  readonly words: string;
  /** 0 to 1. */
  readonly fraction: number;
}

export function ProgressLine({ words, fraction }: ProgressLineProps) {
  return (
    <span className="model-progress">
      <span>{words}</span>
      <progress className="visually-hidden" aria-label={words} max={1} value={fraction} />
      <span className="model-progress-track" aria-hidden="true">
        <span style={{ transform: `scaleX(${fraction})` }} />
      </span>
    </span>
  );
}
