/** Asks in which form a solution leaves Quorum: a document of the shown sample, paper, or the whole solve as JSON. */
import { useTranslation } from 'react-i18next';
import { writeExchange } from '#app/protocol/exchange.ts';
import type { SampleRecord, SolveRecord } from '#app/protocol/solve.ts';
import { Dialog } from '../../design/dialog.tsx';
import { useSlice, useStores } from '../use-stores.tsx';
import { fileName, saveFile } from './save-file.ts';
import { toLatex } from './to-latex.ts';
import { toMarkdown } from './to-markdown.ts';
import { useSolutionDocument } from './use-solution-document.ts';
import './print.css';

interface ExportDialogProps {
  readonly record: SolveRecord;
  readonly sample: SampleRecord;
}

export function ExportDialog({ record, sample }: ExportDialogProps) {
  const { t } = useTranslation();
  const { selection } = useStores();
  const entry = useSlice('history', (state) => state.entries.find(({ id }) => id === record.id));
  const describe = useSolutionDocument(record, sample);
  const close = () => selection.export(false);

  function save(extension: string, type: string, text: string): void {
    saveFile(fileName(record.problem, extension), type, text);
    close();
  }

  function print(): void {
    close();
    // The dialog is gone from the page by then.
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
  }

  const marks = { title: entry?.title ?? null, favourite: entry?.favourite ?? false };
  return (
    <Dialog title={t('export.title')} onClose={close}>
      <div className="copy-choices">
        <button type="button" className="button" onClick={() => save('md', 'text/markdown', toMarkdown(describe()))}>
          {t('export.markdown')}
        </button>
        <button type="button" className="button" onClick={() => save('tex', 'application/x-tex', toLatex(describe()))}>
          {t('export.latex')}
        </button>
        <button type="button" className="button" onClick={print}>
          {t('export.print')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => save('json', 'application/json', writeExchange([{ ...marks, solve: record }]))}
        >
          {t('export.json')}
        </button>
      </div>
      <p className="copy-outcome">{t('export.hint')}</p>
    </Dialog>
  );
}
