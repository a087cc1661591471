import { describe, expect, it } from 'vitest';
import { pastReaders, pastRecords, type PastReader } from '../testing/past-year-cast.ts';
import { mayRead } from './buckets-of.ts';

/** Who reads what of a school year that is over: `r` reads, `.` does not. Nobody writes by it. */
const MATRIX = `
                                      teacher  colleague  teacherOfReligion  coordinator  leftInJanuary  leftADayBefore  standIn  newTeacher  staffOfSite  staffOfThen  staffOfNow  staffOfAnotherSiteNow  specialNeedsReferent  specialNeedsReferentOfNow  principal  delegateOfNow  delegateOfThen  office  studentOfficeOfNow  personnelOfficeOfNow  ata
class 1A of then                      r        r          r                  r            r              r               r        r           r            r            r           r                      r                     r                          r          r              r               r       r                   r                     r
pupil of 1A of then                   r        .          r                  r            .              .               .        .           r            .            .           .                      r                     .                          r          r              .               r       r                   .                     .
enrolment in 1A of then               r        .          r                  r            .              .               .        .           r            .            .           .                      r                     .                          r          r              .               r       r                   .                     .
names of 1A of then                   .        .          .                  .            .              .               .        .           .            .            .           .                      .                     .                          .          .              .               .       .                   .                     .
religion choice in 1A of then         .        .          r                  r            .              .               .        .           .            .            .           .                      .                     .                          r          r              .               r       r                   .                     .
derogation of a pupil of 1A of then   .        .          .                  r            .              .               .        .           .            .            .           .                      .                     .                          r          r              .               r       r                   .                     .
lesson of 1A of then                  r        .          r                  r            .              .               .        .           r            .            .           .                      .                     .                          r          r              .               r       r                   .                     .
lesson of 1B of then                  .        r          .                  .            .              .               .        .           .            .            .           .                      .                     .                          r          r              .               r       r                   .                     .
lesson of 1A of then on its last day  r        .          r                  r            .              .               .        .           r            .            .           .                      .                     .                          r          r              .               r       r                   .                     .
planned topic in 1A of then           r        .          r                  r            .              .               .        .           r            .            .           .                      .                     .                          r          r              .               r       r                   .                     .
attendance in 1A of then              r        .          r                  r            .              .               .        .           r            .            .           .                      .                     .                          r          r              .               r       r                   .                     .
delegate of a pupil of 1A of then     r        .          r                  r            .              .               .        .           r            .            .           .                      .                     .                          r          r              .               r       r                   .                     .
personal data of a colleague          .        .          .                  .            .              .               .        .           .            .            .           .                      .                     .                          r          r              .               r       .                   r                     .
lesson of 1A of today                 .        .          .                  .            .              .               .        .           .            .            .           .                      .                     .                          .          .              .               .       .                   .                     .
attendance in 1A of today             .        .          .                  .            .              .               .        .           .            .            .           .                      .                     .                          .          .              .               .       .                   .                     .
names of 1A of today                  .        .          .                  .            .              .               .        .           .            .            .           .                      .                     .                          .          .              .               .       .                   .                     .
`;

const lines = MATRIX.trim().split('\n');
const columns = (lines[0] ?? '').trim().split(/\s+/) as PastReader[];
const rows = lines.slice(1).map((line) => {
  const [name = '', ...marks] = line.trim().split(/\s{2,}/);
  return { name: name as keyof typeof pastRecords, marks };
});

describe('who reads a school year that is over (D198, W17)', () => {
  it('covers every reader and every record', () => {
    expect(columns.toSorted()).toEqual(Object.keys(pastReaders).toSorted());
    expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(pastRecords).toSorted());
  });

  const cells = rows.flatMap(({ name, marks }) =>
    columns.map((reader, index) => ({ name, reader, mark: marks[index] })),
  );
  it.each(cells)('$reader and $name: $mark', ({ name, reader, mark }) => {
    expect(mayRead(pastReaders[reader], pastRecords[name]) ? 'r' : '.').toBe(mark);
  });
});
