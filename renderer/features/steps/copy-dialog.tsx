/** Asks in which form a step is to be copied, and copies it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SampleRecord } from '#app/protocol/solve.ts';
import { Dialog } from '../../design/dialog.tsx';
import { COPY_FORMATS, copyStep, solutionAsMarkdown } from './copy-formats.ts';

interface CopyDialogProps {
  readonly problem: string;
  readonly sample: SampleRecord;
  /** Place of the step. */
  readonly step: number;
  readonly onClose: () => void;
}

export function CopyDialog({ problem, sample, step, onClose }: CopyDialogProps) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<'done' | 'failed' | null>(null);
  const record = sample.steps[step];

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setOutcome('done');
    } catch {
      setOutcome('failed');
    }
  }

  return (
    <Dialog title={t('copy.what', { number: step + 1 })} onClose={onClose}>
      <div className="copy-choices">
        {COPY_FORMATS.map((format) => (
          <button key={format} type="button" className="button" onClick={() => void copy(copyStep(record, format))}>
            {t(`copy.${format}`)}
          </button>
        ))}
        <button type="button" className="button" onClick={() => void copy(solutionAsMarkdown(problem, sample))}>
          {t('copy.all')}
        </button>
      </div>
      <p className="copy-outcome" role="status">
        {outcome !== null && t(`copy.${outcome}`)}
      </p>
    </Dialog>
  );
}
