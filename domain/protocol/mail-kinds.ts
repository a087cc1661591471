/** What the server writes to people about. */
export const MAIL_KINDS = [
  'confirmEmail',
  'resetPassword',
  'activate',
  'reminder',
  'passwordChanged',
  'emailChanged',
  'signedInElsewhere',
  'recoveryAsked',
  'recordChanged',
] as const;

/** What a message is about. */
export type MailKind = (typeof MAIL_KINDS)[number];
