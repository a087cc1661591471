/** Where keys write or mark: fields, the roll, and dialogs. */
const WRITES = 'input, textarea, select, [contenteditable=true], [role=grid], [role=dialog], [role=menu]';

/** Whether somebody may be writing in the page, so that nothing may change under the fingers: the focus is where keys write, a dialog asks, or words are not saved. */
export function isInUse(): boolean {
  return (
    (document.activeElement?.closest(WRITES) ?? null) !== null ||
    document.querySelector('[role=dialog], [data-half-written]') !== null
  );
}
