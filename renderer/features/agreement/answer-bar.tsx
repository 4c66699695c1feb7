/** One class of equivalent answers: its formula, its share as a bar, its count; other spellings on hover and focus. */
import { useTranslation } from 'react-i18next';
import type { Verdict, Vote } from '#app/protocol/solve.ts';
import { Icon, paths } from '../../design/icons.tsx';
import { Formula } from '../maths/typeset-text.tsx';

interface AnswerBarProps {
  readonly vote: Vote;
  readonly asked: number;
  readonly leading: boolean;
  /** What substituting this answer into the problem showed. */
  readonly substitution: Verdict;
  readonly onChoose: () => void;
}

export function AnswerBar({ vote, asked, leading, substitution, onChoose }: AnswerBarProps) {
  const { t } = useTranslation();
  const others = vote.variants.filter((variant) => variant !== vote.answer);
  const checked = useSubstitutionWords(substitution);
  return (
    <li className={leading ? 'answer answer-leading' : 'answer'}>
      <button type="button" className="answer-button" data-testid="answer-bar" onClick={onChoose}>
        <span className="answer-formula">
          <Formula tex={vote.answer} />
        </span>
        {checked !== null && (
          <span className={`answer-check badge-${substitution}`} title={checked}>
            <Icon path={substitution === 'holds' ? paths.tick : paths.cross} size={14} />
          </span>
        )}
        <span className="answer-count">
          {vote.count}
          <span className="visually-hidden"> {[t('agreement.ofAsked', { asked }), checked].filter(Boolean).join('. ')}</span>
        </span>
        <span className="answer-track" aria-hidden="true">
          <span className="answer-fill" style={{ transform: `scaleX(${asked === 0 ? 0 : vote.count / asked})` }} />
        </span>
      </button>
      {others.length > 0 && (
        <div className="answer-variants">
          <span className="label">{t('agreement.variants')}</span>
          <ul>
            {others.map((variant) => (
              <li key={variant}>
                <Formula tex={variant} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}

/** null when substituting decided nothing. */
export function useSubstitutionWords(verdict: Verdict): string | null {
  const { t } = useTranslation();
  switch (verdict) {
    case 'holds':
      return t('agreement.substitutionHolds');
    case 'fails':
      return t('agreement.substitutionFails');
    case 'unknown':
      return null;
  }
}
