import { localDate } from '../../../domain/base/local-date.ts';
import type { SchoolPlan } from './school-plan.ts';
import type { YearPlan } from './year-plan.ts';

/** School year of the demonstration: 2026/27. */
export const START_YEAR = 2026;
/** First and last day of lessons, as the region's calendar sets them. */
export const LESSONS_FROM = localDate(2026, 9, 14);
/** Last day of lessons. */
export const LESSONS_TO = localDate(2027, 6, 8);

const span = (name: string, from: readonly [number, number, number], to = from) => ({
  name,
  from: localDate(...from),
  to: localDate(...to),
});

const current = {
  startYear: START_YEAR,
  lessonsFrom: LESSONS_FROM,
  lessonsTo: LESSONS_TO,
  closures: [
    span('Commemorazione dei defunti', [2026, 11, 2]),
    span('Ponte dell’Immacolata', [2026, 12, 7]),
    span('Vacanze di Natale', [2026, 12, 24], [2027, 1, 6]),
    span('Vacanze di Pasqua', [2027, 3, 25], [2027, 3, 30]),
  ],
  hasSupply: true,
} as const satisfies Partial<YearPlan>;

const last = {
  startYear: START_YEAR - 1,
  lessonsFrom: localDate(2025, 9, 15),
  lessonsTo: localDate(2026, 6, 6),
  closures: [
    span('Vacanze di Natale', [2025, 12, 24], [2026, 1, 6]),
    span('Vacanze di Pasqua', [2026, 4, 2], [2026, 4, 7]),
    span('Ponte della Repubblica', [2026, 6, 1]),
  ],
  hasSupply: false,
  closedOn: localDate(2026, 8, 31),
} as const satisfies Partial<YearPlan>;

/** The two demonstration schools. */
export const SCHOOL_PLANS: readonly SchoolPlan[] = [
  {
    code: 'ROSE0001',
    ministryCode: 'MOIC8ZZ001',
    name: 'Istituto Comprensivo Rocca Serena',
    city: 'Rocca Serena',
    address: 'via delle Scuole 12, Rocca Serena (MO)',
    phone: '059 0000101',
    email: 'segreteria@ic-roccaserena.example',
    website: 'https://ic-roccaserena.example',
    levels: ['primary', 'lowerSecondary'],
    restDays: [6],
    years: {
      last: {
        ...last,
        periods: [
          span('Primo quadrimestre', [2025, 9, 15], [2026, 1, 31]),
          span('Secondo quadrimestre', [2026, 2, 1], [2026, 6, 6]),
        ],
      },
      current: {
        ...current,
        periods: [
          span('Primo quadrimestre', [2026, 9, 14], [2027, 1, 31]),
          span('Secondo quadrimestre', [2027, 2, 1], [2027, 6, 8]),
        ],
      },
    },
    patronSaint: '01-31',
    defaultClasses: 20,
    showcase: { level: 'lowerSecondary', name: '1A' },
    password: 'registro-demo-2026',
  },
  {
    code: 'TORR0002',
    ministryCode: 'MOPS9ZZ002',
    name: 'Liceo Scientifico Emilia Torrigiani',
    city: 'Rocca Serena',
    address: 'viale dei Platani 3, Rocca Serena (MO)',
    phone: '059 0000202',
    email: 'segreteria@liceo-torrigiani.example',
    website: 'https://liceo-torrigiani.example',
    levels: ['upperSecondary'],
    restDays: [],
    years: {
      last: {
        ...last,
        periods: [
          span('Trimestre', [2025, 9, 15], [2025, 12, 23]),
          span('Pentamestre', [2025, 12, 24], [2026, 6, 6]),
        ],
      },
      current: {
        ...current,
        periods: [
          span('Trimestre', [2026, 9, 14], [2026, 12, 23]),
          span('Pentamestre', [2026, 12, 24], [2027, 6, 8]),
        ],
        closures: [...current.closures, span('Ponte del 25 aprile', [2027, 4, 24])],
      },
    },
    patronSaint: '01-31',
    defaultClasses: 24,
    showcase: { level: 'upperSecondary', name: '1A' },
    password: 'lezione-demo-2026',
  },
];
