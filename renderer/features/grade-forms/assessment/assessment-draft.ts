import type { LocalDate } from '../../../../domain/base/ids.ts';
import { parseLocalDate } from '../../../../domain/base/local-date.ts';
import { equalJson } from '../../../../domain/base/canonical-json.ts';
import { USUAL_WEIGHT } from '../../../../domain/grades/counted-grades.ts';
import type { Assessment } from '../../../../domain/kinds/assessment/record.ts';
import type { AssessmentChange, NewAssessment } from '../../../kinds/assessment/commands.ts';
import type { MarkWords } from '../../../views/grades/typed-mark.ts';
import { LIMITS } from '../limits.ts';
import {
  pointsDraft,
  readPointsDraft,
  type PointsDraft,
  type PointsFault,
  type PointsOf,
} from '../points/points-draft.ts';

/** An objective, as it is typed. */
export interface ObjectiveDraft {
  readonly id: string;
  readonly name: string;
}

/** A column of a gradebook, as chosen and typed so far. */
export interface AssessmentDraft {
  readonly day: string;
  readonly type: Assessment['type'];
  readonly topic: string;
  readonly comment: string;
  readonly weight: string;
  readonly counts: boolean;
  readonly visible: boolean;
  readonly embargo: string;
  /** Empty for whoever of the class has the subject. */
  readonly group: string;
  readonly points: PointsDraft;
  readonly objectives: readonly ObjectiveDraft[];
}

/** What is wrong with a field. */
export type AssessmentFault =
  | 'noDay'
  | 'futureDay'
  | 'noLessonDay'
  | 'yearClosed'
  | 'periodClosed'
  | 'notThere'
  | 'breaksRecovery'
  | 'notAWeight'
  | 'noEmbargo'
  | PointsFault;

/** What is known of a day, and of the grades that stand in the column. */
export interface DraftSurroundings extends PointsOf {
  /** What is wrong with assessing something on a day; undefined where nothing is. */
  readonly faultOfDay: (day: LocalDate) => AssessmentFault | undefined;
}

/** What a draft says of a column, in full. */
export type SaidAssessment = Required<Pick<NewAssessment, 'day' | 'type'>> & NewAssessment;

/** The draft of a new written test: it is saved with nothing more said. */
export function newAssessmentDraft(
  { day, group = '' }: Pick<NewAssessment, 'day' | 'group'>,
  words: Pick<MarkWords, 'format'>,
): AssessmentDraft {
  return {
    day,
    type: 'written',
    topic: '',
    comment: '',
    weight: String(USUAL_WEIGHT),
    counts: true,
    visible: true,
    embargo: '',
    group,
    points: pointsDraft({}, words),
    objectives: [],
  };
}

/** The draft that says what a column says. */
export function draftOfAssessment(known: Assessment, words: Pick<MarkWords, 'format'>): AssessmentDraft {
  const {
    day,
    type,
    topic,
    comment,
    weight,
    counts,
    visible,
    embargo = '',
    group = '',
    objectives = [],
  } = known;
  return {
    day,
    type,
    topic,
    comment,
    weight: String(weight),
    counts,
    visible,
    embargo,
    group,
    points: pointsDraft(known, words),
    objectives: objectives.map(({ id, name }) => ({ id, name })),
  };
}

/** The faults of a draft by field, in the order of the fields; or the column that it says (D47, D48, D53, D58, D76). */
export function readAssessment(
  draft: AssessmentDraft,
  { faultOfDay, ...pointsOf }: DraftSurroundings,
): { readonly said: SaidAssessment } | { readonly faults: Readonly<Record<string, AssessmentFault>> } {
  const day = parseLocalDate(draft.day);
  const weight = /^\s*\d{1,3}\s*$/.test(draft.weight) ? Number(draft.weight) : undefined;
  const embargo = draft.embargo === '' ? undefined : parseLocalDate(draft.embargo);
  const points = readPointsDraft(draft.points, pointsOf);
  const ofDay = day ? faultOfDay(day) : 'noDay';
  const faults: Record<string, AssessmentFault> = {
    ...(ofDay ? { day: ofDay } : {}),
    ...(weight === undefined || weight > LIMITS.weight ? { weight: 'notAWeight' } : {}),
    ...(draft.embargo !== '' && embargo === undefined ? { embargo: 'noEmbargo' } : {}),
    ...('faults' in points ? points.faults : {}),
  };
  if (!day || weight === undefined || 'faults' in points || Object.keys(faults).length > 0) return { faults };
  const objectives = draft.objectives.flatMap(({ id, name }) =>
    name.trim() === '' ? [] : [{ id, name: name.trim() }],
  );
  const { type, counts, visible, group } = draft;
  return {
    said: {
      day,
      type,
      topic: draft.topic.trim(),
      comment: draft.comment.trim(),
      weight,
      counts,
      visible,
      ...(embargo ? { embargo } : {}),
      ...(group === '' ? {} : { group }),
      ...points.said,
      ...(objectives.length > 0 ? { objectives } : {}),
    },
  };
}

const CHANGEABLE = [
  'day',
  'type',
  'topic',
  'comment',
  'weight',
  'counts',
  'visible',
  'embargo',
  'test',
  'rubric',
  'objectives',
] as const;

/** What a form changes of a column that stands: no member that it leaves as it was, so that nothing of a colleague's is written over. */
export function changeOfAssessment(known: Assessment, said: SaidAssessment): AssessmentChange {
  const changed = CHANGEABLE.filter((member) => !equalJson(known[member], said[member]));
  return Object.fromEntries(changed.map((member) => [member, said[member]]));
}
