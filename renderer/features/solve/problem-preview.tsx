/** How the problem being typed is read, until it is the problem on screen. */
import { useTranslation } from 'react-i18next';
import { useTypedNumbers } from '../maths/maths-language.tsx';
import { ProblemText } from '../maths/problem-text.tsx';
import { useSlice } from '../use-stores.tsx';

/** Longer drafts are pasted texts: their typeset copy would push the button off the screen. */
const MAX_PREVIEW_LENGTH = 2000;

export function ProblemPreview({ draft }: { readonly draft: string }) {
  const { t } = useTranslation();
  const solved = useSlice('solve', (state) => state.record?.problem);
  const text = useTypedNumbers()(draft);
  if (draft.trim() === '' || text === solved || draft.length > MAX_PREVIEW_LENGTH) return null;
  return (
    <div className="preview" data-testid="problem-preview">
      <span className="label">{t('compose.readAs')}</span>
      <p className="preview-text">
        <ProblemText text={text} />
      </p>
    </div>
  );
}
