import type { Infer, JsonSchema } from '../../base/schema.ts';
import { appointmentSchema } from '../../kinds/appointment/record.ts';
import { delegateSchema } from '../../kinds/delegate/record.ts';
import { derogationSchema } from '../../kinds/derogation/record.ts';
import { groupMembershipSchema } from '../../kinds/group-membership/record.ts';
import { groupSchema } from '../../kinds/group/record.ts';
import { guardianshipSchema } from '../../kinds/guardianship/record.ts';
import { hoursElsewhereSchema } from '../../kinds/hours-elsewhere/record.ts';
import { religionChoiceSchema } from '../../kinds/religion-choice/record.ts';
import { standingAuthorisationSchema } from '../../kinds/standing-authorisation/record.ts';
import { envelope } from '../../record/fields.ts';

/** What the server says of a paper: by whom and when it was written, and whose it is. */
const NOT_SAID = [
  ...(Object.keys(envelope) as (keyof typeof envelope)[]),
  'classes',
  'delegatedBy',
  'cancelled',
  'sourceId',
] as const;
type NotSaid = (typeof NOT_SAID)[number];

interface RecordSchema {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: readonly string[];
}

/** What a clerk says of a record: all of it but what the server says by itself. */
function saidOf<const S extends RecordSchema>({ properties, required }: S) {
  const isSaid = (name: string) => !NOT_SAID.some((each) => each === name);
  const said = Object.entries(properties).filter(([name]) => isSaid(name));
  // The cast says in types what the filter says in values.
  return {
    type: 'object',
    properties: Object.fromEntries(said),
    required: required.filter(isSaid),
    additionalProperties: false,
  } as unknown as {
    readonly type: 'object';
    readonly properties: Omit<S['properties'], NotSaid>;
    readonly required: readonly Exclude<S['required'][number], NotSaid>[];
    readonly additionalProperties: false;
  };
}

/** What the office writes down of who is who: an appointment, a group and who is in it, a choice, a derogation, a right, who collects. */
export const paperSchema = {
  anyOf: [
    saidOf(appointmentSchema),
    saidOf(groupSchema),
    saidOf(groupMembershipSchema),
    saidOf(religionChoiceSchema),
    saidOf(derogationSchema),
    saidOf(hoursElsewhereSchema),
    saidOf(guardianshipSchema),
    saidOf(delegateSchema),
    saidOf(standingAuthorisationSchema),
  ],
} as const satisfies JsonSchema;

/** A paper of the office, as a clerk says it. */
export type Paper = Infer<typeof paperSchema>;
/** Of which kind a paper is. */
export type PaperKind = Paper['kind'];
/** A paper of one kind. */
export type PaperOf<K extends PaperKind> = Extract<Paper, { readonly kind: K }>;

/** The kinds of papers, in the order in which their pages stand. */
export const PAPER_KINDS = [
  'appointment',
  'group',
  'groupMembership',
  'religionChoice',
  'derogation',
  'hoursElsewhere',
  'guardianship',
  'delegate',
  'standingAuthorisation',
] as const satisfies readonly PaperKind[];
