import { nameKey, tidy } from '../values/names.ts';

/** Words that offices write where they have nothing: as the whole cell, whatever signs stand around them. */
const NOTHING = new Set(
  (
    'nd na nc np nn no non nessuno nessuna niente nulla null none nil vuoto assente mancante manca manca sconosciuto sconosciuta ignoto ' +
    'ignota dacomunicare dadefinire dachiedere darichiedere dainserire daverificare daaggiungere dacompletare inattesa attesa provvisorio ' +
    'provvisoria temporaneo nondisponibile nondisp noncomunicato nonpervenuto nonperv nonnoto nonposseduto noncelha nonha estero straniero ' +
    'straniera idem vedisopra sopra comesopra uguale tbd tba na unknown nessun todo test prova xxx boh sn danominare daassegnare vacante'
  ).split(' '),
);

/** Whether a cell says that there is nothing: `ND`, `N.D.`, `-`, `da comunicare`, `XXXX`. */
export function isBlankMark(text: string): boolean {
  const key = nameKey(text);
  return key === '' || NOTHING.has(key) || (/^(.)\1+$/u.test(key) && !/^\d$/.test(key));
}

/** `0000000000`, `1234567890`, `0987654321`, `1212121212`: digits that somebody typed to fill a cell. */
function isFiller(digits: string): boolean {
  if (digits.length < 4) return false;
  const steps = new Set(
    Array.from(digits.slice(1), (digit, index) => (10 + Number(digit) - Number(digits[index])) % 10),
  );
  return steps.size === 1 || /^(\d{1,3})\1+$/.test(digits);
}

/** A shorter code may be a program's own, with a letter or two before its number. */
const MOST_ABBREVIATED = 12;

/** Whether a code (a fiscal code, provisional ones included) could be somebody's own; a code has digits that mean something. */
export function mayBeCode(code: string): boolean {
  const letters = nameKey(code);
  const digits = letters.replaceAll(/\D/g, '');
  if (isBlankMark(code) || digits === '' || letters.length < 4) return false;
  if (/^\d+$/.test(letters)) return !isFiller(digits) && !/^0+\d?$/.test(digits);
  // "AAAAAA00A00A000A", "ZZZZZZ99Z99Z999Z", "ABCDEF12G34H567I": letters and digits that somebody typed to fill the form.
  const others = Array.from(letters.replaceAll(/\d/g, ''), (letter) => (letter.codePointAt(0) ?? 0) % 10);
  return !(letters.length > MOST_ABBREVIATED && isFiller(others.join('')) && isFiller(digits));
}

/**
 * Whether an identifier or username of a table could be somebody's own. A number of up to three digits may be the row's: it confirms
 * nothing, and nothing later refers to it.
 */
export function mayBeIdentifier(text: string): boolean {
  if (isBlankMark(text)) return false;
  const key = tidy(text)
    .toLowerCase()
    .replaceAll(/[\s.,)°º#]/g, '')
    // "N. 1", "nr.2": the number of a row with its word.
    .replace(/^(?:n|nr|num|numero|riga|pos|prog|progr|registro)(?=\d+$)/, '');
  return !/^\d{1,3}$/.test(key) && !(/^\d+$/.test(key) && (isFiller(key) || /^0+\d{1,3}$/.test(key)));
}

/** Digits of a phone as they are compared: without the prefix of Italy and what is said of it; undefined for nobody's number. */
export function phoneKey(text: string): string | undefined {
  // "347 1234567 ore 14-16", "059 123456 int. 12": the first number is the telephone.
  const [number = text] = text.replace('(0)', '').match(/(?:\+|\b|(?<=\())\d[\d\s./()-]{4,}\d/g) ?? [];
  const digits = number
    .replaceAll(/\D/g, '')
    .replace(/^00(?=39)/, '')
    .replace(/^39(?=[03]\d{6})/, '');
  if (digits.length < 6 || isFiller(digits)) return undefined;
  // A prefix and then one digit over and over: "059000000", "3330000000".
  return /(\d)\1{5,}$/.test(digits) ? undefined : digits;
}

/**
 * The mailbox behind an address, as far as everybody knows: what stands behind a plus is the same one, and Google has two domains and sees
 * no dots. For finding what several people share; mail goes to the address as it is written.
 */
export function mailboxKey(email: string): string {
  const [name = '', domain = ''] = email.toLowerCase().split('@');
  const mailbox = name.replace(/\+.*$/, '');
  const isGoogle = domain === 'gmail.com' || domain === 'googlemail.com';
  return isGoogle ? `${mailbox.replaceAll('.', '')}@gmail.com` : `${mailbox}@${domain}`;
}

const EMPTY_MAILBOXES =
  /^(?:no|non|nd|na|nc|no-?e?mail|nomail|nessuna?|niente|null|none|xx+|test|prova|mail|e-?mail|email|esempio|example|noreply|no-reply|mancante|assente|nonha|senza(?:mail)?)$/;
/** Mailboxes of an institution: read by many, whoever's row they stand in. */
const SHARED_MAILBOXES =
  /^(?:segreteria|info|protocollo|dirigente|preside|scuola|istituto|didattica|ufficio.*|[a-z]{2}[a-z]{2}\d{5}[a-z0-9])$/;

/** Whether an address could be one family's own; neither a filled cell (`nd@nd.it`) nor an institution's mailbox (`segreteria@…`). */
export function mayBeOwnAddress(email: string): boolean {
  const [mailbox = '', domain = ''] = email.toLowerCase().split('@');
  const [host = ''] = domain.split('.');
  return (
    !EMPTY_MAILBOXES.test(mailbox) &&
    !SHARED_MAILBOXES.test(mailbox) &&
    !(mailbox === host && mailbox.length < 3)
  );
}
