/** Why a problem was not taken, and what to do about it. */
import { useTranslation } from 'react-i18next';
import type { CallErrorData } from '#app/protocol/calls.ts';
import { MAX_PROBLEM_LENGTH } from '#app/protocol/solve.ts';
import { useSlice } from '../use-stores.tsx';

export function ComposeFailure() {
  const failure = useSlice('solve', (state) => state.failure);
  const words = useFailureWords(failure);
  if (words === null) return null;
  return (
    <p className="compose-failure" role="alert">
      {words}
    </p>
  );
}

function useFailureWords(failure: CallErrorData | null): string | null {
  const { t } = useTranslation();
  const length = useSlice('settings', (state) => state.draft.length);
  if (failure === null) return null;
  switch (failure.kind) {
    case 'empty-problem':
      return t('compose.empty');
    case 'problem-too-long':
      return t('compose.tooLong', { count: length, limit: MAX_PROBLEM_LENGTH });
    default:
      return failure.message;
  }
}
