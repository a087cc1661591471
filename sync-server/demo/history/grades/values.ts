import type { PersonId } from '../../../../domain/base/ids.ts';
import { SCALE_LEVELS } from '../../../../domain/grades/scales.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import type { Grade, GradeValue } from '../../../../domain/kinds/grade/record.ts';
import type { Random } from '../../random.ts';

const JUDGEMENTS = [
  'Esposizione chiara e ordinata',
  'Lavora con impegno, da consolidare il metodo',
  'Conosce i contenuti essenziali',
  'Partecipa e fa domande pertinenti',
];
const REASONS = ['Errore di somma dei punti', 'Scambio di compiti', 'Ricorretta con l’alunno'];
const COMMENTS = ['Ripassare gli ultimi esercizi', 'Molto bene, continua così', 'Manca la seconda parte'];
const NOTES = ['Ne parlo al prossimo colloquio', 'Verificare se ha copiato', 'Era appena rientrato'];
const [LOWEST, HIGHEST] = [2, 10];

/** How good pupils are, and at what: the same pupil is much the same all year. */
export interface Abilities {
  /** A number of points, from 2 to 10. */
  readonly points: (pupil: PersonId, subject: string, random: Random) => number;
}

/** Draws how good pupils are as they are asked about. */
export function createAbilities(random: Random): Abilities {
  const drawn = new Map<string, number>();
  const draw = (key: string, middle: number, spread: number) => {
    const known = drawn.get(key);
    if (known !== undefined) return known;
    // The sum of three is near the middle more often than not.
    const value = middle + (random.next() + random.next() + random.next() - 1.5) * spread;
    drawn.set(key, value);
    return value;
  };
  return {
    points: (pupil, subject, own) => {
      const usual = draw(pupil, 6.9, 2.4) + draw(`${pupil} ${subject}`, 0, 1);
      return Math.min(HIGHEST, Math.max(LOWEST, usual + (own.next() + own.next() - 1) * 1.6));
    },
  };
}

/** What is written of one pupil who did as well as so many points, in the scale and the way of a column. */
export function valueOf(column: Assessment, points: number, random: Random): GradeValue {
  const { scale, test, rubric, type } = column;
  const event = type === 'written' ? undefined : eventOf(type, random);
  if (event) return { event };
  if (scale !== 'tenths' && !test) return inWords(scale, points, random);
  if (test) return { score: Math.round(((points - 1) / 9) * (test.maximum / 50)) * 50 };
  if (rubric)
    return {
      rubric: rubric.criteria.map(({ id, levels }) => ({
        criterion: id,
        level: Math.min(levels.length - 1, Math.max(0, Math.round(points / 2) - 1 + random.integer(0, 1))),
      })),
    };
  // Most teachers give halves, and some quarters.
  const step = random.chance(0.7) ? 2 : 1;
  const quarters = Math.round((points * 4) / step) * step;
  return { quarters, ...(random.chance(0.06) ? { judgement: random.pick(JUDGEMENTS) } : {}) };
}

function inWords(scale: Assessment['scale'], points: number, random: Random): GradeValue {
  const levels = SCALE_LEVELS[scale];
  // Primary school gives marks in numbers to nobody, and often says it in a sentence alone (D66).
  if (scale === 'primary' && random.chance(0.15)) return { judgement: random.pick(JUDGEMENTS) };
  const at = Math.min(levels.length - 1, Math.max(0, Math.round(10 - points)));
  const level = levels[at]?.code;
  return level === undefined ? {} : { level };
}

function eventOf(type: Assessment['type'], random: Random): GradeValue['event'] {
  const chance = random.next();
  if (type === 'practical')
    return chance < 0.03 ? 'participationPlus' : chance < 0.04 ? 'participationMinus' : undefined;
  if (chance < 0.02) return 'unprepared';
  return chance < 0.035 ? 'excused' : chance < 0.038 ? 'notDone' : undefined;
}

/** What stands beside a grade: a word for the family, one for oneself, the reason of a correction. */
export function besides(
  random: Random,
): Pick<Grade, 'comment' | 'privateComment'> & { readonly reason?: string } {
  const chance = random.next();
  if (chance < 0.03) return { comment: random.pick(COMMENTS) };
  if (chance < 0.04) return { privateComment: random.pick(NOTES) };
  return chance < 0.05 ? { reason: random.pick(REASONS) } : {};
}
