/** How the problem being typed is read, until it is the problem on screen. */
import { useTranslation } from 'react-i18next';
import { ProblemText } from '../maths/problem-text.tsx';
import { useSlice } from '../use-stores.tsx';

export function ProblemPreview({ draft }: { readonly draft: string }) {
  const { t } = useTranslation();
  const solved = useSlice('solve', (state) => state.record?.problem);
  if (draft.trim() === '' || draft === solved) return null;
  return (
    <div className="preview" data-testid="problem-preview">
      <span className="label">{t('compose.readAs')}</span>
      <p className="preview-text">
        <ProblemText text={draft} />
      </p>
    </div>
  );
}
