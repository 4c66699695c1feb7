/** Whether formulas on the page have a decimal comma: told from above, so that a formula need not watch the language. */
import { createContext, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { usesDecimalComma } from '../../i18n/index.ts';
import { typedNumbers } from '../../state/typed-numbers.ts';

const DecimalComma = createContext(false);

export const useDecimalComma = (): boolean => useContext(DecimalComma);

export function DecimalMarkProvider({ children }: { readonly children: ReactNode }) {
  const { i18n } = useTranslation();
  return <DecimalComma value={usesDecimalComma(i18n.language)}>{children}</DecimalComma>;
}

/** What is typed here as the tutor reads it. */
export function useTypedNumbers(): (text: string) => string {
  const { i18n } = useTranslation();
  return (text) => typedNumbers(text, i18n.language);
}
