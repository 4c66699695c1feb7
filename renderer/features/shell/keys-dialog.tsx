/** The list of keys. */
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../design/dialog.tsx';

const KEYS = [
  ['solve', 'Ctrl Enter'],
  ['stop', 'Esc'],
  ['next', 'j'],
  ['previous', 'k'],
  ['nextSample', 'l'],
  ['previousSample', 'h'],
  ['copy', 'c'],
  ['compare', 'v'],
  ['export', 'e'],
  ['write', '/'],
  ['practice', 'p'],
  ['list', '?'],
] as const;

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <dl className="keys">
        {KEYS.map(([action, keys]) => (
          <div key={action}>
            <dt>{t(`keys.${action}`)}</dt>
            <dd>
              {keys.split(' ').map((key) => (
                <kbd key={key} className="key">
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
