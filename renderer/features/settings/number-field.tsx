/** A number with its label. Reports only numbers inside the limits; what is being typed stays as typed. */
import { useEffect, useId, useState } from 'react';

interface NumberFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** An empty field is a value of its own (null). */
  readonly optional?: boolean;
  readonly onChange: (value: number | null) => void;
}

export function NumberField({ label, hint, value, min, max, step, optional = false, onChange }: NumberFieldProps) {
  const id = useId();
  const [text, setText] = useState(write(value));

  useEffect(() => setText((typed) => (read(typed) === value ? typed : write(value))), [value]);

  return (
    <span className="number-field">
      <label htmlFor={id} title={hint}>
        {label}
      </label>
      <input
        id={id}
        className="field"
        type="number"
        inputMode="decimal"
        min={min}
        max={max}
        step={step}
        required={!optional}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          const next = read(event.target.value);
          if (next === null ? optional : event.target.validity.valid) onChange(next);
        }}
        onBlur={() => setText(write(value))}
      />
    </span>
  );
}

const write = (value: number | null): string => (value === null ? '' : String(value));
const read = (text: string): number | null => (text.trim() === '' ? null : Number(text));
