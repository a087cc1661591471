import type { PersonId } from '../../../domain/base/ids.ts';
import { supportTopicId, type SupportTopic } from '../../../domain/kinds/support-topic/record.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { CommandResult } from '../../data/commands/outcome.ts';
import type { Register } from '../../data/register.ts';

/** Writes what I did with one pupil in an hour (D17); without a word it is taken away. */
export function writeSupportTopic(
  { run, identity }: Pick<Register, 'run' | 'identity'>,
  { day, hour, schoolClass }: HourPlace,
  pupil: PersonId,
  topic: string,
): Promise<CommandResult> {
  const id = supportTopicId(day, hour, pupil, identity.person);
  return run({
    collection: 'lessons',
    id,
    members: { day, class: schoolClass, kind: 'supportTopic' },
    day,
    writeFacts: (facts) => facts.writeFacts(schoolClass, day, pupil),
    change({ current }, facts, version): SupportTopic | undefined {
      const before = current?.kind === 'supportTopic' ? current.topic : '';
      if (before === topic) return undefined;
      return {
        ...version,
        id,
        kind: 'supportTopic',
        day,
        hour,
        class: schoolClass,
        pupil,
        teacher: facts.me,
        topic,
      };
    },
  });
}
