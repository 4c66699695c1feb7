/** A sheet of problems as it will be printed, and its answers on a page of their own. */
import { useTranslation } from 'react-i18next';
import type { Worksheet } from '#app/protocol/practice.ts';
import { ProblemText } from '../maths/problem-text.tsx';
import { Formula } from '../maths/typeset-text.tsx';
import { useStores } from '../use-stores.tsx';
import './worksheet.css';

export function WorksheetView({ sheet: { seed, items } }: { readonly sheet: Worksheet }) {
  const { t } = useTranslation();
  const { practice } = useStores();
  return (
    <section className="worksheet" aria-label={t('practice.worksheet')}>
      <div className="practice-head worksheet-controls">
        <button type="button" className="button button-quiet" onClick={() => practice.show('choose')}>
          {t('practice.backToChoice')}
        </button>
        <button type="button" className="button button-primary" data-testid="print-button" onClick={() => window.print()}>
          {t('practice.print')}
        </button>
      </div>
      <div className="sheet" data-testid="worksheet">
        <header className="sheet-head">
          <h1>{t('practice.worksheet')}</h1>
          <p className="sheet-name">{t('practice.sheetName')}</p>
        </header>
        <ol className="sheet-problems">
          {items.map(({ question }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a sheet never changes.
            <li key={place} data-testid="sheet-problem">
              <ProblemText text={question} />
            </li>
          ))}
        </ol>
        <p className="sheet-seed">{t('practice.sheetNumber', { seed })}</p>
      </div>
      <div className="sheet sheet-key" data-testid="worksheet-key">
        <header className="sheet-head">
          <h2>{t('practice.answers')}</h2>
        </header>
        <ol className="sheet-answers">
          {items.map(({ answer }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a sheet never changes.
            <li key={place}>
              <Formula tex={answer} />
            </li>
          ))}
        </ol>
        <p className="sheet-seed">{t('practice.sheetNumber', { seed })}</p>
      </div>
    </section>
  );
}
