import type { Bridge } from '../../domain/protocol/bridge/bridge.ts';

declare global {
  interface Window {
    /** Put there by the preload script; absent in a plain browser. */
    readonly campanella?: Bridge;
  }
}

/** The way to the main process; throws where the page does not run inside the application. */
export function windowBridge(): Bridge {
  const bridge = window.campanella;
  if (!bridge) throw new Error('This page belongs to the Campanella application');
  return bridge;
}
