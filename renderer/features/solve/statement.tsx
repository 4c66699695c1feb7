/** The question of a solve, the way to change it, and the way back to how it was asked before. */
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_PROBLEM_LENGTH, type SolveRecord } from '#app/protocol/solve.ts';
import { Icon, paths } from '../../design/icons.tsx';
import { backToEarlier, changeQuestion } from '../../state/stepping.ts';
import { useTypedNumbers } from '../maths/maths-language.tsx';
import { ProblemText } from '../maths/problem-text.tsx';
import { useSlice, useStores } from '../use-stores.tsx';

/** Characters from which a problem is set in the size of running text. */
const LONG_PROBLEM = 90;

export function Statement({ record }: { readonly record: SolveRecord }) {
  const { t } = useTranslation();
  const stores = useStores();
  const changing = useSlice('selection', (state) => state.changing);
  const { problem, editedFrom } = record;
  if (changing) return <QuestionEditor problem={problem} />;
  return (
    <div className="statement-row">
      <h1 className={problem.length > LONG_PROBLEM ? 'statement statement-long' : 'statement'} lang="en">
        <ProblemText text={problem} large={problem.length <= LONG_PROBLEM} />
      </h1>
      <button
        type="button"
        className="button button-quiet"
        data-testid="change-question"
        title={`${t('stepping.change')} (q)`}
        onClick={() => stores.selection.change(true)}
      >
        <Icon path={paths.pencil} />
        <span className="visually-hidden">{t('stepping.change')}</span>
      </button>
      {editedFrom !== undefined && (
        <p className="statement-before">
          {t('stepping.changed')}{' '}
          <button type="button" className="link" data-testid="back-to-earlier" onClick={() => void backToEarlier(stores)}>
            {t('stepping.back')}
          </button>
        </p>
      )}
    </div>
  );
}

function QuestionEditor({ problem }: { readonly problem: string }) {
  const { t } = useTranslation();
  const stores = useStores();
  const [text, setText] = useState(problem);
  const question = useTypedNumbers()(text);
  const id = useId();
  const solve = () => void changeQuestion(stores, text);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.shiftKey) solve();
    else if (event.key === 'Escape') stores.selection.change(false);
    else return;
    event.preventDefault();
  }

  return (
    <div className="statement-editor">
      <label className="label" htmlFor={id}>
        {t('stepping.question')}
      </label>
      <textarea
        id={id}
        className="field step-line"
        data-testid="question-input"
        rows={2}
        maxLength={MAX_PROBLEM_LENGTH}
        spellCheck={false}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: the learner has just asked to write here.
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p className="step-preview" data-testid="question-preview">
        <span className="label">{t('compose.readAs')}</span> <ProblemText text={question} />
      </p>
      <div className="step-editor-foot">
        <button
          type="button"
          className="button button-primary"
          disabled={text.trim() === '' || question === problem}
          onClick={solve}
        >
          {t('stepping.solveChanged')}
        </button>
        <button type="button" className="button" onClick={() => stores.selection.change(false)}>
          {t('stepping.cancel')}
        </button>
      </div>
    </div>
  );
}
