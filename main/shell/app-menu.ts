import type { MenuItemConstructorOptions } from 'electron';

/** Languages of the native parts. */
export type Language = 'it' | 'en';

const TEXTS = {
  it: {
    edit: 'Modifica',
    undo: 'Annulla',
    redo: 'Ripeti',
    cut: 'Taglia',
    copy: 'Copia',
    paste: 'Incolla',
    selectAll: 'Seleziona tutto',
    view: 'Vista',
    actualSize: 'Dimensioni reali',
    zoomIn: 'Ingrandisci',
    zoomOut: 'Riduci',
    fullScreen: 'Schermo intero',
    app: 'Campanella',
    quit: 'Esci',
    hide: 'Nascondi Campanella',
    development: 'Sviluppo',
    reload: 'Ricarica',
    devTools: 'Strumenti',
  },
  en: {
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: 'View',
    actualSize: 'Actual size',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fullScreen: 'Full screen',
    app: 'Campanella',
    quit: 'Quit',
    hide: 'Hide Campanella',
    development: 'Development',
    reload: 'Reload',
    devTools: 'Tools',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** The app's menu: what the keyboard needs everywhere; the tools of developers never reach a packaged app. */
export function menuTemplate(
  language: Language,
  platform: NodeJS.Platform,
  packaged: boolean,
): MenuItemConstructorOptions[] {
  const text = TEXTS[language];
  const quit: MenuItemConstructorOptions = { role: 'quit', label: text.quit };
  const app: MenuItemConstructorOptions = {
    label: text.app,
    submenu:
      platform === 'darwin' ? [{ role: 'hide', label: text.hide }, { type: 'separator' }, quit] : [quit],
  };
  const edit: MenuItemConstructorOptions = {
    label: text.edit,
    submenu: [
      { role: 'undo', label: text.undo },
      { role: 'redo', label: text.redo },
      { type: 'separator' },
      { role: 'cut', label: text.cut },
      { role: 'copy', label: text.copy },
      { role: 'paste', label: text.paste },
      { role: 'selectAll', label: text.selectAll },
    ],
  };
  const view: MenuItemConstructorOptions = {
    label: text.view,
    submenu: [
      { role: 'resetZoom', label: text.actualSize },
      { role: 'zoomIn', label: text.zoomIn },
      { role: 'zoomOut', label: text.zoomOut },
      { type: 'separator' },
      { role: 'togglefullscreen', label: text.fullScreen },
    ],
  };
  const development: MenuItemConstructorOptions = {
    label: text.development,
    submenu: [
      { role: 'reload', label: text.reload },
      { role: 'toggleDevTools', label: text.devTools },
    ],
  };
  return packaged ? [app, edit, view] : [app, edit, view, development];
}
