/** What is wrong with a model and what helps, in the learner's language, with the engine's exact words below. */
import { useTranslation } from 'react-i18next';
import { hasDetail, problemKey } from './problem-key.ts';

interface ProblemWordsProps {
  readonly kind: string;
  readonly message: string;
  readonly file: string | null;
}

export function ProblemWords({ kind, message, file }: ProblemWordsProps) {
  const { t } = useTranslation();
  const key = problemKey(kind, file);
  if (key === null) return message;
  return (
    <>
      {t(`models.problems.${key}`, { file: file ?? '' })}
      {hasDetail(kind) && <span className="model-detail">{t('models.exactly', { message })}</span>}
    </>
  );
}

/** The file that a failed call names. */
export function fileOf(data: Readonly<Record<string, string | number>>): string | null {
  return typeof data.file === 'string' ? data.file : null;
}
