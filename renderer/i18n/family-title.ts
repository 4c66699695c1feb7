/** A practice family's title in the learner's language; the curriculum's own where there is no other. */
import { useTranslation } from 'react-i18next';
import { families as german } from './de/families.ts';

const TITLES: Readonly<Record<string, Readonly<Record<string, string>>>> = { de: german };

export function familyTitle({ id, title }: { readonly id: string; readonly title: string }, language: string): string {
  return TITLES[language]?.[id] ?? title;
}

export function useFamilyTitle(): (family: { readonly id: string; readonly title: string }) => string {
  const { i18n } = useTranslation();
  return (family) => familyTitle(family, i18n.language);
}
