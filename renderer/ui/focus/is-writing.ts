/** Inputs in which a letter is no text. */
const NO_TEXT: ReadonlySet<string> = new Set(['radio', 'checkbox', 'button', 'submit', 'file']);

/** Whether a key was pressed where somebody writes: there a letter, or a sign, is a text and no command. */
export function isWriting({ target }: Pick<KeyboardEvent, 'target'>): boolean {
  if (target instanceof HTMLInputElement) return !NO_TEXT.has(target.type);
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
