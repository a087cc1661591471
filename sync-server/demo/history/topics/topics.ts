import type { SchoolClass } from '../../../../domain/kinds/class/record.ts';
import type { LevelTopics } from './level-topics.ts';
import { LOWER_SECONDARY_TOPICS } from './lower-secondary.ts';
import { PRIMARY_TOPICS } from './primary.ts';
import { UPPER_SECONDARY_TOPICS } from './upper-secondary.ts';

const BY_LEVEL = {
  primary: PRIMARY_TOPICS,
  lowerSecondary: LOWER_SECONDARY_TOPICS,
  upperSecondary: UPPER_SECONDARY_TOPICS,
} as const satisfies Record<SchoolClass['level'], LevelTopics>;

/** What a class does in an hour beside listening. */
export const ACTIVITIES = [
  '',
  '',
  'Spiegazione e appunti sul quaderno',
  'Esercizi svolti alla lavagna',
  'Correzione dei compiti',
  'Lavoro a coppie',
  'Verifiche orali',
  'Lettura e commento in classe',
  'Esercitazione individuale',
  'Ripasso in preparazione alla verifica',
  'Verifica scritta',
  'Lavoro di gruppo',
  'Discussione guidata',
  'Esercizi dal libro di testo',
] as const;

/** The programme of a class in a subject, in order. */
export function topicsOf(schoolClass: SchoolClass, subject: string): readonly string[] {
  const topics: LevelTopics = BY_LEVEL[schoolClass.level];
  const late = schoolClass.year > (schoolClass.level === 'lowerSecondary' ? 1 : 2);
  const own = late
    ? (topics.late[subject] ?? topics.early[subject])
    : (topics.early[subject] ?? topics.late[subject]);
  return own ?? ['Attività programmate'];
}
