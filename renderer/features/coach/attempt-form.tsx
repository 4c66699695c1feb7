/** The learner's next line: typed, shown typeset, checked; and the way to a hint, which asks for a try first. */
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_LINE_LENGTH } from '#app/protocol/coach.ts';
import { readLine } from '#tutor/problem/read-line.ts';
import { nextRung } from '../../state/coach-store.ts';
import { LineInput } from '../maths/line-input.tsx';
import { useTypedNumbers } from '../maths/maths-language.tsx';
import { TypesetText } from '../maths/typeset-text.tsx';
import { useSlice, useStores } from '../use-stores.tsx';

interface AttemptFormProps {
  readonly line: string;
  readonly onLine: (line: string) => void;
}

export function AttemptForm({ line, onLine }: AttemptFormProps) {
  const { t } = useTranslation();
  const read = useTypedNumbers();
  const { coach } = useStores();
  const busy = useSlice('coach', (state) => state.busy);
  const settled = useDeferredValue(line);

  async function tryLine(): Promise<void> {
    if (line.trim() === '') return;
    await coach.try(read(line));
    const outcome = coach.getState().attempt?.outcome;
    if (outcome === 'step' || outcome === 'answer') onLine('');
  }

  return (
    <form
      className="coach-form"
      onSubmit={(event) => {
        event.preventDefault();
        void tryLine();
      }}
    >
      <LineInput
        label={t('coach.line')}
        value={line}
        onType={onLine}
        maxLength={MAX_LINE_LENGTH}
        testId="attempt"
        button={
          <button
            type="submit"
            className="button button-primary"
            data-testid="attempt-check"
            disabled={busy || line.trim() === ''}
          >
            {t('coach.check')}
          </button>
        }
        preview={settled.trim() === '' ? null : <TypesetText text={readLine(read(settled))} />}
      />
      <HintRow />
    </form>
  );
}

function HintRow() {
  const { t } = useTranslation();
  const { coach, settings } = useStores();
  const rung = useSlice('coach', nextRung);
  const tried = useSlice('coach', (state) => state.tried);
  const tryFirst = useSlice('settings', (state) => state.settings.tryFirst);
  const mustTry = tryFirst && !tried;
  if (rung === null) return null;
  return (
    <div className="coach-hint-row">
      <button
        type="button"
        className="button"
        data-testid="coach-hint"
        onClick={() => {
          // A skip is remembered: the next hint does not ask again.
          if (mustTry) void settings.change({ tryFirst: false });
          coach.hint();
        }}
      >
        {t(mustTry ? 'coach.skip' : 'coach.hint', { rung: t(`coach.rung.${rung}`) })}
      </button>
      <label className="setting-check">
        <input
          type="checkbox"
          data-testid="try-first"
          checked={tryFirst}
          onChange={(event) => void settings.change({ tryFirst: event.target.checked })}
        />
        {t('coach.tryFirst')}
      </label>
    </div>
  );
}
