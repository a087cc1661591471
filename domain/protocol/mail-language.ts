/** The languages in which the server writes messages. */
export const MAIL_LANGUAGES = ['it', 'en'] as const;
/** A language in which the server writes messages. */
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];
