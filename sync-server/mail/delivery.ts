/** What became of handing a message to the mail server. */
export type Delivery =
  | { readonly outcome: 'sent' }
  /** `later` may go better in a while; `refused` never will. `words` are for the office. */
  | { readonly outcome: 'later' | 'refused'; readonly words: string };

const LONGEST_WORDS = 180;
/** The steps at which a refusal is about this message: earlier ones are about the connection or the server's own account. */
const STEPS_OF_A_MESSAGE = ['RCPT TO', 'DATA'];

/** Whether an error of the mail server is worth another try, and what it said, without any address. */
export function describeFault(error: unknown): Delivery {
  const code = textOf(error, 'responseCode');
  const step = textOf(error, 'command');
  const isPermanent = code.startsWith('5') && STEPS_OF_A_MESSAGE.includes(step);
  const said = textOf(error, 'response') || textOf(error, 'message') || 'unknown fault';
  return { outcome: isPermanent ? 'refused' : 'later', words: withoutAddresses(said) };
}

function textOf(error: unknown, member: string): string {
  const value: unknown = error instanceof Error ? Reflect.get(error, member) : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What a mail server said, without the addresses that it quotes, at times those of others: none of them is the office's to read. */
export function withoutAddresses(said: string): string {
  return said
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replaceAll(/<?[^\s<>]+@[^\s<>]+>?/g, '…')
    .trim()
    .slice(0, LONGEST_WORDS);
}
