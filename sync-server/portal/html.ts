import { escapeHtml } from '../base/escape-html.ts';

/** Text that is HTML already: made by {@link html} alone. */
export interface Html {
  readonly markup: string;
}

/** Builds HTML; whatever is filled in is text and stays text, unless it was built here too. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[])[]
): Html {
  const markup = parts.map((part, index) => {
    const value = values[index] ?? '';
    if (typeof value === 'string') return part + escapeHtml(value);
    return part + ('markup' in value ? value.markup : value.map((one) => one.markup).join(''));
  });
  return { markup: markup.join('') };
}
