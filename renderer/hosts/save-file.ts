import type { FileToSave } from '../../domain/protocol/bridge/file-to-save.ts';

/** Saves a file by the system's dialog. */
export type SaveFile = (file: FileToSave) => Promise<'saved' | 'given up' | 'failed'>;
