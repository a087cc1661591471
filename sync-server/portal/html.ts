/** Text that is HTML already: made by {@link html} alone. */
export interface Html {
  readonly markup: string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Builds HTML; whatever is filled in is text and stays text, unless it was built here too. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[])[]
): Html {
  const markup = parts.map((part, index) => {
    const value = values[index] ?? '';
    if (typeof value === 'string') return part + escape(value);
    return part + ('markup' in value ? value.markup : value.map((one) => one.markup).join(''));
  });
  return { markup: markup.join('') };
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
