import { expect, test } from 'vitest';
import { toSubjectId, type SubjectId } from '../../../domain/base/ids.ts';
import { kinds } from '../../../domain/kinds/registry.ts';
import type { Assignment } from '../../../domain/kinds/assignment/record.ts';
import type { PlannedHour } from '../../../domain/school/timetable-day.ts';
import { sample } from '../../../domain/testing/sample.ts';
import { ownPosts } from './own-posts.ts';

const [maths, science, support] = ['matematica', 'scienze', 'sostegno'].map(toSubjectId) as [
  SubjectId,
  SubjectId,
  SubjectId,
];
const place = { day: sample.day, schoolClass: sample.class, hour: 1 };
const assigned = (subject: SubjectId, type: Assignment['type'] = 'ordinary'): Assignment => ({
  ...kinds.assignment.samples[0],
  subject,
  type,
});
/** The support comes first, as the office has written it. */
const both = [assigned(support, 'support'), assigned(maths)];

function usual(
  assignments: readonly Assignment[],
  cell?: { readonly subject: SubjectId; readonly isMine: boolean },
) {
  // Of a cell of the timetable no more is asked here.
  const planned = cell && {
    hour: 1,
    subject: cell.subject,
    teachers: [cell.isMine ? sample.bianchi : sample.neri],
  };
  const [first] = ownPosts(
    {
      me: sample.bianchi,
      plannedHours: () => (planned ? [planned as unknown as PlannedHour] : []),
      mySubstitutions: () => [],
      myAssignments: () => assignments,
      religion: { attending: [], alternative: [], assistedStudy: [] },
      subject: (id) => ({ ...kinds.subject.samples[0], id: toSubjectId(id) }),
    },
    place,
  );
  return first && `${first.subject}${first.isSupport ? ', support' : ''}`;
}

test('D17: an hour of the timetable is signed for its subject, whatever else somebody does in the class', () => {
  expect(usual(both, { subject: maths, isMine: true })).toBe('matematica');
  expect(usual(both, { subject: support, isMine: true })).toBe('sostegno, support');
});

test('D17: beside a colleague of another subject somebody is there as support, in any other hour for a subject', () => {
  expect(usual(both, { subject: science, isMine: true })).toBe('sostegno, support');
  expect(usual(both, { subject: science, isMine: false })).toBe('matematica');
  expect(usual(both)).toBe('matematica');
});

test('D17: support under the name of one’s own subject is a post of its own, and not the usual one', () => {
  const same = [assigned(maths, 'support'), assigned(maths)];
  expect(usual(same, { subject: maths, isMine: true })).toBe('matematica');
  expect(usual([assigned(maths, 'support')])).toBe('matematica, support');
  expect(usual([])).toBeUndefined();
});
