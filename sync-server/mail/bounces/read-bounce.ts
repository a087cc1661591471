import { simpleParser, type ParsedMail } from 'mailparser';
import { withoutAddresses } from '../delivery.ts';
import { readDeliveryStatus, type RecipientStatus } from './delivery-status.ts';
import { readPlainBounce } from './plain-bounce.ts';

/** What a mail server says, in a message of its own, about one of ours that it had taken. */
export interface Bounce {
  /** Names that may be those of our messages: whoever sends a report can write anything into it. */
  readonly candidates: readonly string[];
  /** Given up, or still being tried. */
  readonly isFinal: boolean;
  /** Why, without any address. */
  readonly words: string;
}

const OUR_NAME = /<([0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})@[^<>\s]+>/gi;
const LONGEST_PART = 65_536;
/** The form of a report since 1996, and the one for addresses beyond ASCII (RFC 6533). */
const STATUS_TYPES = new Set(['message/delivery-status', 'message/global-delivery-status']);

/**
 * Reads a delivery status notification (RFC 3464, RFC 6533) with the message, or its headers, that it is about, or a report in the words of
 * servers that write none; undefined for any other message: an answer from the holidays, a receipt, a report that all has arrived.
 *
 * Of several recipients those count to whom our message went, by its own header; where none of them is named (it was forwarded), all
 * do.
 */
export async function readBounce(message: Uint8Array): Promise<Bounce | undefined> {
  // Kept apart from the text for people, in which anybody may quote the words of a report.
  const mail = await simpleParser(Buffer.from(message), { keepDeliveryStatus: true });
  const isStatus = ({ contentType }: { readonly contentType: string }) =>
    STATUS_TYPES.has(contentType.toLowerCase());
  const reports = mail.attachments.filter(isStatus).map(({ content }) => beginningOf(content, 'utf8'));
  const statuses = reports.flatMap((report) => readDeliveryStatus(report));
  const returned = mail.attachments
    .filter((one) => !isStatus(one))
    .map(({ content }) => beginningOf(content, 'latin1'));
  const concerned = concernedBy(statuses, returned);
  const failed = concerned.find(({ action }) => action === 'failed');
  const said = failed ?? concerned.find(({ action }) => action === 'delayed');
  if (!said) return reports.length === 0 ? plainBounce(mail) : undefined;
  return {
    // Some servers return no part of the message, and name it in their report alone.
    candidates: namesIn([...quotedIn(mail), ...returned, ...reports]),
    isFinal: failed !== undefined,
    words: withoutAddresses(said.diagnosis || 'not delivered'),
  };
}

function plainBounce(mail: ParsedMail): Bounce | undefined {
  const found = readPlainBounce(mail);
  if (!found) return undefined;
  const words = withoutAddresses(found.said || 'not delivered');
  return { candidates: namesIn([found.copy.slice(0, LONGEST_PART)]), isFinal: true, words };
}

/** The recipients of ours; one of several mailboxes behind an address that has the message is enough. */
function concernedBy(
  statuses: readonly RecipientStatus[],
  returned: readonly string[],
): readonly RecipientStatus[] {
  const sentTo = returned.flatMap((part) => {
    const [, value = ''] = /^To:[ \t]*(.+(?:\r?\n[ \t]+.+)*)/im.exec(part) ?? [];
    return [...value.matchAll(/[^\s<>,;"]+@[^\s<>,;"]+/g)].map(([address]) => address.toLowerCase());
  });
  const own = statuses.filter(({ addresses }) => addresses.some((address) => sentTo.includes(address)));
  if (own.length === 0) return statuses;
  return own.some(({ action }) => action === 'delivered' || action === 'relayed') ? [] : own;
}

/** Where a report names the message that it is about, beside the message itself. */
function quotedIn({ text = '', inReplyTo = '', references = [] }: ParsedMail): readonly string[] {
  return [text, inReplyTo, ...[references].flat()];
}

function namesIn(parts: readonly string[]): readonly string[] {
  const names = parts.flatMap((part) => [...part.matchAll(OUR_NAME)].map(([, name]) => name?.toLowerCase()));
  return [...new Set(names.filter((name) => name !== undefined))];
}

function beginningOf(content: Buffer, encoding: 'utf8' | 'latin1'): string {
  return content.subarray(0, LONGEST_PART).toString(encoding);
}
