import type { MailContent, Message, MessageFacts } from './message.ts';

/** The messages in English. */
export function englishMessage(content: MailContent, { username, at, until }: MessageFacts): Message {
  const { name, schoolName, contacts } = content.values;
  const frame = {
    greeting: `Dear ${name},`,
    closing: [
      'Kind regards',
      `The office · ${schoolName}`,
      ...(contacts === undefined ? [] : [contacts]),
      'This message was written by the school register: there is no need to answer.',
    ],
  };
  const office = 'If you know nothing of this, tell the office at once.';
  const limit = `The link works once, until ${until}. The page that opens has a button to press.`;
  switch (content.kind) {
    case 'confirmEmail':
      return {
        ...frame,
        subject: `Confirm your e-mail address · ${schoolName}`,
        before: [
          `this address was given for the account ${username} of the school register.`,
          'To confirm that it is yours, open this link:',
        ],
        link: { label: 'Confirm the address', url: content.values.link },
        after: [
          `${limit} Once confirmed, you can sign in with this address too.`,
          'If it was not you who gave it, ignore this message: without confirmation nothing happens.',
        ],
      };
    case 'resetPassword':
      return {
        ...frame,
        subject: `New password · ${schoolName}`,
        before: [
          `a new password was asked for, for the account ${username} of the school register.`,
          'To choose it, open this link:',
        ],
        link: { label: 'Choose a new password', url: content.values.link },
        after: [limit, 'If it was not you who asked, ignore this message: the password stays as it was.'],
      };
    case 'activate':
      return {
        ...frame,
        subject: `Your access to the school register · ${schoolName}`,
        before: [
          `the school has prepared an account of its register for you${forChild(content.values.child)}.`,
          `Your username is ${username}.`,
          'To choose a password and activate the account, open this link:',
        ],
        link: { label: 'Activate the account', url: content.values.link },
        after: [limit, 'If it has ended, ask the office for another one.'],
      };
    case 'reminder':
      return {
        ...frame,
        subject: `Reminder: activate your access to the school register · ${schoolName}`,
        before: [
          `your account ${username} of the school register${forChild(content.values.child)} is not active yet.`,
          'The school informs families through the register: choose a password with this link so that you miss nothing:',
        ],
        link: { label: 'Activate the account', url: content.values.link },
        after: [
          limit,
          'If you have the letter with your credentials, you can use those as well. The office helps with any difficulty.',
        ],
      };
    case 'passwordChanged':
      return {
        ...frame,
        subject: `Your password has changed · ${schoolName}`,
        before: [
          `on ${at} the password of the account ${username} of the school register was changed.`,
          'Other devices have to sign in again with the new password.',
          ...(content.values.hasLeft
            ? ['The account has left its portfolio: the others open with the password from before.']
            : []),
        ],
        after: [office],
      };
    case 'emailChanged':
      return {
        ...frame,
        subject: `Your e-mail address has changed · ${schoolName}`,
        before: [
          `on ${at} the address of the account ${username} of the school register was changed: ${content.values.address}.`,
          'This address no longer signs in.',
        ],
        after: [office],
      };
    case 'recoveryAsked':
      return {
        ...frame,
        subject: `A new password was asked for · ${schoolName}`,
        before: [
          `on ${at} a new password was asked for, for the account ${username} of the school register.`,
          `The link was sent to another address, one that the school has on record: ${content.values.address}.`,
        ],
        after: [office],
      };
    case 'recordChanged':
      return {
        ...frame,
        subject: `The school has changed data that open your account · ${schoolName}`,
        before: [
          `on ${at} the school changed the fiscal code or an e-mail address on record for the account ${username} of the school register.`,
          'The new data do not open the account until they are confirmed: in your profile, signed in with your password, or by a second person of the office.',
        ],
        after: [office],
      };
    case 'signedInElsewhere':
      return {
        ...frame,
        subject: `New sign-in · ${schoolName}`,
        before: [
          `on ${at} the account ${username} of the school register signed in on a new device: ${content.values.device}.`,
          'If it was you, there is nothing to do.',
        ],
        after: ['Otherwise change your password at once and end the session from your profile.', office],
      };
  }
}

function forChild(child: string | undefined): string {
  return child === undefined ? '' : ` for ${child}`;
}
