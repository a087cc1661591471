import { describe, expect, it } from 'vitest';
import {
  meetingMark,
  meetingReaders,
  meetingRows,
  type MeetingReader,
} from '../testing/term-meeting-cast.ts';

/** Who reads what of the gradebooks of a class around its term meeting: `r` reads, `p` reads it without words, `.` does not. Nobody writes in a closed period. */
const MATRIX = `
                                    councilBefore  councilDuring  councilOnTheLastDay  councilAfter  councilInTheMeetingOf1B  councilByPolicy  leftCouncilDuring  colleagueDuring  standInDuring  teacherDuring  teacherOfReligionDuring  supportBefore  supportDuring  supportByPolicy  supportOfTheClassDuring  officeDuring  principalDuring
assessment in 1A                    .              r              r                    .             .                        r                .                  .                .              r              r                        p              p              p                p                        .             r
assessment in religion in 1A        .              .              .                    .             .                        .                .                  .                .              .              r                        .              .              .                .                        .             r
grade of a pupil of 1A              .              r              r                    .             .                        r                .                  .                .              r              r                        r              r              r                r                        .             r
grade of another pupil of 1A        .              r              r                    .             .                        r                .                  .                .              r              r                        .              r              r                r                        .             r
grade in religion of a pupil of 1A  .              .              .                    .             .                        .                .                  .                .              .              r                        .              .              .                .                        .             r
proposal for a pupil of 1A          .              r              r                    .             .                        r                .                  .                .              r              r                        .              r              r                r                        .             r
grade in 1B of a pupil of 1A now    .              r              r                    .             .                        r                .                  .                .              r              r                        r              r              r                r                        .             r
assessment in 1B                    .              .              .                    .             .                        .                .                  .                .              .              .                        .              .              .                .                        .             r
grade of a pupil of 1B              .              .              .                    .             .                        .                .                  .                .              .              .                        .              .              .                .                        .             r
`;

const lines = MATRIX.trim().split('\n');
const columns = (lines[0] ?? '').trim().split(/\s+/) as MeetingReader[];
const rows = lines.slice(1).map((line) => {
  const [name = '', ...marks] = line.trim().split(/\s{2,}/);
  return { name: name as keyof typeof meetingRows, marks };
});

describe('who reads the gradebooks around a term meeting (D24, D28, D168, F.5)', () => {
  it('covers every reader and every record', () => {
    expect(columns.toSorted()).toEqual(Object.keys(meetingReaders).toSorted());
    expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(meetingRows).toSorted());
  });

  const cells = rows.flatMap(({ name, marks }) =>
    columns.map((reader, index) => ({ name, reader, mark: marks[index] })),
  );
  it.each(cells)('$reader and $name: $mark', ({ name, reader, mark }) => {
    expect(meetingMark(reader, name)).toBe(mark);
  });
});
