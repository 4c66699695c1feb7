/** What settings are made of: a titled group, and a choice of one among a few. */
import { type ReactNode, useId } from 'react';

export function SettingsGroup({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="settings-group">
      <legend className="label">{title}</legend>
      {children}
    </fieldset>
  );
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly name: string; readonly disabled?: boolean }[];
  readonly onChange: (value: Value) => void;
  readonly testId?: string;
}

export function Choice<Value extends string>({ label, value, choices, onChange, testId }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <span className="number-field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="field"
        data-testid={testId}
        value={value}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled}>
            {choice.name}
          </option>
        ))}
      </select>
    </span>
  );
}
