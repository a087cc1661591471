/**
 * Version of everything that crosses a process boundary; raised where the hash in `version.test.ts` changes after a release.
 *
 * 1: first version: staff sign-in, roster, timetable, lessons, attendance, conflict notices.
 * 2: accounts of families, portfolios, second factor, sign-in by a provider.
 * 3: the office changes the school's name with its contacts; bounds of requests and of what is handed over, in pages; letters of a
 *    name that cannot be printed; addresses that wait for the office's word; accounts of pupils who are on no list of the year;
 *    backdated entries, stores put back from a copy, and places of it that the office sets aside; a code of the portfolio's second factor when an account joins it, changes of a
 *    record that wait for the confirmation of what was shown of them; the end of a session by the hash of its token; several classes of
 *    a pupil's day, policy for hours that have not begun, which the office sets, refusal `notYet`; no refusal for
 *    too many entries or exits; when a message was sent and until when its link leads, addresses that a list has replaced, what a change of
 *    a record replaces, and its refusal; a conflict notice names the kind of its record, and the child for whom a family
 *    wrote; a place that a store put back lacks names the kind of its record; the report of an import;
 *    appointments, groups and who is in them, religion choices, derogations and the rights of guardians; justifications, permits, delegates
 *    and standing authorisations, what a school asks of them, and the refusals that come of it; lists of names, substitutions, and whose
 *    hour a substitute signs; what rules know a subject as; time elsewhere, movements of classes, hours of a class that was left and those declared elsewhere;
 *    syllabuses, planned topics and those of support, classes joined for an hour; assessments, grades, proposals and grades of the class before, in a collection of
 *    their own, what a school asks of them, periods that are closed and grades that are held back, reasons of corrections; school years that are closed, pulls of
 *    one that is over, a week that is past.
 */
export const PROTOCOL_VERSION = 3;

/** Oldest version that may still receive; an older device may deliver its work and is asked to update. */
export const OLDEST_RECEIVING_VERSION = 1;
