/** The answer box: Enter checks, and once there is nothing left to check, goes on to the next problem. */
import { useDeferredValue, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_ANSWER_LENGTH } from '#app/protocol/practice.ts';
import { answerToLatex } from '#tutor/problem/read-answer.ts';
import { useTypedNumbers } from '../maths/maths-language.tsx';
import { Formula } from '../maths/typeset-text.tsx';
import { useSlice, useStores } from '../use-stores.tsx';

interface AnswerFormProps {
  readonly solved: boolean;
  /** The answer that was last checked, as typed: how it was read stands beside its mark. */
  readonly checked: string | null;
  /** An empty box goes on: the answer is known by now. */
  readonly canGoOn: boolean;
}

export function AnswerForm({ solved, checked, canGoOn }: AnswerFormProps) {
  const { t } = useTranslation();
  const { practice } = useStores();
  const typed = useSlice('practice', (state) => state.typed);
  const busy = useSlice('practice', (state) => state.busy);
  const read = useTypedNumbers();
  const settled = read(useDeferredValue(typed));
  const input = useRef<HTMLInputElement>(null);
  const goesOn = solved || (canGoOn && typed.trim() === '');

  useEffect(() => {
    input.current?.focus();
  }, []);

  return (
    <form
      className="answer-form"
      onSubmit={(event) => {
        event.preventDefault();
        input.current?.focus();
        void practice.submit(read);
      }}
    >
      <label className="label" htmlFor="practice-answer">
        {t('practice.answer')}
      </label>
      <div className="answer-line">
        <input
          ref={input}
          id="practice-answer"
          className="problem-input answer-input"
          data-testid="answer-input"
          value={typed}
          readOnly={solved}
          maxLength={MAX_ANSWER_LENGTH}
          placeholder={t('practice.answerPlaceholder')}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => practice.type(event.target.value)}
        />
        <button type="submit" className="button button-primary" data-testid="answer-button" disabled={busy}>
          {t(goesOn ? 'practice.next' : 'practice.check')}
        </button>
      </div>
      {settled.trim() !== '' && settled !== checked && (
        <p className="answer-preview" data-testid="answer-preview">
          <span className="label">{t('compose.readAs')}</span> <Formula tex={answerToLatex(settled)} size="large" />
        </p>
      )}
    </form>
  );
}
