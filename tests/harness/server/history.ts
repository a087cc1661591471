import { toEntryId } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import type { Grade } from '../../../domain/kinds/grade/record.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import { readHistory } from '../../../domain/protocol/endpoints/register/register-endpoints.ts';
import { at } from '../school/demo-class.ts';
import { answering, type Answered } from './answers.ts';
import type { SchoolRegister } from './register.ts';

const DEVICES = ['7f3a5c10-aula-12', '7f3a5c10-aula-12', 'c0de91aa-sala-docenti'] as const;

/** Answers what a record has said: of a grade that it was put right twice, the first time before its family could see it and so without a reason (D78). */
export function answersOfHistory(register: Pick<SchoolRegister, 'record'>): readonly Answered[] {
  return [
    answering(readHistory, ({ params: { id } }) => {
      const record = register.record(id);
      const versions = record?.kind === 'grade' ? versionsOf(record) : record ? [record] : [];
      return versions.map((version, index) => ({
        sequence: index + 1,
        author: version.author,
        device: DEVICES[index] ?? '',
        recordedAt: version.recordedAt,
        receivedAt: version.recordedAt,
        outcome: 'stored' as const,
        record: { ...version },
        previousHash: '',
        hash: '',
      }));
    }),
  ];
}

function versionsOf(grade: Grade): readonly RegisterRecord[] {
  const before = (quarters: number, time: string, place: number): Grade => ({
    ...grade,
    value: { quarters },
    entry: toEntryId(`01940000-0000-7000-8000-00000000000${place}`),
    recordedAt: at(time, grade.day),
  });
  const last = { ...grade, recordedAt: at('12:40', addDays(grade.day, 2)) };
  return [before(16, '10:15', 1), before(22, '10:21', 2), last];
}
