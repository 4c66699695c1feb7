/** Puts theme, text size and language into effect on the document. */
import { useEffect } from 'react';
import { changeLanguage } from '../../i18n/index.ts';
import { useSlice } from '../use-stores.tsx';

export function useAppearance(): void {
  const { theme, textSize, language } = useSlice('settings', (state) => state.settings);

  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
    root.dataset.textSize = textSize;
  }, [theme, textSize]);

  useEffect(() => void changeLanguage(language), [language]);
}
