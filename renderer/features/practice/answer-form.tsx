/** The answer box: Enter checks, and once there is nothing left to check, goes on to the next problem. */
import { useDeferredValue, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_ANSWER_LENGTH } from '#app/protocol/practice.ts';
import { answerToLatex } from '#tutor/problem/read-answer.ts';
import { LineInput } from '../maths/line-input.tsx';
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
      <LineInput
        label={t('practice.answer')}
        value={typed}
        onType={(text) => practice.type(text)}
        maxLength={MAX_ANSWER_LENGTH}
        placeholder={t('practice.answerPlaceholder')}
        readOnly={solved}
        input={input}
        testId="answer"
        button={
          <button type="submit" className="button button-primary" data-testid="answer-button" disabled={busy}>
            {t(goesOn ? 'practice.next' : 'practice.check')}
          </button>
        }
        preview={settled.trim() === '' || settled === checked ? null : <Formula tex={answerToLatex(settled)} size="large" />}
      />
    </form>
  );
}
