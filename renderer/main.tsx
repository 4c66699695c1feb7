/** Entry of the page: connects, makes the stores, draws. */
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/inter/wght.css';
import 'katex/dist/katex-swap.css';
import './design/tokens.css';
import './design/base.css';
import './design/touch.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { setUpLanguages } from './i18n/index.ts';
import { browserEnvironment } from './state/environment.ts';
import { createStores, loadAll } from './state/stores.ts';
import { connect } from './transport/connect.ts';

const stores = createStores(connect(), browserEnvironment());
setUpLanguages(stores.settings.getState().settings.language);
void loadAll(stores);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with id "root": restore it');
createRoot(root).render(
  <StrictMode>
    <App stores={stores} />
  </StrictMode>,
);
