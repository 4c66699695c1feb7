/** A modal dialog on the native element, which traps focus, closes on Escape and gives focus back. */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  /** Takes most of the window: for what stands side by side. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={titleId}
      onClose={onClose}
      closedby="any"
    >
      <h2 id={titleId} className="dialog-title">
        {title}
      </h2>
      {children}
      {/* Last in the order of focus, so that a dialog opens on its first choice; drawn in the top corner. */}
      <button type="button" className="button button-quiet dialog-close" onClick={onClose}>
        {t('settings.close')}
      </button>
    </dialog>
  );
}
