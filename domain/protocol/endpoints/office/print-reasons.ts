/**
 * Why there is nothing to print: the school's name or contacts are missing (S11), nobody of those asked for has a password of the office, no
 * message waits, or messages leave by themselves because there is a mail server.
 */
export const PRINT_REASONS = ['schoolDetailsMissing', 'noOfficePassword', 'noMails', 'canMail'] as const;
/** Why there is nothing to print. */
export type PrintReason = (typeof PRINT_REASONS)[number];
