import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandFailure } from '../../data/commands/outcome.ts';
import type { SaidAct } from './class-act.ts';

/** What was done last from a place, with its way back. */
export interface LastDone {
  readonly last: SaidAct | undefined;
  readonly failure: CommandFailure | undefined;
  note(done: SaidAct): void;
  undo(): Promise<void>;
  clearFailure(): void;
}

/** Says what was done, and takes it back: the last one first. */
export function useDone(announce: (text: string) => void): LastDone {
  const { t } = useTranslation();
  const [steps, setSteps] = useState<readonly SaidAct[]>([]);
  const [failure, setFailure] = useState<CommandFailure>();
  const last = steps.at(-1);
  const note = useCallback(
    (done: SaidAct) => {
      setFailure(undefined);
      setSteps((before) => [...before, done]);
      announce(done.said);
    },
    [announce],
  );
  const undo = useCallback(async () => {
    if (!last) return;
    const result = await last.undo();
    setFailure(result.ok ? undefined : result.failure);
    setSteps((before) => before.filter((step) => step !== last));
    if (result.ok) announce(t('common.undone', { done: last.said }));
  }, [announce, last, t]);
  const clearFailure = useCallback(() => setFailure(undefined), []);
  return { last, failure, note, undo, clearFailure };
}
