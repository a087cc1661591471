import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  app,
  dialog,
  ipcMain,
  Menu,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
} from 'electron';
import type { SessionState } from '../domain/protocol/bridge/session-state.ts';
import type { InstalledSchool } from '../domain/school-config.ts';
import { createApiProxy } from './app-scheme/api-proxy.ts';
import { declareAppScheme, routeAppScheme } from './app-scheme/register.ts';
import { createStaticFiles } from './app-scheme/static-files.ts';
import { registerBridge } from './bridge/registrar.ts';
import { createVerbHandlers } from './bridge/verbs.ts';
import { createChangeStream, type ChangeStream } from './device/change-stream.ts';
import { locate } from './directory/known-servers.ts';
import { readEnvironment, type Environment } from './environment.ts';
import { readInstalledSchool } from './installed-school.ts';
import { createLog, type Log } from './log/log.ts';
import { engineVariables, foreignSwitches, refusalText } from './security/engine-switches.ts';
import { guardNavigation, isOwnPage } from './security/navigation.ts';
import { lockDownSession } from './security/permissions.ts';
import { buildSession, type Clocks } from './device/build-session.ts';
import type { Fetch } from './network/transport.ts';
import { menuTemplate, type Language } from './shell/app-menu.ts';
import { createCloseGuard } from './shell/close-guard.ts';
import { watchIdle } from './shell/idle-lock.ts';
import { watchNetwork } from './shell/network-watch.ts';
import { saveFile } from './shell/save-file.ts';
import { openWindow, type AppWindow } from './shell/window.ts';

const CLOSE_PATIENCE = 5_000;
/** Milliseconds that the reason for not starting is shown at most. */
const REFUSAL_SHOWN = 30_000;
/** Milliseconds that the app takes to close at most: a disk that hangs cannot hold it for ever, and nothing on it minds being killed. */
const LONGEST_CLOSING = 10_000;
/** Exit code of a start with switches that open the app. */
const REFUSED_EXIT_CODE = 3;
const clocks: Clocks = { wall: Date.now, steady: () => performance.now(), random: Math.random };

/** What exists for the whole life of the app once it is ready. */
interface Running {
  readonly environment: Environment;
  readonly log: Log;
  readonly school: InstalledSchool;
  window?: AppWindow;
  changes?: ChangeStream;
  unsent: number;
}

/** Before Electron is ready: what cannot be changed later. */
function prepare(): { readonly environment: Environment; readonly log: Log } {
  const environment = readEnvironment(app.isPackaged, process.env);
  if (environment.userData !== undefined) app.setPath('userData', environment.userData);
  const log = createLog(join(app.getPath('userData'), 'logs'));
  process.on('uncaughtException', (error) => log.error('uncaught', error));
  process.on('unhandledRejection', (error) => log.error('unhandledRejection', error));
  // Every window asks for its sandbox by itself too; a test machine that runs as root cannot have this one.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  declareAppScheme(protocol);
  return { environment, log };
}

/** The school of this installer; without one there is nothing to be started. */
function requireSchool(environment: Environment, log: Log): InstalledSchool | undefined {
  const school = readInstalledSchool(app.isPackaged, app.getAppPath(), environment);
  if (school.ok) return school.value;
  log.warn('noSchool', { reason: school.failure });
  dialog.showErrorBox(
    'Campanella',
    'Questa installazione non contiene una scuola valida. Scaricare di nuovo il programma dal sito della scuola.\n\n' +
      'This installation holds no valid school. Please download the program again from the school’s website.',
  );
  return undefined;
}

/** A browser session of its own for the server: no cache, no cookies kept, the system's proxy and certificates. */
function openNetwork(): Fetch {
  const network = session.fromPartition('campanella-network', { cache: false });
  lockDownSession(network, 'network');
  return async (url, init) => await network.fetch(url, init);
}

/** The life of the app. */
async function start(running: Running): Promise<void> {
  const { environment, log, school } = running;
  const { server } = school;
  const openOutside = async (url: string): Promise<void> => await shell.openExternal(url);
  guardNavigation(app, {
    server,
    openOutside: (url) => void openOutside(url).catch((error: unknown) => log.error('openOutside', error)),
    log,
  });
  const fetch = openNetwork();
  lockDownSession(session.defaultSession, 'page');

  const { device, broker, store, directory, servers, recover, unfinished, close } = buildSession({
    userData: app.getPath('userData'),
    school,
    answerWithin: environment.answerWithin,
    fetch,
    safeStorage,
    openOutside,
    clocks,
    onChange: (state) => onSessionChange(running, state),
    log,
  });
  const onLine = {
    onReachable: (reachable: boolean) => {
      store.setReachable(reachable);
      // An account unlocked without network signs in when the line is back: only then is it known whether that will be kept.
      if (reachable) store.setRemembered(broker.remembered());
    },
    onSignInNeeded: () => {
      store.setSignInNeeded(true);
      store.setRemembered(broker.remembered());
    },
  };
  const changes = createChangeStream({
    fetch,
    server: () => {
      const account = store.account();
      return account && servers.of(locate(account));
    },
    broker,
    random: clocks.random,
    steady: clocks.steady,
    answerWithin: environment.answerWithin,
    silence: environment.silence,
    longestPause: environment.longestPause,
    unfinished,
    ...onLine,
    onChanged: (collections) =>
      running.window?.send('serverChanged', collections === undefined ? {} : { collections }),
  });
  running.changes = changes;

  const proxy = createApiProxy({
    fetch,
    broker,
    account: () => store.account()?.identity,
    opening: () => store.account()?.opening,
    answerWithin: environment.answerWithin,
    onSignInNeeded: onLine.onSignInNeeded,
    onReachable: (reachable) => {
      store.setReachable(reachable);
      if (reachable) changes.wake();
      else changes.suspect();
    },
  });
  routeAppScheme(protocol, { api: proxy, files: createStaticFiles(join(__dirname, '..', 'renderer')) });

  const closing = createCloseGuard({
    unsent: () => device.journal()?.unsent() ?? running.unsent,
    ask: (unsent) => running.window?.send('closeRequested', { unsent }),
    close: () => running.window?.close(),
    patience: CLOSE_PATIENCE,
  });
  registerBridge({
    ipc: ipcMain,
    handlers: createVerbHandlers({
      school,
      session: device,
      recover,
      servers,
      saveFile: async (file) => await saveFile(file, app.getPath('documents'), askWhere(running)),
      setLanguage: showMenu,
      reportUnsent: (count) => {
        running.unsent = count;
      },
      confirmClose: closing.confirm,
    }),
    isTrusted: ({ sender, senderFrame }) =>
      sender === running.window?.browserWindow.webContents &&
      senderFrame?.parent === null &&
      isOwnPage(senderFrame.url),
    unfinished,
    onHeard: (event) => {
      if (event === 'closeRequested') closing.heard();
    },
    log,
  });

  // As the pages until somebody chooses; they say what was chosen when they are drawn.
  showMenu('it');
  watchIdle(powerMonitor, environment.idleSeconds, device.lock, () => store.account() !== undefined);
  watchNetwork({ isOnline: () => net.isOnline(), power: powerMonitor, onBack: changes.wake });
  powerMonitor.on('shutdown', closing.letGo);
  app.on('second-instance', () => running.window?.show());
  app.on('window-all-closed', () => app.quit());
  endWith(async () => {
    changes.stop();
    await close();
  });

  await device.start().catch((error: unknown) => log.error('sessionStart', error));
  directory.start();
  running.window = openWindow({
    preload: join(__dirname, 'preload.cjs'),
    stateFile: join(app.getPath('userData'), 'window-state.json'),
    title: `Campanella – ${school.name}`,
    devTools: !app.isPackaged,
    onClose: closing.onClose,
    unfinished,
    log,
  });
}

/** The change stream runs while an account is open and the server accepts its session; the page hears of every change. */
function onSessionChange(running: Running, state: SessionState): void {
  const { window, changes, log } = running;
  log.info('session', { kind: state.kind, ...(state.kind === 'open' && { connection: state.connection }) });
  if (state.kind === 'open') changes?.start(state.identity);
  else changes?.stop();
  // Of a locked account what the page told last counts, of none nothing.
  if (state.kind === 'signedOut') running.unsent = 0;
  window?.send('sessionChanged', state);
}

function showMenu(language: Language): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, process.platform, app.isPackaged)));
}

function askWhere({ window }: Running): Parameters<typeof saveFile>[2] {
  return async ({ defaultPath, filter }) => {
    const options = { defaultPath, filters: [filter] };
    const answer =
      window === undefined
        ? await dialog.showSaveDialog(options)
        : await dialog.showSaveDialog(window.browserWindow, options);
    return answer.canceled || answer.filePath === '' ? undefined : answer.filePath;
  };
}

/** Lets the last writes reach the disk before the process ends. */
function endWith(work: () => Promise<void>): void {
  let done = false;
  app.on('will-quit', (event) => {
    if (done) return;
    event.preventDefault();
    done = true;
    void Promise.race([work(), sleep(LONGEST_CLOSING)]).finally(() => app.exit(0));
  });
}

/**
 * A packaged app does not start with switches that open it. They are taken away first, before the engine has acted on them: no port listens
 * while the person reads why. Answers whether it was refused.
 */
async function refuseForeignSwitches(): Promise<boolean> {
  if (!app.isPackaged) return false;
  for (const name of engineVariables(process.env)) Reflect.deleteProperty(process.env, name);
  const names = foreignSwitches(process.argv.slice(1), process.platform);
  if (names.length === 0) return false;
  for (const name of names) app.commandLine.removeSwitch(name);
  const text = refusalText(names);
  process.stderr.write(`${text}\n`);
  await app.whenReady();
  const read = dialog.showMessageBox({
    type: 'error',
    title: 'Campanella',
    message: 'Campanella',
    detail: text,
  });
  // Where nobody can press the button, the process does not stay for ever.
  await Promise.race([read, sleep(REFUSAL_SHOWN)]);
  app.exit(REFUSED_EXIT_CODE);
  return true;
}

async function begin(): Promise<void> {
  if (await refuseForeignSwitches()) return;
  const { environment, log } = prepare();
  // A second start only brings the first one's window to the front: two processes must not write one journal.
  if (!app.requestSingleInstanceLock()) return app.quit();
  await app.whenReady();
  const school = requireSchool(environment, log);
  if (school === undefined) return app.exit(1);
  await start({ environment, log, school, unsent: 0 });
}

void begin();
