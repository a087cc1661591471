import type { SchoolClass } from '../../../../domain/kinds/class/record.ts';
import { BESIDE_RELIGION } from '../../plan/curriculum.ts';
import type { LevelTopics } from './level-topics.ts';
import { LOWER_SECONDARY_TOPICS } from './lower-secondary.ts';
import { PRIMARY_TOPICS } from './primary.ts';
import { UPPER_SECONDARY_TOPICS } from './upper-secondary.ts';

const BY_LEVEL = {
  primary: PRIMARY_TOPICS,
  lowerSecondary: LOWER_SECONDARY_TOPICS,
  upperSecondary: UPPER_SECONDARY_TOPICS,
} as const satisfies Record<SchoolClass['level'], LevelTopics>;

/** What those do who do not attend religion, at any level. */
const BESIDE_RELIGION_TOPICS: Readonly<Record<string, readonly string[]>> = {
  [BESIDE_RELIGION.alternative]: [
    'I diritti dei bambini: la Convenzione di New York',
    'Regole e convivenza: il regolamento di classe',
    'La Costituzione: i principi fondamentali',
    'Il giornale: leggere e scrivere una notizia',
    'L’acqua come bene comune',
    'Cittadinanza digitale: che cosa si condivide',
    'Agenda 2030: un obiettivo a scelta',
  ],
  [BESIDE_RELIGION.assistedStudy]: [
    'Compiti e ripasso delle lezioni del giorno',
    'Ripasso guidato in vista delle verifiche',
    'Metodo di studio: schemi e mappe',
    'Lettura personale',
  ],
};

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
  return own ?? BESIDE_RELIGION_TOPICS[subject] ?? ['Attività programmate'];
}
