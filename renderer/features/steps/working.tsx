/** The side calculations of a step, folded away under a count of their lines. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../maths/problem-text.tsx';

interface WorkingProps {
  readonly lines: readonly string[];
  /** Whether it is unfolded; absent where it decides for itself. */
  readonly unfolded?: boolean;
  readonly onFold?: () => void;
}

export function Working({ lines, unfolded, onFold }: WorkingProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  if (lines.length === 0) return null;
  const open = unfolded ?? opened;
  return (
    <details
      className="working"
      open={open}
      onToggle={(event) => {
        if (event.currentTarget.open === open) return;
        setOpened(event.currentTarget.open);
        onFold?.();
      }}
    >
      <summary>{t('step.working', { count: lines.length })}</summary>
      <ul className="working-lines">
        {/* Typeset when it is looked at: most working never is. */}
        {open &&
          lines.map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a finished step never move.
            <li key={place}>
              <ProblemText text={line} />
            </li>
          ))}
      </ul>
    </details>
  );
}
