/** Names and codes of errors, as programs write them: no text that somebody else may have chosen. */
const NAME = /^[A-Za-z][A-Za-z0-9_]{0,60}$/;

/**
 * What the log may know of an error that quotes others: a provider's refusal carries words that anybody can put into an address, and a
 * real provider's may name a person. The kind, the code, and those of its cause.
 */
export function faultName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code: unknown = 'code' in error ? error.code : undefined;
  const parts = [error.name, code, error.cause instanceof Error ? faultName(error.cause) : undefined];
  return parts
    .filter((part) => typeof part === 'string' && (NAME.test(part) || part.includes(' < ')))
    .join(' < ');
}
