import { MAIL_KINDS, type MailKind } from '../../domain/protocol/mail-kinds.ts';
import type { MailLanguage } from '../../domain/protocol/mail-language.ts';

/** Messages about one account. An address that waits is the profile's: its message stays when an account leaves (S24, S26). */
export const OF_THE_ACCOUNT: readonly MailKind[] = MAIL_KINDS.filter((kind) => kind !== 'confirmEmail');
/** The language of messages to people who have not chosen one. */
export const DEFAULT_LANGUAGE: MailLanguage = 'it';

interface CommonValues {
  /** The addressee as the school calls them. */
  readonly name: string;
  readonly schoolName: string;
  /** Telephone and address of the office, in one line. */
  readonly contacts?: string;
}

interface LinkValues extends CommonValues {
  readonly link: string;
  /** Whom a guardian's account is for. */
  readonly child?: string;
}

/** A message's kind with what is filled in; never a password. */
export type MailContent =
  | { readonly kind: 'confirmEmail' | 'resetPassword' | 'activate' | 'reminder'; readonly values: LinkValues }
  /** `hasLeft`: the account has left its portfolio with it. */
  | { readonly kind: 'passwordChanged'; readonly values: CommonValues & { readonly hasLeft?: boolean } }
  /** `address` is masked: whoever reads this mailbox may be a stranger by now. */
  | {
      readonly kind: 'emailChanged' | 'recoveryAsked';
      readonly values: CommonValues & { readonly address: string };
    }
  | { readonly kind: 'recordChanged'; readonly values: CommonValues }
  | { readonly kind: 'signedInElsewhere'; readonly values: CommonValues & { readonly device: string } };

/** What the texts are made with beside the values. */
export interface MessageFacts {
  readonly username: string;
  /** When it happened, in the reader's language and the school's time. */
  readonly at: string;
  /** The last moment at which a link works. */
  readonly until: string;
}

/** A message in words: composed as plain text and as HTML from the same parts. */
export interface Message {
  readonly subject: string;
  readonly greeting: string;
  readonly before: readonly string[];
  /** What the link does, and its address. */
  readonly link?: { readonly label: string; readonly url: string };
  readonly after: readonly string[];
  readonly closing: readonly string[];
}
