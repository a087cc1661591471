import type { AccountEvents } from '../../../../domain/protocol/endpoints/account/account-events.ts';
import type { Operation } from '../../../../domain/protocol/endpoints/office/operations.ts';

/** What an operation may be about, where that is no account. */
type OperationObject =
  | 'year'
  | 'rules'
  | 'contacts'
  | 'subject'
  | 'register'
  | 'leavers'
  | 'paper'
  | 'substitution'
  | 'termGrades';

/**
 * What an operation is about: an account; something of the school, kept under the account of whoever did it; or something of a person, kept under the clerk's
 * own account where that person has none.
 */
type About =
  { readonly is: 'account' } | { readonly is: 'ofSchool' | 'ofPerson'; readonly object: OperationObject };

const ACCOUNT: About = { is: 'account' };
const ofSchool = (object: OperationObject): About => ({ is: 'ofSchool', object });
const ofPerson = (object: OperationObject): About => ({ is: 'ofPerson', object });

/** Asked of every operation: one that is forgotten would be told as done to the account of the clerk who did it. */
const ABOUT: Readonly<Record<Operation, About>> = {
  yearClosed: ofSchool('year'),
  yearReopened: ofSchool('year'),
  periodFrozen: ofSchool('termGrades'),
  periodUnfrozen: ofSchool('termGrades'),
  gradesHeldBack: ofSchool('termGrades'),
  gradesShown: ofSchool('termGrades'),
  rulesChanged: ofSchool('rules'),
  contactsChanged: ofSchool('contacts'),
  subjectSaid: ofSchool('subject'),
  missingSetAside: ofSchool('register'),
  leaversBlocked: ofSchool('leavers'),
  paperWritten: ofPerson('paper'),
  paperEnded: ofPerson('paper'),
  paperCorrected: ofPerson('paper'),
  paperCancelled: ofPerson('paper'),
  substitutionAssigned: ofPerson('substitution'),
  substitutionCancelled: ofPerson('substitution'),
  mailBounced: ACCOUNT,
  activated: ACCOUNT,
  signedIn: ACCOUNT,
  switched: ACCOUNT,
  signInFailed: ACCOUNT,
  secondFactorShown: ACCOUNT,
  sessionEnded: ACCOUNT,
  passwordChanged: ACCOUNT,
  recoveryAsked: ACCOUNT,
  passwordReset: ACCOUNT,
  emailLinked: ACCOUNT,
  emailConfirmationResent: ACCOUNT,
  emailConfirmed: ACCOUNT,
  emailRemoved: ACCOUNT,
  secondFactorEnabled: ACCOUNT,
  secondFactorReplaced: ACCOUNT,
  secondFactorDisabled: ACCOUNT,
  recoveryCodesRenewed: ACCOUNT,
  pictureChanged: ACCOUNT,
  merged: ACCOUNT,
  joinedBy: ACCOUNT,
  separated: ACCOUNT,
  handedOver: ACCOUNT,
  handOverTaken: ACCOUNT,
  handOverLeft: ACCOUNT,
  recordChanged: ACCOUNT,
  recordConfirmed: ACCOUNT,
  recordRefused: ACCOUNT,
  actRefused: ACCOUNT,
  issued: ACCOUNT,
  reissued: ACCOUNT,
  mailQueued: ACCOUNT,
  addressConfirmed: ACCOUNT,
  blocked: ACCOUNT,
  unblocked: ACCOUNT,
  reminderSent: ACCOUNT,
  letterPrinted: ACCOUNT,
};

/** What an operation is about that is not about the account under which it is kept; undefined where it is about that account. */
export function operationObject({
  act,
  by,
  username,
}: Pick<AccountEvents['events'][number], 'act' | 'by' | 'username'>): OperationObject | undefined {
  // A newer server may name one that this version does not know.
  const about = isKnown(act) ? ABOUT[act] : ACCOUNT;
  if (about.is === 'account') return undefined;
  return about.is === 'ofSchool' || by === username ? about.object : undefined;
}

function isKnown(act: string): act is Operation {
  return Object.hasOwn(ABOUT, act);
}
