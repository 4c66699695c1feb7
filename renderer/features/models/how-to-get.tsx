/** Where a larger model comes from, in words alone: Quorum opens no connection. */
import { useTranslation } from 'react-i18next';

export function HowToGet({ open }: { readonly open: boolean }) {
  const { t } = useTranslation();
  return (
    <details className="model-how" open={open} data-testid="model-how">
      <summary>{t('models.how.title')}</summary>
      <p>{t('models.how.lead')}</p>
      <ol>
        <li>{t('models.how.fetch')}</li>
        <li>
          {t('models.how.files')}
          <ul>
            {['config.json', 'mamba_config.json', 'tokenizer.json', 'tokenizer_config.json'].map((file) => (
              <li key={file}>
                <code>{file}</code>
              </li>
            ))}
            <li>{t('models.how.weights')}</li>
          </ul>
        </li>
        <li>{t('models.how.add')}</li>
      </ol>
      <p>{t('models.how.size')}</p>
      <p>{t('models.how.pickles')}</p>
    </details>
  );
}
