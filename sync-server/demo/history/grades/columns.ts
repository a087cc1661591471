import type { LocalDate, PersonId } from '../../../../domain/base/ids.ts';
import { hasAverages, type GradeScale } from '../../../../domain/grades/scales.ts';
import { nextSerial } from '../../../../domain/grades/serials.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import type { SchoolClass } from '../../../../domain/kinds/class/record.ts';
import type { TimetableEntry } from '../../../../domain/kinds/timetable-entry/record.ts';
import type { Random } from '../../random.ts';
import { instantAt } from '../../school-clock.ts';
import type { Stamp } from '../../stamp.ts';
import { topicsOf } from '../topics/topics.ts';
import { styleOf, WITH_POINTS, WITH_RAW_TESTS, WITH_RUBRICS } from './course-styles.ts';

/** One subject in one class, or in a group of it, with its lessons in one period. */
export interface CoursePeriod {
  readonly schoolClass: SchoolClass;
  readonly subject: TimetableEntry['subject'];
  readonly subjectName: string;
  readonly group?: string;
  readonly scale: GradeScale;
  /** Each lesson that was held, with whom. */
  readonly lessons: readonly { readonly day: LocalDate; readonly teacher: PersonId }[];
  /** Whether it is the first period of the year. */
  readonly isFirst: boolean;
}

const LESSON_MINUTE = 600;
const EVENING = 1080;
/** From how many lessons on a period bears all its columns. */
const FEWEST_LESSONS = 4;
const POINTS = { maximum: 5000, conversion: { way: 'linear', lowest: 8 } } as const;
const RAW_POINTS = { maximum: 3000 } as const;
/** Of a test in primary school, where points become no mark (D66). */
const PRIMARY_POINTS = { maximum: 2000 } as const;
const RUBRIC: NonNullable<Assessment['rubric']> = {
  way: 'sum',
  criteria: ['Contenuto', 'Organizzazione', 'Lingua', 'Lessico'].map((name, at) => ({
    id: `criterion-${at}`,
    name,
    levels: ['Insufficiente', 'Essenziale', 'Discreto', 'Buono', 'Ottimo'].map((level, step) => ({
      name: level,
      points: (step + 1) * 100,
    })),
  })),
  conversion: { way: 'linear', lowest: 4 },
};
const OBJECTIVES: NonNullable<Assessment['objectives']> = [
  { id: 'knows', name: 'Conoscere i contenuti' },
  { id: 'applies', name: 'Applicare quanto appreso' },
];

/** Invents the columns of a course in a period: spread over its lessons, the first of the year outside the average. */
export function inventColumns(
  course: CoursePeriod,
  count: number,
  until: LocalDate,
  stamp: Stamp,
  random: Random,
): readonly Assessment[] {
  const { schoolClass, subjectName, lessons, isFirst, scale } = course;
  const style = styleOf(subjectName);
  if (!style || lessons.length < FEWEST_LESSONS) return [];
  const topics = topicsOf(schoolClass, subjectName);
  const columns: Assessment[] = [];
  for (let number = 0; number < count; number += 1) {
    const at = Math.floor(((number + 0.5 + random.next() * 0.4) / count) * lessons.length);
    const lesson = lessons[Math.min(at, lessons.length - 1)];
    if (!lesson || lesson.day >= until) continue;
    const type = style[number % style.length] ?? 'oral';
    const isEntryTest = isFirst && number === 0 && type === 'written';
    const topic = topics[Math.floor((at / lessons.length) * topics.length)] ?? '';
    const minute = type === 'written' ? EVENING : LESSON_MINUTE;
    const { day, teacher } = lesson;
    columns.push({
      ...stamp.envelope(teacher, instantAt(day, minute + random.integer(0, 59), random.integer(0, 59))),
      id: stamp.recordId(),
      kind: 'assessment',
      day,
      class: schoolClass.id,
      subject: course.subject,
      ...(course.group === undefined ? {} : { group: course.group }),
      teacher,
      type,
      serial: nextSerial(columns, { day, type }),
      scale,
      topic: isEntryTest ? 'Prova d’ingresso' : topic,
      comment: random.chance(0.05) ? 'Chi vuole può rivedere la prova venerdì' : '',
      weight: type === 'practical' && random.chance(0.3) ? 50 : 100,
      counts: !isEntryTest,
      visible: !random.chance(0.02),
      ...(random.chance(0.03) ? { embargo: dayAfter(lessons, at) } : {}),
      ...marking(course, type, number, random),
    });
  }
  return columns;
}

/** By what the papers are marked: points, a rubric, objectives, or none of these. */
function marking(
  { subjectName, scale, schoolClass }: CoursePeriod,
  type: Assessment['type'],
  number: number,
  random: Random,
): Pick<Assessment, 'test' | 'rubric' | 'objectives'> {
  if (scale === 'primary' && type === 'written' && WITH_POINTS.has(subjectName) && number % 4 === 1)
    return { test: PRIMARY_POINTS };
  if (!hasAverages(scale)) return random.chance(0.2) ? { objectives: OBJECTIVES } : {};
  if (type !== 'written') return {};
  if (WITH_RAW_TESTS.has(subjectName) && number % 4 === 2) return { test: RAW_POINTS };
  if (WITH_POINTS.has(subjectName) && random.chance(0.5)) return { test: POINTS };
  if (WITH_RUBRICS.has(subjectName)) return { rubric: RUBRIC };
  return schoolClass.level === 'lowerSecondary' && random.chance(0.2) ? { objectives: OBJECTIVES } : {};
}

/** The day on which families see it: some lessons later. */
function dayAfter(lessons: CoursePeriod['lessons'], at: number): LocalDate {
  const later = lessons[Math.min(at + 4, lessons.length - 1)];
  return later?.day ?? ('9999-12-31' as LocalDate);
}
