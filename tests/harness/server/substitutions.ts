import { toEntryId, toInstant } from '../../../domain/base/ids.ts';
import { substitutionId } from '../../../domain/kinds/substitution/record.ts';
import * as ofSubstitutions from '../../../domain/protocol/endpoints/office-substitutions/office-substitutions-endpoints.ts';
import { OFFICE } from '../school/identities.ts';
import { answering, type Answered } from './answers.ts';
import type { SchoolRegister } from './register.ts';

/** Answers to whoever decides who stands in: what is given stands in the register from then on. */
export function answersOfSubstitutions(
  register: Pick<SchoolRegister, 'record' | 'write'>,
): readonly Answered[] {
  const entry = () => toEntryId(crypto.randomUUID());
  return [
    answering(ofSubstitutions.assignSubstitution, ({ body }) => {
      const { school, person: author } = OFFICE;
      register.write(
        body.hours.map((given) => {
          const id = substitutionId(given.day, given.hour, given.class, given.teacher);
          const common = { id, school, author, entry: entry(), recordedAt: toInstant(Date.now()) };
          return { ...common, kind: 'substitution', ...given, origin: 'office' };
        }),
      );
    }),
    answering(ofSubstitutions.cancelSubstitution, ({ body: { id } }) => {
      const record = register.record(id);
      if (record?.kind !== 'substitution') return;
      const { receivedAt: _received, ...stood } = record;
      register.write([{ ...stood, entry: entry(), cancelled: true }]);
    }),
  ];
}
