/**
 * Gives the focus to a field of a form by its name, or by the `data-field` of itself or of what it stands in: a choice from a list has its
 * name on an input that nobody sees.
 */
export function focusField(form: HTMLElement, field: string): void {
  const seen = 'input:not([type="hidden"])';
  form
    .querySelector<HTMLElement>(
      `${seen}[name="${field}"], textarea[name="${field}"], ${seen}[data-field="${field}"], [data-field="${field}"] ${seen}`,
    )
    ?.focus();
}
