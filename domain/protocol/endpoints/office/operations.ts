import { APPOINTMENT_ROLES } from '../../../access/appointment-role.ts';
import { STAFF_ROLES } from '../../../access/staff-role.ts';
import type { HeldKind } from '../../../kinds/held-kinds.ts';
import { BEFORE_HOUR, SIGNING_WINDOWS, STUDENT_LEVELS } from '../../../kinds/school/record.ts';
import { SPECIAL_SUBJECTS } from '../../../grades/special-subjects.ts';
import { ACCOUNT_KINDS } from '../../../people/username.ts';
import type { ActEndpoint, Endpoint } from '../../endpoint.ts';
import { MAIL_KINDS } from '../../mail-kinds.ts';
import * as ofAccounts from '../office-accounts/office-accounts-endpoints.ts';
import * as ofSubstitutions from '../office-substitutions/office-substitutions-endpoints.ts';
import * as ofPapers from '../office-papers/office-papers-endpoints.ts';
import { ATTENDANCE_SETTINGS } from '../../../school/limits/attendance-settings.ts';
import { GRADING_SETTINGS } from '../../../school/grading/grading-settings.ts';
import { PAPER_KINDS } from '../../../school/who/paper.ts';
import * as ofOffice from './office-endpoints.ts';

/** What is noted by others than acts of the office: by people about their own accounts, by lists, by the server itself. */
const OWN_OPERATIONS = [
  'mailBounced',
  'activated',
  'signedIn',
  'switched',
  'signInFailed',
  'secondFactorShown',
  'sessionEnded',
  'passwordChanged',
  'recoveryAsked',
  'passwordReset',
  'emailLinked',
  'emailConfirmationResent',
  'emailConfirmed',
  'emailRemoved',
  'secondFactorEnabled',
  'secondFactorReplaced',
  'secondFactorDisabled',
  'recoveryCodesRenewed',
  'pictureChanged',
  'merged',
  'joinedBy',
  'separated',
  'handedOver',
  'recordChanged',
  'recordConfirmed',
  'actRefused',
] as const;

const acts = Object.values<Endpoint>({ ...ofAccounts, ...ofOffice, ...ofPapers, ...ofSubstitutions });
type Of<Area> = Area[keyof Area];
type Message = Of<typeof ofAccounts> | Of<typeof ofOffice> | Of<typeof ofPapers> | Of<typeof ofSubstitutions>;
type SaidBy<M> = M extends ActEndpoint ? M['notes'][number] : never;

/** One kind of operation: those of the acts are said by their endpoints. */
export type Operation = (typeof OWN_OPERATIONS)[number] | SaidBy<Message>;
/** The operations that one act notes. */
export type NotedBy<E extends ActEndpoint> = Extract<E['notes'][number], Operation>;

/**
 * What the register of operations tells of. Each has words on the office's page: an operation without them could not be read. The cast:
 * the endpoints' names are part of the type, and become plain texts in a list of them.
 */
export const OPERATIONS = [
  ...new Set([...OWN_OPERATIONS, ...acts.flatMap(({ notes = [] }) => notes)]),
] as readonly Operation[];

/** Details that are true or not worth telling. */
export const OPERATION_FLAGS = ['strong', 'firstTime', 'removed', 'separated', 'again', 'pending'] as const;

/** Details whose values are names of the program, one or several: each name has words too. */
export const OPERATION_NAMES = {
  by: ['password', 'officePassword', 'secondFactor', 'provider', 'confirmedAddress', 'recordAddress'],
  fields: ['fiscalCode', 'emails'],
  kind: MAIL_KINDS,
  message: MAIL_KINDS,
  factor: ['code', 'recoveryCode'],
  secondFactorRoles: STAFF_ROLES,
  studentAccess: ['off', 'secondaryOnly'],
  studentLevelsOff: STUDENT_LEVELS,
  localPasswordOff: ACCOUNT_KINDS,
  signingWindow: SIGNING_WINDOWS,
  beforeHour: BEFORE_HOUR,
  attendanceRules: ATTENDANCE_SETTINGS,
  gradingRules: GRADING_SETTINGS,
  special: SPECIAL_SUBJECTS,
  paper: PAPER_KINDS,
  role: APPOINTMENT_ROLES,
  // Of an act that was refused: under which names it would stand here, and for what reason it does not.
  attempted: [...OPERATIONS, 'rosterImport'],
  why: ['right', 'own', 'byAuthor'],
} as const;
/** A detail whose value is one name of the program, or several. */
export type NamedDetail = keyof typeof OPERATION_NAMES;
/** One of the names that a detail can have. */
export type OperationName<K extends NamedDetail> = (typeof OPERATION_NAMES)[K][number];

/** In whose name stands what was done on the server's own machine. */
export const OPERATOR = 'operator';

declare const several: unique symbol;
/** Several names of a detail, as the register keeps them: with spaces between them. */
export type OperationNames<K extends NamedDetail> = string & { readonly [several]: K };

/** Details that are told as they are: what people have typed, numbers, days. */
export const OPERATION_VALUES = [
  'device',
  'provider',
  'entries',
  'accounts',
  'class',
  'day',
  'hour',
  'year',
  'period',
  'subject',
  'councilUntil',
  'before',
  'after',
] as const;

/** What is told of an operation beside its kind. Nothing else goes into the register: it could not be read there. */
export type OperationDetails = {
  readonly [K in NamedDetail]?: OperationName<K> | OperationNames<K>;
} & {
  readonly [K in (typeof OPERATION_FLAGS)[number]]?: boolean;
} & {
  readonly [K in (typeof OPERATION_VALUES)[number]]?: string | number;
} & {
  /** Of which kind a record is: told in the words of that kind. */
  readonly recordKind?: HeldKind;
  /** In a clerk's own words. */
  readonly reason?: string;
};

/**
 * Under which names an endpoint would stand in the register; undefined where it is no act. An import is noted by what it changes of people,
 * and has a name of its own where it is refused.
 */
export function operationsOf(
  endpoint: Pick<Endpoint, 'notes' | 'path' | 'method'>,
): OperationNames<'attempted'> | undefined {
  const { path, method } = ofOffice.importRoster;
  if (endpoint.path === path && endpoint.method === method)
    return operationNames('attempted', ['rosterImport']);
  const { notes = [] } = endpoint;
  const names = notes.flatMap((name) => OPERATIONS.find((operation) => operation === name) ?? []);
  return names.length === 0 ? undefined : operationNames('attempted', names);
}

/** Several names as one detail. */
export function operationNames<K extends NamedDetail>(
  _detail: K,
  names: readonly OperationName<K>[],
): OperationNames<K> {
  return names.join(' ') as OperationNames<K>;
}
