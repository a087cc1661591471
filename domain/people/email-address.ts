/**
 * Characters of the part before the `@` that every mail system takes as they are: neither `%` nor `!`, with which old ones route, nor `=`
 * with `?`, in which some decode another address.
 */
const LOCAL_PART = /^[a-z0-9#$&'*+/^_{|}~-]+(\.[a-z0-9#$&'*+/^_{|}~-]+)*$/;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;
const LONGEST = 254;
const LONGEST_LOCAL_PART = 64;
const MASK = '••••';

/**
 * Reads an e-mail address as people type it, in the one spelling under which it is compared and stored; undefined when it is none.
 *
 * Only ASCII is taken, and it is looked at before lower-casing: some letters of other scripts become ASCII when their case changes,
 * and an address that merely looks like somebody's would then be theirs.
 */
export function parseEmailAddress(typed: string): string | undefined {
  const trimmed = typed.trim();
  if (trimmed.length > LONGEST || !/^[\x21-\x7e]+$/.test(trimmed)) return undefined;
  const address = trimmed.toLowerCase();
  const [localPart = '', domain = '', ...more] = address.split('@');
  if (more.length > 0 || localPart.length > LONGEST_LOCAL_PART) return undefined;
  return LOCAL_PART.test(localPart) && DOMAIN.test(domain) ? address : undefined;
}

/**
 * The same with the domain masked but for its first letter and its ending: `g••••@e••••.it`. Shown to who has proved nothing: a rare domain
 * would say that the username exists, and perhaps whose it is.
 */
export function maskWholeAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  const ending = domain.slice(domain.lastIndexOf('.'));
  return `${address.slice(0, Math.min(1, at))}${MASK}@${domain.slice(0, 1)}${MASK}${ending}`;
}

/** An address that its owner recognises and nobody else learns: `g••••@example.it`. The mask does not tell the length. */
export function maskEmailAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, Math.min(1, at))}${MASK}${address.slice(at)}`;
}
