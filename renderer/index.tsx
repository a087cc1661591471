import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import './ui/base.css';
import './ui/controls.css';
import 'dayjs/locale/it';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { must } from '../domain/base/assert.ts';
import { App } from './app/app.tsx';
import { catalogues } from './app/catalogue.ts';
import { windowBridge } from './data/bridge.ts';
import { createPageSessionStore } from './data/use-session.ts';
import { startTexts } from './i18n/start.ts';

const [session] = await Promise.all([createPageSessionStore(), startTexts(catalogues)]);
createRoot(must(document.querySelector('#root'), 'the page has a root')).render(
  <StrictMode>
    <App bridge={windowBridge()} session={session} />
  </StrictMode>,
);
