import { createContext, useContext } from 'react';
import { must } from '../../domain/base/assert.ts';
import type { Bridge } from '../../domain/protocol/bridge/bridge.ts';

/** The way to the main process, for files, language and closing; the session and the register have their own. */
export const BridgeContext = createContext<Bridge | undefined>(undefined);

/** The bridge of this page. */
export function useBridge(): Bridge {
  return must(useContext(BridgeContext), 'a bridge above');
}
