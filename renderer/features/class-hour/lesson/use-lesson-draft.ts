import { useCallback, useEffect, useRef, useState } from 'react';
import type { Register } from '../../../data/register.ts';
import type { CommandFailure, CommandResult } from '../../../data/commands/outcome.ts';
import type { HourPlace } from '../../../../domain/school/hour-place.ts';
import { writeLesson } from '../../../kinds/lesson/commands.ts';

/** Topic and activity of a lesson. */
export interface LessonTexts {
  readonly topic: string;
  readonly activity: string;
}

type Field = keyof LessonTexts;
const FIELDS = ['topic', 'activity'] as const satisfies readonly Field[];

/** What is being written for a lesson, and whether it is safe on this device. */
export interface LessonDraft {
  readonly texts: LessonTexts;
  readonly state: 'clean' | 'dirty' | 'saving';
  readonly failure: CommandFailure | undefined;
  clearFailure(): void;
  change(part: Partial<LessonTexts>): void;
  /** The field is left: what is typed is saved, and words that came meanwhile from elsewhere are shown. */
  leave(field: Field): void;
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
 * page. A colleague's words arriving meanwhile never replace a text under the fingers: they wait until its field is left, unless it was
 * written on; those of the other field are shown at once, and are not written over.
 */
export function useLessonDraft(
  register: Register,
  place: HourPlace,
  stored: LessonTexts,
  save: (register: Register, place: HourPlace, texts: LessonTexts) => Promise<CommandResult> = writeLesson,
): LessonDraft {
  const [texts, setTexts] = useState(stored);
  const [state, setState] = useState<LessonDraft['state']>('clean');
  const [failure, setFailure] = useState<CommandFailure>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** When the first key was pressed that is not saved yet. */
  const unsavedSince = useRef<number>(undefined);
  const draft = useRef(newDraft(stored));

  const { topic, activity } = stored;
  useEffect(() => {
    draft.current = takeStored(draft.current, { topic, activity });
    setTexts(draft.current.texts);
  }, [topic, activity]);

  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    unsavedSince.current = undefined;
    const { dirty } = draft.current;
    if (dirty.length === 0) return;
    const written = toWrite(draft.current);
    draft.current = { ...draft.current, dirty: [], saving: dirty };
    setState('saving');
    const result = await save(register, place, written);
    setFailure(result.ok ? undefined : result.failure);
    // Nothing typed is lost on a failure: it stays in the field and is tried again with the next key.
    const left = result.ok ? [] : dirty;
    draft.current = {
      ...draft.current,
      saving: [],
      dirty: [...new Set([...left, ...draft.current.dirty])],
    };
    setState(draft.current.dirty.length > 0 ? 'dirty' : 'clean');
  }, [register, place, save]);

  const change = useCallback(
    (part: Partial<LessonTexts>) => {
      draft.current = typeIn(draft.current, part);
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

  const leave = useCallback(
    (field: Field) => {
      draft.current = leaveField(draft.current, field);
      setTexts(draft.current.texts);
      void flush();
    },
    [flush],
  );

  const settle = useCallback(() => {
    draft.current = { ...draft.current, dirty: [] };
    setState('clean');
  }, []);

  useEffect(() => () => void flush(), [flush]);

  const clearFailure = useCallback(() => setFailure(undefined), []);
  return { texts, state, failure, clearFailure, change, leave, flush, settle };
}

/** What is typed, beside what is stored. */
export interface Draft {
  readonly texts: LessonTexts;
  readonly stored: LessonTexts;
  /** Typed, and not given to be saved yet. */
  readonly dirty: readonly Field[];
  /** Given to be saved, and not known to be. */
  readonly saving: readonly Field[];
  /** Typed in since the field was entered. */
  readonly touched: readonly Field[];
}

/** A draft in which nothing is typed yet. */
export function newDraft(stored: LessonTexts): Draft {
  return { texts: stored, stored, dirty: [], saving: [], touched: [] };
}

/** Something is typed. */
export function typeIn(draft: Draft, part: Partial<LessonTexts>): Draft {
  const typed = FIELDS.filter((field) => part[field] !== undefined);
  const joined = (fields: readonly Field[]) => [...new Set([...fields, ...typed])];
  return {
    ...draft,
    texts: { ...draft.texts, ...part },
    dirty: joined(draft.dirty),
    touched: joined(draft.touched),
  };
}

/** Something else is stored: it shows in the fields that nobody is typing in. */
export function takeStored(draft: Draft, stored: LessonTexts): Draft {
  const isTyped = (field: Field) => draft.touched.includes(field) || draft.dirty.includes(field);
  const shown = (field: Field) => (isTyped(field) ? draft.texts : stored)[field];
  return { ...draft, stored, texts: { topic: shown('topic'), activity: shown('activity') } };
}

/** What is to be saved: the words typed, and in the other field those that are stored, which may be a colleague's. */
export function toWrite({ texts, stored, dirty }: Draft): LessonTexts {
  const saved = (field: Field) => (dirty.includes(field) ? texts : stored)[field];
  return { topic: saved('topic'), activity: saved('activity') };
}

/** A field is left: it shows what is stored, which may have come from elsewhere meanwhile, unless its own words are on their way. */
export function leaveField(draft: Draft, field: Field): Draft {
  const touched = draft.touched.filter((each) => each !== field);
  if (draft.dirty.includes(field) || draft.saving.includes(field)) return { ...draft, touched };
  return { ...draft, touched, texts: { ...draft.texts, [field]: draft.stored[field] } };
}
