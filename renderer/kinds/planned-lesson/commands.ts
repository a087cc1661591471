import { plannedLessonId, type PlannedLesson } from '../../../domain/kinds/planned-lesson/record.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import { ok, type Result } from '../../../domain/base/result.ts';
import type { Undoable } from '../../data/commands/one-act.ts';
import type { CommandFailure } from '../../data/commands/outcome.ts';
import { plannedForMe } from '../../data/school/planned-for-me.ts';
import type { Register } from '../../data/register.ts';

/** Writes what I mean to do in an hour (D122); without texts the plan is taken away. The way back writes what I meant before. */
export async function planLesson(
  { run, identity }: Pick<Register, 'run' | 'identity'>,
  place: HourPlace,
  { topic, activity }: Pick<PlannedLesson, 'topic' | 'activity'>,
): Promise<Result<Undoable, CommandFailure>> {
  const { day, hour, schoolClass } = place;
  const id = plannedLessonId(day, hour, schoolClass, identity.person);
  const done = await run({
    collection: 'lessons',
    id,
    members: { day, class: schoolClass, kind: 'plannedLesson' },
    day,
    writeFacts: (facts) => facts.writeFacts(schoolClass, day),
    change({ current }, facts, version): PlannedLesson | undefined {
      const before = current?.kind === 'plannedLesson' ? current : undefined;
      if ((before?.topic ?? '') === topic && (before?.activity ?? '') === activity) return undefined;
      const planned = plannedForMe(facts, place)?.subject;
      const subject = facts.mySubjects(schoolClass, day).find(({ id: mine }) => mine === planned)?.id;
      return {
        ...version,
        id,
        kind: 'plannedLesson',
        day,
        hour,
        class: schoolClass,
        teacher: facts.me,
        ...(subject ? { subject } : {}),
        topic,
        activity,
      };
    },
  });
  if (!done.ok) return done;
  const { entry, recordedAt, before } = done.value;
  const { topic: said = '', activity: meant = '' } = before?.kind === 'plannedLesson' ? before : {};
  const undo = () => planLesson({ run, identity }, place, { topic: said, activity: meant });
  return ok({ entry, recordedAt, undo });
}
