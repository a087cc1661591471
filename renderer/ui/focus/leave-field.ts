/** What is being typed saves itself when its field is left: it must be left before the register closes or another page takes its place. */
export function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
