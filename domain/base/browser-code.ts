/** How many letters and digits a browser shows at the end of a journey to the provider (docs/adr/0010). */
export const BROWSER_CODE_LENGTH = 8;

/** The code without what people put between its letters, in capitals. */
export function plainBrowserCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}

/** What was typed as the code that the browser shows; undefined where it cannot be one. */
export function toBrowserCode(typed: string): string | undefined {
  const code = plainBrowserCode(typed);
  return code.length === BROWSER_CODE_LENGTH ? code : undefined;
}
