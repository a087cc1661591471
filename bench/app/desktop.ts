import { compile } from '../../build/compile/bundle.ts';
import { resolveElectron } from '../../build/electron/runtime.ts';
import { displayPackages, electronPackages, ensureSystemPackages } from '../../build/system/os-packages.ts';
import { openScreen } from './virtual-screen.ts';

/** An Electron, the app compiled for it, and a screen on which it is shown. */
export interface Desktop {
  readonly executable: string;
  close(): Promise<void>;
}

/** Makes ready what the app needs, and tells the devices of the tests. */
export async function openDesktop(): Promise<Desktop> {
  await ensureSystemPackages([...electronPackages, ...displayPackages]);
  const { executable } = await resolveElectron({ standIn: true });
  await compile();
  const screen = await openScreen();
  Object.assign(process.env, { CAMPANELLA_ELECTRON_EXECUTABLE: executable, ...screen.env });
  return { executable, close: () => screen.close() };
}
