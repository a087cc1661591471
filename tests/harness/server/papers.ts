import { toEntryId, toInstant } from '../../../domain/base/ids.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import type { RegisterRecord } from '../../../domain/kinds/registry.ts';
import * as ofPapers from '../../../domain/protocol/endpoints/office-papers/office-papers-endpoints.ts';
import type { Paper } from '../../../domain/school/who/paper.ts';
import { OFFICE } from '../school/identities.ts';
import { answering, type Answered } from './answers.ts';
import type { SchoolRegister } from './register.ts';

/** Answers to whoever writes down who is who: papers stand in the register from then on. */
export function answersOfPapers(register: Pick<SchoolRegister, 'record' | 'write'>): readonly Answered[] {
  const written = (id: string, paper: Paper): RegisterRecord => {
    const { school, person: author } = OFFICE;
    const entry = toEntryId(crypto.randomUUID());
    const common = { id, school, author, entry, recordedAt: toInstant(Date.now()) };
    // A paper with what every record carries is the record of its kind.
    const isOfYear = paper.kind === 'derogation' || paper.kind === 'hoursElsewhere';
    return { ...common, ...paper, ...(isOfYear ? { classes: [] } : {}) } as RegisterRecord;
  };
  return [
    answering(ofPapers.writePapers, ({ body: { papers } }) => {
      const records = papers.map((paper) => written(crypto.randomUUID(), paper));
      register.write(records);
      return { ids: records.map(({ id }) => id) };
    }),
    answering(ofPapers.changePaper, ({ body: { id, paper } }) => {
      register.write([written(id, paper)]);
      return { ids: [id] };
    }),
    answering(ofPapers.cancelPaper, ({ body: { id } }) => {
      const record = register.record(id);
      if (!record) return;
      const entry = toEntryId(crypto.randomUUID());
      const { receivedAt: _received, ...stood } = record;
      const end =
        'from' in stood && stood.from !== undefined && stood.kind !== 'hoursElsewhere'
          ? { to: addDays(stood.from, -1) }
          : { cancelled: true };
      register.write([{ ...stood, entry, ...end } as RegisterRecord]);
    }),
  ];
}
