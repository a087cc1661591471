import { combineLatest, filter, firstValueFrom, of, type Observable } from 'rxjs';
import { toInstant, type LocalDate } from '../../domain/base/ids.ts';
import { byKind, schoolRecordsIn } from '../../domain/kinds/by-kind.ts';
import type { RecordKind } from '../../domain/kinds/registry.ts';
import { pupilHours } from '../../domain/hours/pupil-hours.ts';
import { schoolView } from '../../domain/school/school-view.ts';
import type { Register } from '../../renderer/data/register.ts';
import type { Criteria } from '../../renderer/data/live-queries.ts';
import { weekOf } from '../../renderer/features/week/span/address.ts';
import { median } from '../harness/statistics.ts';
import type { Round } from '../harness/suite.ts';
import { openOurRegister } from '../product/our-register.ts';
import { TODAY } from '../school/bench-school.ts';
import { pagesRoster, pagesSchool, teacherNamed, type TeacherName } from '../school/pages-school.ts';
import { teacherYear } from '../school/teacher-year.ts';
import { untilStored } from './count-stored.ts';
import { measureGradeViews } from './grade-openings.ts';
import { gradePlace } from './grade-views.ts';
import { PAGE_VIEWS, type PageName, type PagePlace, type PageView } from './page-views.ts';

/** A teacher's device, filled from the server and then asked what its pages ask. */
export interface PagesTask {
  readonly round: number;
  readonly teacher: TeacherName;
  /** How many documents the server has for this teacher. */
  readonly documents: number;
  /** How often each page is opened. */
  readonly openings: number;
  /** How often each view of the gradebook is. */
  readonly gradeOpenings: number;
}

const RECOMPUTED = 9;

/** Measures how long the views of the pages take, against the bare queries that they make; and the hours of a class over a year. */
export async function measurePages(task: PagesTask): Promise<Round> {
  const school = pagesSchool();
  const teacher = teacherNamed(school, task.teacher);
  const name = `pages-${task.teacher}-${task.round}`;
  const device = await openOurRegister(name, teacher, globalThis.fetch.bind(globalThis));
  const { register } = device;
  await firstValueFrom(register.status.sync$.pipe(filter(({ initial }) => initial === undefined)));
  await untilStored(name, task.documents);
  await firstValueFrom(register.records.facts$);

  const round: Record<string, Record<string, number>> = {};
  for (const page of Object.keys(PAGE_VIEWS) as PageName[]) {
    const times = { ours: [] as number[], bare: [] as number[] };
    // Each day once: a query that is repeated is answered from memory, which is not what a page that is opened meets.
    const { of: whole }: PageView = PAGE_VIEWS[page];
    const days = (whole === 'week' ? oneOfEachWeek(school.days) : school.days).slice(-task.openings);
    const openings = whole === 'year' ? teacher.classes.length : days.length;
    for (let opening = 0; opening < openings; opening += 1) {
      const day = days.at(-1 - opening);
      const turn = whole === 'year' ? opening : Math.floor(opening / 2);
      const schoolClass = teacher.classes[turn % teacher.classes.length];
      if (day === undefined || !schoolClass) throw new Error('Not enough days');
      const place = { day, schoolClass: schoolClass.id, hour: 1 + (opening % 5) };
      // Whoever has one class opens it: there is none left for the bare queries.
      const isOurs = openings === 1 || (opening + task.round) % 2 === 0;
      // As if the day were today: what a page looks back at begins there.
      const onTheDay = { ...register, now: () => toInstant(Date.parse(`${day}T07:30:00.000Z`)) };
      const bare = isOurs ? undefined : await queriesOf(page, onTheDay, place);
      const started = performance.now();
      await (bare ? bare() : opened(page, onTheDay, place));
      times[isOurs ? 'ours' : 'bare'].push(performance.now() - started);
    }
    round[page] = { ours: median(times.ours), bare: median(times.bare) };
  }
  round['hours of a class'] = { ours: hoursOfClass(task.teacher) };
  const { round: ofGrades, device: last } = await measureGradeViews(device, {
    round: task.round,
    openings: task.gradeOpenings,
    place: gradePlace(teacher),
    isBare: task.teacher === 'six',
  });
  await last.remove();
  return { ...round, ...ofGrades };
}

/** A page's view until everything is there that the page waits for. */
async function opened(page: PageName, register: Register, place: PagePlace): Promise<void> {
  const { open, isWhole } = PAGE_VIEWS[page];
  await firstValueFrom(open(register, place).pipe(filter(isWhole)));
}

/** One day of each week. */
function oneOfEachWeek(days: readonly LocalDate[]): readonly LocalDate[] {
  return [...new Map(days.map((day) => [weekOf(day).from, day])).values()];
}

/** The queries that a page's view makes, and nothing of what it makes of them. */
async function queriesOf(page: PageName, register: Register, place: PagePlace): Promise<() => Promise<void>> {
  const asked: (readonly [RecordKind, Criteria])[] = [];
  // Some follow from what others answer: they are answered with nothing, so that no record is in memory afterwards.
  const find = (kind: RecordKind, criteria: Criteria): Observable<readonly never[]> => {
    asked.push([kind, criteria]);
    return of([]);
  };
  const { records } = register;
  await firstValueFrom(PAGE_VIEWS[page].open({ ...register, records: { ...records, find } }, place));
  return async () => {
    const found = asked.map(([kind, criteria]) => records.find(kind, criteria));
    await firstValueFrom(combineLatest([records.facts$, ...found]));
  };
}

/** The hours of absence of all pupils of a class over a year, computed from nothing. */
function hoursOfClass(name: TeacherName): number {
  const school = pagesSchool();
  const teacher = teacherNamed(school, name);
  const [schoolClass] = teacher.classes;
  if (!schoolClass) throw new Error('No class');
  const view = schoolView(schoolRecordsIn(byKind(pagesRoster(school))), false);
  const of = byKind(teacherYear(school, { ...teacher, classes: [schoolClass] }));
  const records = { lessons: of('lesson'), days: of('attendanceDay'), elsewhere: [], movements: [] };
  const times = Array.from({ length: RECOMPUTED }, () => {
    const started = performance.now();
    const hours = pupilHours(view, records, { pupils: schoolClass.pupils, day: TODAY });
    const took = performance.now() - started;
    if (hours.size !== schoolClass.pupils.length) throw new Error('Not every pupil was counted');
    return took;
  });
  // What is promised is the computation, not what else the machine does meanwhile.
  return Math.min(...times);
}
