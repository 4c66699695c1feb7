/** A line of maths typed by the learner: its box and button, and how the line is read. Knows not what it is for. */
import { type ReactNode, type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import './line-input.css';

interface LineInputProps {
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly maxLength: number;
  readonly placeholder?: string;
  readonly readOnly?: boolean;
  readonly input?: Ref<HTMLInputElement>;
  /** `…-input` and `…-preview` in the journeys. */
  readonly testId: string;
  /** What stands beside the box. */
  readonly button: ReactNode;
  /** The line as it is read; null while there is nothing to show. */
  readonly preview: ReactNode;
}

export function LineInput(props: LineInputProps) {
  const { label, value, onType, maxLength, placeholder, readOnly = false, input, testId, button, preview } = props;
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <div className="line-input">
        <input
          ref={input}
          id={id}
          className="problem-input"
          data-testid={`${testId}-input`}
          value={value}
          readOnly={readOnly}
          maxLength={maxLength}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onType(event.target.value)}
        />
        {button}
      </div>
      {preview !== null && (
        <p className="line-preview" data-testid={`${testId}-preview`}>
          <span className="label">{t('compose.readAs')}</span> {preview}
        </p>
      )}
    </>
  );
}
