import type { LocalDate, PersonId } from '../../base/ids.ts';
import type { Infer, JsonSchema } from '../../base/schema.ts';
import { MOST_ACTS } from '../../record/acts.ts';
import { envelope, envelopeRequired, field } from '../../record/fields.ts';

/** What may have to be justified: assenza of the day, entrata in ritardo, uscita anticipata. */
export const JUSTIFIED_ITEMS = ['absence', 'late', 'exit'] as const;
/** One kind of thing that may have to be justified. */
export type JustifiedItem = (typeof JUSTIFIED_ITEMS)[number];

/**
 * What people do about a pupil's day: preannunciare, inviare, ritirare; convalidare, rifiutare, giustificare (on paper, by telephone),
 * revocare, separare a day from its group; annullare what oneself has decided on the same day.
 */
export const JUSTIFICATION_ACTS = [
  'announce',
  'send',
  'withdraw',
  'validate',
  'reject',
  'justify',
  'revoke',
  'splitOff',
  'takeBack',
] as const;

/** What its author may take back on the day on which it was done: a slip of the hand at a list of thirty pupils. */
export const TAKEN_BACK_ACTS: readonly JustificationAct['act'][] = [
  'validate',
  'reject',
  'justify',
  'splitOff',
];

/** Causali (D85): salute, salute con certificato, famiglia, trasporto, sport, sciopero, altro. */
export const JUSTIFICATION_REASONS = [
  'health',
  'healthCertificate',
  'family',
  'transport',
  'sport',
  'strike',
  'other',
] as const;
/** Causale of a justification. */
export type JustificationReason = (typeof JUSTIFICATION_REASONS)[number];

/** The codes by which other programs name the reasons (D85). */
export const FACADE_CODES: Readonly<Record<JustificationReason, string>> = {
  health: 'A',
  healthCertificate: 'AC',
  family: 'B',
  transport: 'C',
  sport: 'D',
  strike: 'E',
  other: '',
};

/** How a justification that the school wrote down reached it. */
export const JUSTIFICATION_ORIGINS = ['paper', 'phone', 'inPerson'] as const;

/**
 * One thing that somebody did, which is never changed and never taken out again: who did it, when (the time of the act, not of its
 * arrival), what of the day it is about as its author saw it, and which earlier act it answers.
 *
 * An act about something that the day does not hold any more says nothing of what it holds now: a late entry at 8:05 that was
 * corrected to 8:25 is another one, and is justified anew.
 */
export const justificationActSchema = {
  type: 'object',
  properties: {
    /** The save that brought it, and a number where that brought more than one. */
    id: field.id,
    act: { type: 'string', enum: JUSTIFICATION_ACTS },
    item: { type: 'string', enum: JUSTIFIED_ITEMS },
    /** Clock time of the late entry or exit as it was seen; of one that is announced, when it is expected. */
    time: field.time,
    /**
     * The hours of an absence that was called hour by hour, as they were seen (D102): with an hour more it is another absence, and
     * with one less still this one.
     */
    hours: { type: 'array', items: field.hour, minItems: 1, maxItems: 16, uniqueItems: true },
    by: field.personId,
    at: field.instant,
    /**
     * The act that this one withdraws, validates, rejects, revokes or takes back: it holds for that text and for no other. Of a reason, the text or the
     * rejection that its author saw: it comes after that, whatever the clocks say.
     */
    answers: field.id,
    /** Of a reason for several days: the last of them, from which the days allowed are counted (D84, D86). */
    lastDay: field.day,
    reason: { type: 'string', enum: JUSTIFICATION_REASONS },
    /** In words: of "other" and of a rejection or revocation it is asked for. */
    text: { type: 'string', maxLength: 255 },
    /** Of an exit: who collects the pupil, from the list of those who may (D91). */
    collector: field.id,
    origin: { type: 'string', enum: JUSTIFICATION_ORIGINS },
  },
  required: ['id', 'act', 'item', 'by', 'at'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** Giustificazione: what was done about the absence, the late entries and the exits of one pupil on one day. Its state is computed, never stored. */
export const justificationSchema = {
  type: 'object',
  properties: {
    ...envelope,
    kind: { const: 'justification' },
    day: field.day,
    /** The class of the enrolment that holds on the day, and those in which it is read and written too; the server alone says so. */
    class: field.classId,
    otherClasses: { type: 'array', items: field.classId, maxItems: 6, uniqueItems: true },
    pupil: field.personId,
    acts: { type: 'array', items: justificationActSchema, maxItems: MOST_ACTS },
  },
  required: [...envelopeRequired, 'day', 'class', 'pupil', 'acts'],
  additionalProperties: false,
} as const satisfies JsonSchema;

/** What was done about one pupil's day. */
export type Justification = Infer<typeof justificationSchema>;
/** One thing that somebody did about it. */
export type JustificationAct = Infer<typeof justificationActSchema>;

/** Key of what is done about a pupil's day: one in the world, so that all who write of the day meet. */
export function justificationId(day: LocalDate, pupil: PersonId): string {
  return `${day}.${pupil}.justification`;
}
