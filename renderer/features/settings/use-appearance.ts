/** Puts theme, text size, motion and language into effect on the document. */
import { useEffect } from 'react';
import { changeLanguage } from '../../i18n/index.ts';
import { useSlice } from '../use-stores.tsx';

export function useAppearance(): void {
  const { theme, textSize, motion, language } = useSlice('settings', (state) => state.settings);

  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
    root.dataset.textSize = textSize;
    root.dataset.motion = motion;
  }, [theme, textSize, motion]);

  useEffect(() => void changeLanguage(language), [language]);
}
