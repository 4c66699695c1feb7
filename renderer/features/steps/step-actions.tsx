/** What can be done at a step: draw what follows anew, rewrite its line, copy it. */
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, paths } from '../../design/icons.tsx';

/** By the step's place. What is absent cannot be done now. */
export interface StepActions {
  readonly fold: (place: number) => void;
  readonly copy: (place: number) => void;
  readonly tryAgain?: (place: number) => void;
  readonly rewrite?: (place: number) => void;
}

interface StepButtonsProps {
  readonly place: number;
  /** Tab stops at the buttons of the current step alone: a long solution has hundreds. */
  readonly current: boolean;
  readonly actions: StepActions;
}

export const StepButtons = memo(function StepButtons({ place, current, actions }: StepButtonsProps) {
  const { t } = useTranslation();
  const number = place + 1;
  const { tryAgain, rewrite, copy } = actions;
  return (
    <span className="step-buttons">
      {tryAgain !== undefined && place > 0 && (
        <StepButton
          reachable={current}
          path={paths.again}
          label={t('stepping.again', { number })}
          hotkey="b"
          onClick={() => tryAgain(place)}
        />
      )}
      {rewrite !== undefined && (
        <StepButton
          reachable={current}
          path={paths.pencil}
          label={t('stepping.rewrite', { number })}
          hotkey="r"
          onClick={() => rewrite(place)}
        />
      )}
      <StepButton
        reachable={current}
        path={paths.copy}
        label={t('step.copy', { number })}
        hotkey="c"
        onClick={() => copy(place)}
      />
    </span>
  );
});

interface StepButtonProps {
  readonly reachable: boolean;
  readonly path: string;
  readonly label: string;
  readonly hotkey: string;
  readonly onClick: () => void;
}

function StepButton({ reachable, path, label, hotkey, onClick }: StepButtonProps) {
  return (
    <button
      type="button"
      className="step-button"
      tabIndex={reachable ? 0 : -1}
      aria-label={label}
      title={`${label} (${hotkey})`}
      onClick={onClick}
    >
      <Icon path={path} />
    </button>
  );
}
