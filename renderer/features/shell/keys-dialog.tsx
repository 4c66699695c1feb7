/** The list of keys. */
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../design/dialog.tsx';

const KEYS = {
  problem: [
    ['write', '/'],
    ['solve', 'Ctrl Enter'],
    ['stop', 'Esc'],
    ['leave', 'Esc'],
    ['change', 'q'],
    ['practice', 'p'],
    ['models', 'm'],
    ['list', '?'],
  ],
  steps: [
    ['next', 'j ↓'],
    ['previous', 'k ↑'],
    ['failing', 'n'],
    ['fold', 'Enter'],
    ['foldAll', 'f'],
    ['again', 'b'],
    ['rewrite', 'r'],
    ['copy', 'c'],
  ],
  samples: [
    ['previousSample', '['],
    ['nextSample', ']'],
    ['compare', 'v'],
    ['export', 'e'],
  ],
} as const;
const GROUPS = ['problem', 'steps', 'samples'] as const;

export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('keys.title')} onClose={onClose} wide>
      <div className="keys-groups">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3 className="label">{t(`keys.groups.${group}`)}</h3>
            <dl className="keys">
              {KEYS[group].map(([action, keys]) => (
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
          </section>
        ))}
      </div>
    </Dialog>
  );
}
