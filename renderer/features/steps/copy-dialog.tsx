/** Asks in which form a step is to be copied, and copies it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SampleRecord, SolveRecord } from '#app/protocol/solve.ts';
import { Dialog } from '../../design/dialog.tsx';
import { toMarkdown } from '../export/to-markdown.ts';
import { useSolutionDocument } from '../export/use-solution-document.ts';
import { COPY_FORMATS, copyStep } from './copy-formats.ts';

interface CopyDialogProps {
  readonly record: SolveRecord;
  readonly sample: SampleRecord;
  /** Place of the step. */
  readonly step: number;
  readonly onClose: () => void;
}

export function CopyDialog({ record, sample, step: place, onClose }: CopyDialogProps) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<'done' | 'failed' | null>(null);
  const step = sample.steps[place];
  const describe = useSolutionDocument(record, sample);

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('done');
    } catch {
      setOutcome('failed');
    }
  }

  return (
    <Dialog title={t('copy.what', { number: place + 1 })} onClose={onClose}>
      <div className="copy-choices">
        {COPY_FORMATS.map((format) => (
          <button key={format} type="button" className="button" onClick={() => void copy(copyStep(step, format))}>
            {t(`copy.${format}`)}
          </button>
        ))}
        <button type="button" className="button" onClick={() => void copy(toMarkdown(describe()))}>
          {t('copy.all')}
        </button>
      </div>
      <p className="copy-outcome" role="status">
        {outcome !== null && t(`copy.${outcome}`)}
      </p>
    </Dialog>
  );
}
