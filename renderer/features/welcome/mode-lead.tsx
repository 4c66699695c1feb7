/** What a mode is for, before anything has been done in it, with an example to try. */
import { useTranslation } from 'react-i18next';
import { useSlice, useStores } from '../use-stores.tsx';
import { EXAMPLE_WORK } from './worked-example.ts';

export function ModeLead() {
  const { t } = useTranslation();
  const stores = useStores();
  const mode = useSlice('settings', (state) => state.settings.mode);
  if (mode === 'solution') return null;
  return (
    <div className="mode-lead">
      <p>{t(mode === 'work' ? 'work.lead' : 'coach.lead')}</p>
      <button
        type="button"
        className="button"
        data-testid="mode-example"
        onClick={() => {
          stores.settings.type(EXAMPLE_WORK.problem);
          if (mode === 'work') stores.work.write(EXAMPLE_WORK.lines);
          document.getElementById(mode === 'work' ? 'work' : 'problem')?.focus();
        }}
      >
        {t('welcome.example')}
      </button>
    </div>
  );
}
