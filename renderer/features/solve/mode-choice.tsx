/** What the learner wants done with a problem: three choices in a row, one of them taken. */
import { useTranslation } from 'react-i18next';
import { modeSchema } from '#app/protocol/coach.ts';
import { chooseMode } from '../../state/modes.ts';
import { useSlice, useStores } from '../use-stores.tsx';

export function ModeChoice() {
  const { t } = useTranslation();
  const stores = useStores();
  const mode = useSlice('settings', (state) => state.settings.mode);
  return (
    <fieldset className="modes">
      <legend className="visually-hidden">{t('mode.label')}</legend>
      {modeSchema.options.map((each) => (
        <label key={each} className="mode" title={t(`mode.hint.${each}`)}>
          <input
            type="radio"
            name="mode"
            className="mode-input"
            data-testid={`mode-${each}`}
            checked={mode === each}
            onChange={() => chooseMode(stores, each)}
          />
          <span className="mode-name">{t(`mode.name.${each}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
