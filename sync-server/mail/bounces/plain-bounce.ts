import type { ParsedMail } from 'mailparser';

/** A report in plain words: why our message came back, and the copy of it behind the words. */
export interface PlainBounce {
  readonly said: string;
  readonly copy: string;
}

/** Exim's line before the copy; qmail's, as its format for bounces fixes it. */
const BEFORE_THE_COPY =
  /^(?:-{6} (?:This is a copy of|The body of|This is a copy of your).*-{2,}|--- (?:Below this line|Enclosed) is a copy of the message\.)[ \t]*$/m;
/** How a report of qmail begins, whatever program of its family wrote it. */
const QMAIL = /^\s*Hi\. This is the /;
/** What the other server said, after its code or after qmail's words for it. */
const ANSWER = /^[ \t]*(?:Remote host said: *)?([45]\d\d[ -].*)$/m;

/**
 * Reads the reports of servers that write no delivery status: Exim's, known by its header of failed recipients, and those of the family of
 * qmail, by their first words. Both give up for good when they write one. Whatever else quotes our message, an answer from the holidays
 * for example, is none: it has neither.
 */
export function readPlainBounce({ text = '', headers }: ParsedMail): PlainBounce | undefined {
  if (!headers.has('x-failed-recipients') && !QMAIL.test(text)) return undefined;
  const found = BEFORE_THE_COPY.exec(text);
  if (!found) return undefined;
  const words = text.slice(0, found.index);
  return { said: ANSWER.exec(words)?.[1] ?? '', copy: text.slice(found.index + found[0].length) };
}
