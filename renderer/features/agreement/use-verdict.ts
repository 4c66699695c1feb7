/** The verdict on a solve in the learner's language. */
import { useTranslation } from 'react-i18next';
import type { SolveRecord } from '#app/protocol/solve.ts';
import { verdictWords } from './verdict-words.ts';

/** @param branch place of the branch whose vote is meant; absent: the vote on the problem */
export function useVerdict(record: SolveRecord, branch?: number): string {
  const { t } = useTranslation();
  const verdict = verdictWords(record, branch);
  switch (verdict.key) {
    case 'none':
    case 'nothing':
    case 'unsupported':
      return t(`agreement.${verdict.key}`);
    case 'agree':
    case 'agreeFails':
    case 'agreeSoFar':
      return t(`agreement.${verdict.key}`, { count: verdict.count, asked: verdict.asked });
    case 'close':
    case 'apart':
      return t(`agreement.${verdict.key}`, { count: verdict.count });
    case 'weak':
      return t('agreement.weak', { votes: verdict.votes, asked: verdict.asked });
  }
}
