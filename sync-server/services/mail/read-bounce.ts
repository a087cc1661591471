import { simpleParser } from 'mailparser';
import { withoutAddresses } from './delivery.ts';

/** What a mail server says, in a message of its own, about one of ours that it had taken. */
export interface Bounce {
  /** Names that may be those of our messages: whoever sends a report can write anything into it. */
  readonly candidates: readonly string[];
  /** Given up, or still being tried. */
  readonly isFinal: boolean;
  /** Why, without any address. */
  readonly words: string;
}

const OUR_NAME = /<([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})@[^<>\s]+>/g;
const LONGEST_PART = 65_536;

/** Reads a delivery status notification (RFC 3464) with the message, or its headers, that it is about; undefined for any other message. */
export async function readBounce(message: Uint8Array): Promise<Bounce | undefined> {
  const { text = '', attachments } = await simpleParser(Buffer.from(message));
  const action = fieldOf(text, 'Action')?.toLowerCase();
  if (action !== 'failed' && action !== 'delayed') return undefined;
  const returned = attachments.map(({ content }) => content.subarray(0, LONGEST_PART).toString('latin1'));
  const names = [text, ...returned].flatMap((part) => [...part.matchAll(OUR_NAME)].map(([, name]) => name));
  const said = fieldOf(text, 'Diagnostic-Code')?.replace(/^[a-z-]+;\s*/i, '') || fieldOf(text, 'Status');
  return {
    candidates: [...new Set(names.filter((name) => name !== undefined))],
    isFinal: action === 'failed',
    words: withoutAddresses(said ?? 'not delivered'),
  };
}

/** The value of a field of the report, with the lines that go on with it. */
function fieldOf(text: string, name: string): string | undefined {
  return new RegExp(`^${name}:[ \\t]*(.+(?:\\r?\\n[ \\t]+.+)*)`, 'im').exec(text)?.[1]?.trim();
}
