/** What checking found about a step, by shape and by word: tick, cross or dash. */
import { useTranslation } from 'react-i18next';
import type { Verdict } from '#app/protocol/solve.ts';
import { Icon, paths } from '../../design/icons.tsx';

const PATH: Readonly<Record<Verdict, string>> = { holds: paths.tick, fails: paths.cross, unknown: paths.dash };

export function CheckMark({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation();
  return (
    <span className={`check check-${verdict}`}>
      <Icon path={PATH[verdict]} />
      {t(`step.${verdict}`)}
    </span>
  );
}
