import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hasDisplay } from '../../build/system/display.ts';

/** Comes with the packages of a display, which the suite asks for. */
const PROGRAM = 'Xvfb';

/** Somewhere for windows to appear. */
export interface Screen {
  /** What programs that open windows have to know of it. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** The screen of this machine, or a virtual one where it has none. */
export async function openScreen(): Promise<Screen> {
  if (hasDisplay()) return { env: {}, close: () => Promise.resolve() };
  const server = spawn(PROGRAM, ['-displayfd', '3', '-screen', '0', '1440x900x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = server.stdio[3];
  if (!number) throw new Error('The virtual screen has no number');
  const [text] = (await Promise.race([
    once(number, 'data'),
    once(server, 'exit').then(() => Promise.reject(new Error('The virtual screen did not start'))),
  ])) as [Buffer];
  return {
    env: { DISPLAY: `:${text.toString().trim()}` },
    async close() {
      const gone = once(server, 'exit');
      server.kill();
      await gone;
    },
  };
}
