/** The first screen: a worked example, and problems to try. Needs no engine. */
import { useTranslation } from 'react-i18next';
import { newProblem, startSolve } from '../../state/stores.ts';
import { ProblemText } from '../maths/problem-text.tsx';
import { StepList } from '../steps/step-list.tsx';
import { TourInvitation } from '../tour/tour-invitation.tsx';
import { useSlice, useStores } from '../use-stores.tsx';
import { ModeLead } from './mode-lead.tsx';
import { EXAMPLE_PROBLEM, EXAMPLE_STEPS, STARTERS } from './worked-example.ts';
import './welcome.css';

export function Welcome() {
  const { t } = useTranslation();
  // A mode that needs explaining has a lead of its own.
  const plain = useSlice('settings', (state) => state.settings.mode === 'solution');
  return (
    <div className="welcome">
      <TourInvitation />
      <ModeLead />
      <h1 className={plain ? 'welcome-lead' : 'visually-hidden'}>{t('welcome.lead')}</h1>
      <section className="starters" aria-label={t('welcome.tryOne')}>
        <h2 className="label">{t('welcome.tryOne')}</h2>
        <ul>
          {STARTERS.map((problem) => (
            <li key={problem}>
              <Starter problem={problem} />
            </li>
          ))}
        </ul>
      </section>
      <section className="example solution-leading" aria-label={t('welcome.title')}>
        <h2 className="label">{t('welcome.title')}</h2>
        <p className="statement">
          <ProblemText text={EXAMPLE_PROBLEM} />
        </p>
        <StepList steps={EXAMPLE_STEPS} tail="" live={false} current={null} testId="example-step" />
      </section>
    </div>
  );
}

function Starter({ problem }: { readonly problem: string }) {
  const stores = useStores();
  return (
    <button
      type="button"
      className="starter"
      onClick={() => {
        newProblem(stores);
        stores.settings.type(problem);
        void startSolve(stores);
      }}
    >
      <ProblemText text={problem} />
    </button>
  );
}
