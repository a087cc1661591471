import { useCallback, useEffect, useRef, useState } from 'react';
import type { CommandFailure, HourPlace, Register } from '../../data/register.ts';

/** Topic and activity of a lesson. */
export interface LessonTexts {
  readonly topic: string;
  readonly activity: string;
}

/** What is being written for a lesson, and whether it is safe on this device. */
export interface LessonDraft {
  readonly texts: LessonTexts;
  readonly state: 'clean' | 'dirty' | 'saving';
  readonly failure: CommandFailure | undefined;
  clearFailure(): void;
  change(part: Partial<LessonTexts>): void;
  /** Saves now what is not saved yet. */
  flush(): Promise<void>;
  /** Takes the texts as saved by another command (signing takes them along). */
  settle(): void;
}

const SAVE_AFTER_MILLISECONDS = 600;
/** Who types without a pause is saved all the same. */
const SAVE_AT_LEAST_EVERY_MILLISECONDS = 2_000;

/**
 * Keeps what is typed apart from what is stored: saves by itself shortly after the last key, on leaving the field and on leaving the
 * page; a colleague's words arriving meanwhile replace only what is not being edited.
 */
export function useLessonDraft(register: Register, place: HourPlace, stored: LessonTexts): LessonDraft {
  const [texts, setTexts] = useState(stored);
  const [state, setState] = useState<LessonDraft['state']>('clean');
  const [failure, setFailure] = useState<CommandFailure>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** When the first key was pressed that is not saved yet. */
  const unsavedSince = useRef<number>(undefined);
  const draft = useRef({ texts: stored, dirty: false });

  const { topic, activity } = stored;
  useEffect(() => {
    if (draft.current.dirty) return;
    draft.current.texts = { topic, activity };
    setTexts({ topic, activity });
  }, [topic, activity]);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    unsavedSince.current = undefined;
    if (!draft.current.dirty) return;
    const written = draft.current.texts;
    draft.current.dirty = false;
    setState('saving');
    const result = await register.writeLesson(place, written);
    setFailure(result.ok ? undefined : result.failure);
    // Nothing typed is lost on a failure: it stays in the field and is tried again with the next key.
    if (!result.ok && draft.current.texts === written) draft.current.dirty = true;
    setState(draft.current.dirty ? 'dirty' : 'clean');
  }, [register, place]);

  const change = useCallback(
    (part: Partial<LessonTexts>) => {
      draft.current = { texts: { ...draft.current.texts, ...part }, dirty: true };
      setTexts(draft.current.texts);
      setState('dirty');
      clearTimeout(timer.current);
      unsavedSince.current ??= Date.now();
      const left = unsavedSince.current + SAVE_AT_LEAST_EVERY_MILLISECONDS - Date.now();
      const pause = Math.max(0, Math.min(SAVE_AFTER_MILLISECONDS, left));
      timer.current = setTimeout(() => void flush(), pause);
    },
    [flush],
  );

  const settle = useCallback(() => {
    draft.current.dirty = false;
    setState('clean');
  }, []);

  useEffect(() => () => void flush(), [flush]);

  const clearFailure = useCallback(() => setFailure(undefined), []);
  return { texts, state, failure, clearFailure, change, flush, settle };
}
