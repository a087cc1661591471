import type { FailureReason } from '../../../domain/protocol/failure-reasons.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { ReportLanguage, Texts } from '../../roster/report/report-language.ts';
import type { Refused } from './import-queue.ts';

/** Why an import is not taken although nothing is wrong with its file. */
type ForNow = Refused | 'rosterMoved';

const WORDS: Readonly<
  Record<ForNow, Texts & { readonly reason: FailureReason; readonly retryAfter: number }>
> = {
  schoolBusy: {
    reason: 'importWaiting',
    // A full import takes a minute: asking again sooner helps nobody.
    retryAfter: 30,
    it: 'Un’importazione di questa scuola è in corso e un’altra aspetta: questo file non è stato preso. Aspettare che finiscano, o annullarle, e inviarlo di nuovo',
    en: 'An import of this school is running and another one waits: this file was not taken. Wait until they have ended, or cancel them, and send it again',
  },
  full: {
    reason: 'importsFull',
    retryAfter: 30,
    it: 'Altre scuole stanno importando e non c’è posto per questo file: non è stato preso. Inviarlo di nuovo fra mezzo minuto',
    en: 'Other schools are importing and there is no room for this file: it was not taken. Send it again in half a minute',
  },
  rosterMoved: {
    reason: 'rosterMoved',
    retryAfter: 5,
    it: 'Qualcun altro sta modificando i dati di questa scuola: non è stato scritto nulla. Aspettare un momento e inviare di nuovo il file',
    en: 'Somebody else is changing the data of this school: nothing was written. Wait a moment and send the file again',
  },
};

/**
 * Says that an import is not taken now and what to do, in the clerk's language, as the refusals of files do. It is not `unavailable`: the
 * server is there, and a device must not take it for out of reach.
 */
export function refusedForNow(why: ForNow, language: ReportLanguage): Failure {
  const { reason, retryAfter, [language]: message } = WORDS[why];
  return { kind: 'notPossible', message, reason, retryAfter };
}
