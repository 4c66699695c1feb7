/** The name that a model goes by: its folder's, but for the one that came with Quorum. */
import { useTranslation } from 'react-i18next';

/** As `app/backend` calls it. */
const BUNDLED = 'bundled';

export function useModelName(): (model: { readonly name: string }) => string {
  const { t } = useTranslation();
  return ({ name }) => (name === BUNDLED ? t('models.bundledName') : name);
}
