import { randomBytes } from 'node:crypto';
import { HANDED_OVER_ROLES } from '../../../domain/access/appointment-role.ts';
import { addDays } from '../../../domain/base/local-date.ts';
import type { ClassId, PersonId } from '../../../domain/base/ids.ts';
import { uuidV7 } from '../../../domain/base/uuid-v7.ts';
import { appointmentId } from '../../../domain/kinds/appointment/record.ts';
import { groupMembershipId } from '../../../domain/kinds/group-membership/record.ts';
import { groupId } from '../../../domain/kinds/group/record.ts';
import { guardianshipId } from '../../../domain/kinds/guardianship/record.ts';
import type { RecordOfKind } from '../../../domain/kinds/registry.ts';
import { religionChoiceId } from '../../../domain/kinds/religion-choice/record.ts';
import { PAPER_KINDS, type Paper, type PaperKind } from '../../../domain/school/who/paper.ts';
import type { OfficeAct } from '../act/office.ts';

/** A paper as it stands in the register. */
export type PaperRecord = { readonly [K in PaperKind]: RecordOfKind<K> }[PaperKind];

type Unsigned<R> = R extends unknown ? Omit<R, 'author' | 'entry' | 'recordedAt'> : never;
/** A paper as a clerk wants it to stand. */
export type WantedPaper = Unsigned<PaperRecord>;

/** Whether a record is a paper of the office. */
export function isPaper(record: { readonly kind: string }): record is PaperRecord {
  return PAPER_KINDS.some((kind) => kind === record.kind);
}

/** The key under which a paper stands: that of what it says; or, where there may be many alike, the one that it has, or a new one. */
function keyOf(paper: Paper, at: number, known: string | undefined): string {
  switch (paper.kind) {
    case 'appointment':
      return appointmentId(paper, paper.from);
    case 'group':
      return groupId(paper.class, paper.code);
    case 'groupMembership':
      return groupMembershipId(paper.pupil, paper.class, paper.group, paper.from);
    case 'religionChoice':
      return religionChoiceId(paper.pupil, paper.class, paper.from);
    case 'guardianship':
      return guardianshipId(paper.guardian, paper.pupil, paper.from);
    case 'derogation':
    case 'hoursElsewhere':
    case 'delegate':
    case 'standingAuthorisation':
      return known ?? uuidV7(at, randomBytes(10));
  }
}

/** A paper as a record of the school; `known` is the one that it takes the place of. */
export function paperRecord(
  { school, at, who }: Pick<OfficeAct, 'school' | 'at' | 'who'>,
  paper: Paper,
  known?: PaperRecord,
): WantedPaper {
  const common = { school, id: keyOf(paper, at, known && isOfSame(known, paper) ? known.id : undefined) };
  switch (paper.kind) {
    case 'appointment':
      // The principal's tasks are handed over by whoever has them.
      return {
        ...common,
        ...paper,
        ...(HANDED_OVER_ROLES.includes(paper.role) ? { delegatedBy: who.person } : {}),
      };
    case 'derogation':
    case 'hoursElsewhere':
      // In which classes it is read, the writer says of whatever is written.
      return { ...common, ...paper, classes: [] };
    default:
      return { ...common, ...paper };
  }
}

/** Whether a paper is still of the same pupil and class: one that changes them is another paper, or its history would go along to whoever reads it then. */
function isOfSame(before: Paper, after: Paper): boolean {
  return pupilOf(before) === pupilOf(after) && classOf(before) === classOf(after);
}

function pupilOf(paper: Paper): PersonId | undefined {
  return 'pupil' in paper ? paper.pupil : undefined;
}

function classOf(paper: Paper): ClassId | undefined {
  return 'class' in paper ? paper.class : undefined;
}

/** A paper that never held: it ended before it began, or says so where it has no days of its own. */
export function cancelled(record: PaperRecord): WantedPaper {
  // What was declared of some days has no others: it says that it was written by mistake.
  if (record.kind === 'derogation' || record.kind === 'hoursElsewhere' || record.kind === 'group')
    return { ...record, cancelled: true };
  return { ...record, to: addDays(record.from, -1) };
}
