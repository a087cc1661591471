/** A mark that was meant for the next cell, or a full stop, is no reason. */
const IN_WORDS = /\p{L}{2}/u;

/** Whether a text says why something was corrected (D78): a word at least. */
export function isReason(text: string | undefined): text is string {
  return text !== undefined && IN_WORDS.test(text);
}
