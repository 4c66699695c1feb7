/** The language that formulas on the page are set and read in: told from above, so that a formula need not watch the language. */
import { createContext, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { typedNumbers } from '../../state/typed-numbers.ts';
import { type MathsLanguage, mathsLanguage } from '../../typeset/maths-language.ts';

const Language = createContext<MathsLanguage>('en');

export const useMathsLanguage = (): MathsLanguage => useContext(Language);

export function MathsLanguageProvider({ children }: { readonly children: ReactNode }) {
  const { i18n } = useTranslation();
  return <Language value={mathsLanguage(i18n.language)}>{children}</Language>;
}

/** What is typed here as the tutor reads it. */
export function useTypedNumbers(): (text: string) => string {
  const { i18n } = useTranslation();
  return (text) => typedNumbers(text, i18n.language);
}
