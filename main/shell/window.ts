import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { BridgeEvent, BridgeEvents } from '../../domain/protocol/bridge/bridge.ts';
import { APP_ORIGIN } from '../app-scheme/content-security.ts';
import { createTurns } from '../../domain/base/turns.ts';
import type { Unfinished } from '../files/unfinished.ts';
import type { Log } from '../log/log.ts';
import { placeWindow, readWindowState, SMALLEST, writeWindowState } from './window-state.ts';

/** What the window is opened with. */
export interface WindowParts {
  readonly preload: string;
  readonly stateFile: string;
  readonly title: string;
  readonly devTools: boolean;
  /** The user, or the system, closes the window; may prevent it. */
  readonly onClose: (event: { preventDefault(): void }) => void;
  readonly unfinished: Unfinished;
  readonly log: Log;
}

/** The app's one window. */
export interface AppWindow {
  readonly send: <E extends BridgeEvent>(event: E, payload: BridgeEvents[E]) => void;
  /** Brings the window to the front. */
  readonly show: () => void;
  readonly close: () => void;
  readonly browserWindow: BrowserWindow;
}

/** A page that keeps crashing is not loaded more often than this in a minute. */
const RELOADS_A_MINUTE = 3;

/** Opens the window with its locked preferences. */
export function openWindow(parts: WindowParts): AppWindow {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  const kept = readWindowState(parts.stateFile);
  const window = new BrowserWindow({
    ...placeWindow(
      kept?.bounds,
      [main, ...others].map(({ workArea }) => workArea),
    ),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: parts.title,
    show: false,
    autoHideMenuBar: true,
    // The colour of the page behind its first paint: a dark room is not lit up by a white flash.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: {
      preload: parts.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Its dictionaries come from a foreign server.
      spellcheck: false,
      // A register behind another window goes on sending.
      backgroundThrottling: false,
      devTools: parts.devTools,
    },
  });
  if (kept?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  const serial = createTurns();
  window.on('close', (event) => {
    const state = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    // Closed, asked, and closed once more: two writes would share one temporary file.
    parts.unfinished.begin(
      'windowState',
      serial(async () => await writeWindowState(parts.stateFile, state)),
    );
    parts.onClose(event);
  });
  reloadAfterCrash(window, parts.log);
  void window.loadURL(`${APP_ORIGIN}/`).catch((error: unknown) => parts.log.error('pageNotLoaded', error));
  return {
    browserWindow: window,
    send: (event, payload) => {
      if (!window.isDestroyed() && !window.webContents.isDestroyed())
        window.webContents.send(`campanella:event:${event}`, payload);
    },
    show: () => {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
    close: () => {
      if (!window.isDestroyed()) window.close();
    },
  };
}

function reloadAfterCrash(window: BrowserWindow, log: Log): void {
  let crashes: readonly number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.warn('pageGone', { reason });
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = Date.now();
    crashes = [...crashes.filter((at) => now - at < 60_000), now];
    if (crashes.length <= RELOADS_A_MINUTE) window.webContents.reload();
  });
}
