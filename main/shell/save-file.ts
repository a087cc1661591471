import { basename, join } from 'node:path';
import { fail, ok, type Result } from '../../domain/base/result.ts';
import type { FileToSave } from '../../domain/protocol/bridge/file-to-save.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { isDiskFull } from '../files/error-code.ts';

/** Asks the user for a place; undefined when cancelled. */
export type AskWhere = (suggestion: {
  readonly defaultPath: string;
  readonly filter: { name: string; extensions: string[] };
}) => Promise<string | undefined>;

const KINDS = {
  'application/json': { name: 'JSON', extension: 'json' },
  'text/csv': { name: 'CSV', extension: 'csv' },
  'application/pdf': { name: 'PDF', extension: 'pdf' },
  'text/plain': { name: 'TXT', extension: 'txt' },
} as const satisfies Record<FileToSave['mediaType'], { name: string; extension: string }>;

/** Saves a file where the user says: the only way a file leaves the app. */
export async function saveFile(
  file: FileToSave,
  folder: string,
  askWhere: AskWhere,
): Promise<Result<{ readonly saved: boolean }, { readonly kind: 'diskFull' | 'internal' }>> {
  const { name, extension } = KINDS[file.mediaType];
  const defaultPath = join(folder, safeFileName(file.suggestedName, extension));
  const content = contentOf(file);
  if (content === undefined) return fail({ kind: 'internal' });
  const path = await askWhere({ defaultPath, filter: { name, extensions: [extension] } });
  if (path === undefined) return ok({ saved: false });
  try {
    await writeAtomically(path, content);
    return ok({ saved: true });
  } catch (error) {
    return fail({ kind: isDiskFull(error) ? 'diskFull' : 'internal' });
  }
}

/** What goes into the file; undefined for a PDF that is none. */
function contentOf({ mediaType, content }: FileToSave): string | Buffer | undefined {
  if (mediaType !== 'application/pdf') return content;
  const bytes = Buffer.from(content, 'base64');
  return bytes.subarray(0, 5).toString('latin1') === '%PDF-' ? bytes : undefined;
}

/** A plain file name of the right kind, whatever was suggested. */
export function safeFileName(suggested: string, extension: string): string {
  const plain = basename(suggested.replaceAll('\\', '/'))
    .replaceAll(/[^\p{L}\p{N} ._-]/gu, '_')
    .replace(/^[. ]+/, '')
    .slice(0, 100);
  const stem = plain.toLowerCase().endsWith(`.${extension}`) ? plain.slice(0, -extension.length - 1) : plain;
  return `${stem === '' ? 'campanella' : stem}.${extension}`;
}
