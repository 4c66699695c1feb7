/** What was found about the last answer: its mark, and where a common slip explains it, which. */
import { useTranslation } from 'react-i18next';
import type { PracticeTry } from '#app/protocol/practice.ts';
import { Icon, paths } from '../../design/icons.tsx';
import { Formula } from '../maths/typeset-text.tsx';

const MARKS = {
  right: { path: paths.tick, tone: 'holds' },
  almost: { path: paths.dash, tone: 'unknown' },
  wrong: { path: paths.cross, tone: 'fails' },
  undecided: { path: paths.dash, tone: 'unknown' },
} as const;

interface AttemptNoteProps {
  readonly attempt: PracticeTry;
  readonly first: boolean;
}

export function AttemptNote({ attempt: { verdict, hint, latex }, first }: AttemptNoteProps) {
  const { t } = useTranslation();
  const { path, tone } = MARKS[verdict];
  const word = verdict === 'right' && first ? 'rightFirst' : verdict;
  return (
    <p className={`attempt check-${tone}`} data-verdict={verdict}>
      <Icon path={path} />
      <span>
        <strong>{t(`practice.verdict.${word}`)}</strong>{' '}
        <span className="attempt-answer">
          <Formula tex={latex} />
        </span>
        {hint !== null && <span className="attempt-hint">{t(`practice.hint.${hint}`)}</span>}
        {hint === null && verdict === 'undecided' && <span className="attempt-hint">{t('practice.undecidedHint')}</span>}
      </span>
    </p>
  );
}
