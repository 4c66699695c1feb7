/** The languages that formulas are set and read aloud in, and what they differ in on the page. */

export type MathsLanguage = 'en' | 'de';

export const hasDecimalComma = (language: MathsLanguage): boolean => language === 'de';

/** @param locale a language of the interface, such as "de" or "en-GB" */
export const mathsLanguage = (locale: string): MathsLanguage => (locale.startsWith('de') ? 'de' : 'en');
