import type { TFunction } from 'i18next';
import type { FailureText, ReasonText } from '../../i18n/failures/failure-texts.ts';
import { failure as TEXTS } from '../../i18n/failures/texts.it.ts';
import type { AttemptFailure } from '../use-attempt.ts';

const OF_PASSWORDS = ['tooShort', 'tooCommon', 'tooEasy', 'personal', 'sameAsBefore'] as const;

/** Whether there is a text for a reason. */
export function isReason(reason: string | undefined): reason is ReasonText {
  return reason !== undefined && Object.hasOwn(TEXTS.reason, reason);
}

/** What is the matter, in a few words: a password of before is no weak one. */
export function failureTitle(kind: FailureText, reason: string | undefined, t: TFunction): string {
  const ofPassword = OF_PASSWORDS.find((each) => each === reason);
  return kind === 'weakPassword' && ofPassword !== undefined
    ? t(`failure.refused.${ofPassword}`)
    : t(`failure.kind.${kind}.title`);
}

/** What was said against a new password, for the field that it stands in; undefined where something else was the matter. */
export function refusalText(failure: AttemptFailure | undefined, t: TFunction): string | undefined {
  if (failure?.kind !== 'weakPassword') return undefined;
  const { reason } = failure;
  return isReason(reason) ? t(`failure.reason.${reason}`) : t('failure.kind.weakPassword.text');
}
