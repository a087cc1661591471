import type { SchoolLevel } from '../../../domain/kinds/school/record.ts';
import type { ReligionGroup } from '../../../domain/school/who/religion-groups.ts';

/** Hours a week of the subjects of one class, by subject name. */
export type WeeklyHours = readonly (readonly [subject: string, hours: number])[];

/** What a class learns each week, by level, year of course and course. */
export function weeklyHours(level: SchoolLevel, year: number, course: Course): WeeklyHours {
  if (level === 'primary') return primaryHours(year, course);
  return level === 'lowerSecondary' ? lowerSecondaryHours(course) : upperSecondaryHours(year, course);
}

/** Courses of the demonstration schools. */
export const COURSES = {
  fullTime: 'Tempo pieno',
  modules: 'Tempo normale',
  french: 'Tempo ordinario, francese',
  spanish: 'Tempo ordinario, spagnolo',
  scientific: 'Liceo scientifico',
  applied: 'Scienze applicate',
} as const;
/** A course of the demonstration schools. */
export type Course = (typeof COURSES)[keyof typeof COURSES];

/** What those learn who are taught in the hour of religion and do not attend it (D94). */
export const BESIDE_RELIGION = {
  alternative: 'Attività alternativa',
  assistedStudy: 'Studio assistito',
} as const satisfies Record<ReligionGroup, string>;
/** Religion, as the timetable calls it. */
export const RELIGION = 'Religione cattolica';
/** Civics, as the timetable calls it. */
export const CIVICS = 'Educazione civica';

/** Short names for narrow places. */
export const SHORT_NAMES: Readonly<Record<string, string>> = {
  Italiano: 'ITA',
  Storia: 'STO',
  Geografia: 'GEO',
  Matematica: 'MAT',
  Scienze: 'SCI',
  'Scienze naturali': 'SCI',
  Inglese: 'ING',
  Francese: 'FRA',
  Spagnolo: 'SPA',
  Tecnologia: 'TEC',
  'Arte e immagine': 'ART',
  Musica: 'MUS',
  'Educazione fisica': 'EFI',
  'Scienze motorie': 'MOT',
  'Religione cattolica': 'IRC',
  'Educazione civica': 'CIV',
  Mensa: 'MEN',
  Sostegno: 'SOS',
  Latino: 'LAT',
  'Storia e geografia': 'GST',
  Filosofia: 'FIL',
  Fisica: 'FIS',
  "Disegno e storia dell'arte": 'DIS',
  Informatica: 'INF',
  'Attività alternativa': 'ALT',
  'Studio assistito': 'STU',
};

function primaryHours(year: number, course: Course): WeeklyHours {
  const full = course === COURSES.fullTime;
  const specialist = year >= 4;
  const others: WeeklyHours = [
    ['Inglese', Math.min(3, year)],
    ['Storia', 2],
    ['Geografia', full ? 2 : 1],
    ['Matematica', full ? 8 : 7],
    ['Scienze', full ? 2 : 1],
    ['Tecnologia', 1],
    ['Musica', 1],
    ['Arte e immagine', full ? 2 : 1],
    ['Educazione fisica', full || specialist ? 2 : 1],
    ['Religione cattolica', 2],
    ['Educazione civica', 1],
    ['Mensa', full ? 5 : specialist ? 2 : 1],
  ];
  const total = full ? 40 : specialist ? 31 : 28;
  const taken = others.reduce((sum, [, hours]) => sum + hours, 0);
  return [['Italiano', total - taken], ...others];
}

function lowerSecondaryHours(course: Course): WeeklyHours {
  return [
    ['Italiano', 6],
    ['Storia', 2],
    ['Geografia', 2],
    ['Matematica', 4],
    ['Scienze', 2],
    ['Inglese', 3],
    [course === COURSES.spanish ? 'Spagnolo' : 'Francese', 2],
    ['Tecnologia', 2],
    ['Arte e immagine', 2],
    ['Musica', 2],
    ['Educazione fisica', 2],
    ['Religione cattolica', 1],
  ];
}

function upperSecondaryHours(year: number, course: Course): WeeklyHours {
  const applied = course === COURSES.applied;
  const junior = year <= 2;
  const science = [3, 4, 5, 5, 5][year - 1] ?? 5;
  return [
    ['Italiano', 4],
    ...(applied ? [] : ([['Latino', 3]] as const)),
    ['Inglese', 3],
    ...(junior
      ? ([['Storia e geografia', 3]] as const)
      : ([
          ['Storia', 2],
          ['Filosofia', applied ? 2 : 3],
        ] as const)),
    ['Matematica', (applied ? year === 1 : junior) ? 5 : 4],
    ['Fisica', junior ? 2 : 3],
    ['Scienze naturali', applied ? science : junior ? 2 : 3],
    ["Disegno e storia dell'arte", 2],
    ['Scienze motorie', 2],
    ['Religione cattolica', 1],
    ...(applied ? ([['Informatica', 2]] as const) : []),
  ];
}
