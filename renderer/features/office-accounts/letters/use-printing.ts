import { useCallback, useRef, useState } from 'react';
import { fail, ok, type Result } from '../../../../domain/base/result.ts';
import type { OfficeAccount } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import { printLetters } from '../../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import type { Api, ApiFailure } from '../../../data/api/api-request.ts';
import { toBase64 } from '../../../data/base64.ts';
import type { SaveFile } from '../../../hosts/save-file.ts';

/** The most letters of one file. */
const MOST_LETTERS = 200;

/** Letters to be printed, and what their files are called. */
export interface PrintOrder {
  readonly letters: readonly OfficeAccount[];
  /** The English text too. */
  readonly english: boolean;
  /** The name of a file; `number` where there are several. */
  readonly fileName: (number: number | undefined) => string;
}

/** State of printing, file by file. */
export interface Printing {
  readonly phase: 'idle' | 'running' | 'stopping' | 'ended';
  /** The file that is being made, from 1, and how many there are. */
  readonly file: number;
  readonly files: number;
  /** Letters in the file that is being made. */
  readonly letters: number;
  /** The usernames whose letters are saved. */
  readonly saved: ReadonlySet<string>;
  /** Letters that were made and whose file was not saved: they count as printed all the same. */
  readonly notSaved: number;
  /** Letters that were not made, because somebody stopped it or it failed. */
  readonly left: number;
}

const IDLE: Printing = {
  phase: 'idle',
  file: 0,
  files: 0,
  letters: 0,
  saved: new Set(),
  notSaved: 0,
  left: 0,
};

/** What printing works with. */
interface PrintingParts {
  readonly api: Api;
  readonly onSaveFile: SaveFile;
}

/** Prints many letters file by file: there is progress to show, it can be stopped between two files, and what is saved stays saved. */
export function usePrinting({ api, onSaveFile }: PrintingParts): {
  readonly printing: Printing;
  print(order: PrintOrder): Promise<Result<null, ApiFailure>>;
  stop(): void;
  reset(): void;
} {
  const [printing, setPrinting] = useState(IDLE);
  const stopped = useRef(false);
  // What a dialog that was closed had begun is told to nobody.
  const run = useRef(0);

  const print = useCallback(
    async ({ letters, english, fileName }: PrintOrder): Promise<Result<null, ApiFailure>> => {
      stopped.current = false;
      run.current += 1;
      const own = run.current;
      const files = Math.ceil(letters.length / MOST_LETTERS);
      let state: Printing = { ...IDLE, phase: 'running', files, left: letters.length };
      const show = (next: Partial<Printing>) => {
        state = { ...state, ...next };
        if (run.current === own) setPrinting(state);
      };
      for (let file = 1; file <= files && !stopped.current; file += 1) {
        const part = letters.slice((file - 1) * MOST_LETTERS, file * MOST_LETTERS);
        show({ file, letters: part.length });
        const usernames = part.map(({ username }) => username);
        const answer = await api.ask(printLetters, {
          body: { usernames, ...(english ? { second: 'en' } : {}) },
        });
        if (!answer.ok) {
          show({ phase: 'ended' });
          return fail(answer.failure);
        }
        const outcome = await onSaveFile({
          suggestedName: fileName(files > 1 ? file : undefined),
          mediaType: 'application/pdf',
          content: toBase64(answer.value),
        });
        const left = state.left - part.length;
        if (outcome === 'saved') show({ left, saved: new Set([...state.saved, ...usernames]) });
        // Whoever gives one file up, or has no room for it, is not asked for the next.
        else {
          show({ left, notSaved: part.length });
          break;
        }
      }
      show({ phase: 'ended' });
      return ok(null);
    },
    [api, onSaveFile],
  );
  const stop = useCallback(() => {
    stopped.current = true;
    setPrinting((state) => (state.phase === 'running' ? { ...state, phase: 'stopping' } : state));
  }, []);
  const reset = useCallback(() => {
    run.current += 1;
    setPrinting(IDLE);
  }, []);
  return { printing, print, stop, reset };
}
