/** Sets i18next up with the bundled languages; nothing is fetched. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { de } from './de.ts';
import { en, type Strings } from './en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en };
  }
}

/** Every language, by its own name. */
export const LANGUAGES: Readonly<Record<string, { readonly name: string; readonly strings: Strings }>> = {
  en: { name: 'English', strings: en },
  de: { name: 'Deutsch', strings: de },
};

export function setUpLanguages(language: string): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    initAsync: false,
    resources: Object.fromEntries(Object.entries(LANGUAGES).map(([code, { strings }]) => [code, { translation: strings }])),
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
}

export async function changeLanguage(language: string): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
