import type { Actor } from '../access/actor.ts';
import { toPersonId, toSubjectId, type ClassId, type LocalDate } from '../base/ids.ts';
import { addDays } from '../base/local-date.ts';
import { mayRead } from '../entries/buckets-of.ts';
import { authorizeWrite } from '../entries/authorize-write.ts';
import { mayReadWhole } from '../entries/read-part.ts';
import type { Assignment } from '../kinds/assignment/record.ts';
import { byKind, schoolRecordsIn } from '../kinds/by-kind.ts';
import { kindOf, kinds, type RegisterRecord } from '../kinds/registry.ts';
import type { SchoolYear } from '../kinds/school-year/record.ts';
import { schoolView, type SchoolView } from '../school/school-view.ts';
import { holdsOn } from '../school/validity.ts';
import { staffActor } from '../school/who/staff-actor.ts';
import { classOf1A, envelope, person, pupilOfB } from './matrix-cast.ts';
import { assessmentOf, earlierGradeOf, gradeOf, proposalOf, religionGrade } from './matrix-grades.ts';
import { sample, sampleYear } from './sample.ts';

const [assignment] = kinds.assignment.samples;
const [subject] = kinds.subject.samples;
const [school] = kinds.school.samples;
const [enrolment] = kinds.enrolment.samples;
const [assessment] = kinds.assessment.samples;
const history = toSubjectId('storia');
const religion = toSubjectId('irc');

/** What the school has written of a meeting: nothing, or of which class it was opened, and until when its council reads. */
type Written = Partial<Pick<SchoolYear, 'frozen'>> & { readonly policy?: true };

const meetingOf = (schoolClass: ClassId, councilUntil: LocalDate): Written => ({
  frozen: [{ period: 0, class: schoolClass, councilUntil }],
});
const yesterday = addDays(sample.day, -1);
/** The meeting of 1A is opened, and goes on until after today. */
const goesOn = meetingOf(sample.class, addDays(sample.day, 1));

const teaches = (teacher: string, changes: Partial<Assignment>): Assignment => ({
  ...assignment,
  id: `${teacher}.${changes.class ?? sample.class}.${changes.subject ?? history}`,
  teacher: toPersonId(teacher),
  class: sample.class,
  subject: history,
  ...changes,
});

function schoolWith({ frozen, policy }: Written): SchoolView {
  const grading = policy ? { councilReads: true } : {};
  const support = { type: 'support', subject: toSubjectId('sostegno') } as const;
  return schoolView(
    schoolRecordsIn(
      byKind([
        { ...school, policies: { ...school.policies, grading } },
        { ...sampleYear, ...(frozen ? { frozen } : {}) },
        classOf1A,
        { ...classOf1A, id: sample.otherClass, section: 'B' },
        subject,
        { ...subject, id: history },
        { ...subject, id: religion, special: 'religion' },
        { ...enrolment, class: sample.class, pupil: toPersonId('p') },
        { ...enrolment, id: 'in 1B', class: sample.otherClass, pupil: pupilOfB },
        { ...person('head', 'staff'), roles: ['principal'] },
        teaches('own', { subject: subject.id }),
        teaches('council', {}),
        teaches('left', { to: yesterday }),
        teaches('colleague', { class: sample.otherClass }),
        teaches('priest', { subject: religion }),
        teaches('support', { ...support, pupil: toPersonId('p') }),
        teaches('ofClass', support),
        { ...kinds.substitution.samples[0], teacher: toPersonId('standIn') },
      ]),
    ),
    true,
  );
}

/** Somebody who asks, and what the school has written. */
interface Asking {
  readonly view: SchoolView;
  readonly actor: Actor;
}

function asking(id: string, written: Written, roles: Actor['roles'] = ['teacher']): Asking {
  const view = schoolWith(written);
  const own = toPersonId(id);
  const assignments = (view.assignmentsOf.get(own) ?? []).filter((one) => holdsOn(one, sample.day));
  const member = { school: envelope.school, person: own, roles, assignments };
  return { view, actor: staffActor(view, member, sample.day) };
}

/** Who asks: the council has another subject of 1A than the one that is assessed, the teacher has that one. */
export const meetingReaders = {
  councilBefore: asking('council', {}),
  councilDuring: asking('council', goesOn),
  councilOnTheLastDay: asking('council', meetingOf(sample.class, sample.day)),
  councilAfter: asking('council', meetingOf(sample.class, yesterday)),
  councilInTheMeetingOf1B: asking('council', meetingOf(sample.otherClass, sample.day)),
  councilByPolicy: asking('council', { policy: true }),
  leftCouncilDuring: asking('left', goesOn),
  colleagueDuring: asking('colleague', goesOn),
  standInDuring: asking('standIn', goesOn),
  teacherDuring: asking('own', goesOn),
  teacherOfReligionDuring: asking('priest', goesOn),
  supportBefore: asking('support', {}),
  supportDuring: asking('support', goesOn),
  supportByPolicy: asking('support', { policy: true }),
  supportOfTheClassDuring: asking('ofClass', goesOn),
  officeDuring: asking('office', goesOn, ['office']),
  principalDuring: asking('head', goesOn, ['principal']),
} as const satisfies Record<string, Asking>;

/** One of them. */
export type MeetingReader = keyof typeof meetingReaders;

const other = toPersonId('r');

/** What stands in the gradebooks of the two classes, and what each would write there. */
export const meetingRows = {
  'assessment in 1A': assessmentOf(sample.class),
  'assessment in religion in 1A': {
    record: { ...assessment, subject: religion, scale: 'religion' } as RegisterRecord,
    isNew: true,
    written: () => ({ ...assessment, subject: religion, scale: 'religion' }) as RegisterRecord,
  },
  'grade of a pupil of 1A': gradeOf(sample.class),
  'grade of another pupil of 1A': gradeOf(sample.class, other),
  'grade in religion of a pupil of 1A': religionGrade,
  'proposal for a pupil of 1A': proposalOf,
  'grade in 1B of a pupil of 1A now': earlierGradeOf,
  'assessment in 1B': assessmentOf(sample.otherClass),
  'grade of a pupil of 1B': gradeOf(sample.otherClass, pupilOfB),
} as const;

/** What somebody may do with one of them: `p` reads it without words, `r` reads, `w` writes, `.` none of these. */
export function meetingMark(reader: MeetingReader, row: keyof typeof meetingRows): string {
  const { actor, view }: Asking = meetingReaders[reader];
  const { record, written, isNew } = meetingRows[row];
  const next = { ...written(actor), recordedAt: sample.morning };
  const facts = view.writeFacts(actor.person, kindOf(next).place(next));
  const mayWrite = authorizeWrite(actor, isNew ? null : record, next, facts, sample.evening).ok;
  const reads = mayRead(actor, record) ? (mayReadWhole(actor, record) ? 'r' : 'p') : '';
  return `${reads}${mayWrite ? 'w' : ''}` || '.';
}

/** The whole table, as it comes out. */
export function meetingTable() {
  const columns = Object.keys(meetingReaders) as MeetingReader[];
  const rows = (Object.keys(meetingRows) as (keyof typeof meetingRows)[]).map((name) => ({
    name,
    marks: columns.map((reader) => meetingMark(reader, name)),
  }));
  return { columns, rows };
}
