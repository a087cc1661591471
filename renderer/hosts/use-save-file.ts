import { useCallback } from 'react';
import type { FileToSave } from '../../domain/protocol/bridge/file-to-save.ts';
import { useBridge } from './bridge-context.ts';

/** Saves a file by the system's dialog. */
export function useSaveFile(): (file: FileToSave) => Promise<'saved' | 'given up' | 'failed'> {
  const bridge = useBridge();
  return useCallback(
    async (file) => {
      const result = await bridge.saveFile(file);
      if (!result.ok) return 'failed';
      return result.value.saved ? 'saved' : 'given up';
    },
    [bridge],
  );
}

/** Saves a text by the system's dialog. */
export function useSaveText(): (name: string, text: string) => Promise<'saved' | 'given up' | 'failed'> {
  const saveFile = useSaveFile();
  return useCallback(
    (suggestedName, content) => saveFile({ suggestedName, mediaType: 'text/plain', content }),
    [saveFile],
  );
}
