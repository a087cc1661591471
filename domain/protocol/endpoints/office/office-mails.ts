/**
 * Messages from the office itself: they go to an address of the school's record, which the office can correct, and their links open one new
 * account alone.
 */
export const OFFICE_MAILS: readonly string[] = ['activate', 'reminder'];
