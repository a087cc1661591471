/** What a report says of one recipient. */
export interface RecipientStatus {
  /** The addresses by which the recipient was named, in small letters: as it was given, and as it became. */
  readonly addresses: readonly string[];
  readonly action: Action;
  /** Why, in the words of the mail server; empty where it says nothing. */
  readonly diagnosis: string;
}

/** What became of a message for one recipient (RFC 3464, 2.3.3). */
export type Action = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

const ACTIONS: ReadonlySet<string> = new Set(['failed', 'delayed', 'delivered', 'relayed', 'expanded']);

/**
 * Reads the fields of a delivery status (RFC 3464, or RFC 6533 with addresses beyond ASCII): a group for the message, then one for each
 * recipient. Field names have no case, lines may be folded, values may hold comments in brackets. A group without an action is judged by
 * the class of its status.
 */
export function readDeliveryStatus(text: string): readonly RecipientStatus[] {
  return text
    .split(/(?:\r?\n[ \t]*){2,}/)
    .map(fieldsOf)
    .flatMap((fields) => {
      const status = withoutComments(fields.get('status') ?? '');
      const action = actionOf(withoutComments(fields.get('action') ?? ''), status);
      if (action === undefined) return [];
      const addresses = ['original-recipient', 'final-recipient'].flatMap((name) =>
        addressesOf(fields.get(name)),
      );
      const said = (fields.get('diagnostic-code') ?? '').replace(/^[a-z0-9.-]+\s*(?:\([^)]*\)\s*)?;\s*/i, '');
      return [{ addresses: [...new Set(addresses)], action, diagnosis: said || status }];
    });
}

function fieldsOf(group: string): ReadonlyMap<string, string> {
  const unfolded = group.replaceAll(/\r?\n[ \t]+/g, ' ');
  return new Map(
    unfolded.split(/\r?\n/).flatMap((line) => {
      const [, name, value] = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? [];
      return name === undefined ? [] : [[name.toLowerCase(), (value ?? '').trim()] as const];
    }),
  );
}

function actionOf(written: string, status: string): Action | undefined {
  const word = written.toLowerCase().replaceAll(/[^a-z]/g, '');
  if (ACTIONS.has(word)) return word as Action; // One of the five words.
  if (written !== '') return undefined;
  if (status.startsWith('5.')) return 'failed';
  return status.startsWith('4.') ? 'delayed' : undefined;
}

/** `rfc822; <maria@example.it> (Maria)`: the address behind its type, also where it is written in an encoding of its own. */
function addressesOf(field: string | undefined): readonly string[] {
  const [, address] = /^[^;]*;(.*)$/.exec(withoutComments(field ?? '')) ?? [];
  if (address === undefined) return [];
  const plain = address.trim().replaceAll(/^<|>$/g, '').toLowerCase();
  // RFC 3461 "xtext" (+2B) and RFC 6533 (\x{F9}).
  const decoded = plain
    .replaceAll(/\\x\{([0-9a-f]{1,6})\}/g, (whole, code: string) => character(code) ?? whole)
    .replaceAll(/\+([0-9a-f]{2})/g, (whole, code: string) => character(code) ?? whole)
    .toLowerCase();
  return [...new Set([plain, decoded])];
}

function character(hex: string): string | undefined {
  const code = Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** A value without its comments, which may stand in each other; a quoted bracket is none. */
function withoutComments(value: string): string {
  let depth = 0;
  let isQuoted = false;
  let kept = '';
  for (let at = 0; at < value.length; at += 1) {
    const sign = value[at] ?? '';
    if (sign === '\\' && (isQuoted || depth > 0)) {
      if (depth === 0) kept += sign + (value[at + 1] ?? '');
      at += 1;
    } else if (sign === '"' && depth === 0) {
      isQuoted = !isQuoted;
      kept += sign;
    } else if (sign === '(' && !isQuoted) depth += 1;
    else if (sign === ')' && !isQuoted && depth > 0) depth -= 1;
    else if (depth === 0) kept += sign;
  }
  return kept.trim();
}
