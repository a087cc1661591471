import { describe, expect, test } from 'vitest';
import type { Proof } from '../../storage/contract/session.ts';
import { decide, type Act, type Decision, type Target } from './decide.ts';

const OWN = 'own profile';
const at = 0;

const target: Target = {
  username: 'G000001A',
  profile: OWN,
  marks: ['me'],
  portfolio: [['me'], ['elsewhere']],
  isOnePerson: false,
  password: 'owner',
  isPasswordOff: false,
  secondFactor: 'none',
};

const provider = (whom: string, isStrong: boolean): Proof => ({
  by: 'provider',
  name: 'SPID',
  whom: [whom],
  isStrong,
  at,
});
const own = (by: 'password' | 'officePassword' | 'secondFactor'): Proof => ({ by, profile: OWN, at });

/** What may have been proved, one kind a row of the table in docs/accounts.md. */
const PROOFS = {
  nothing: [],
  'the password': [own('password')],
  'password and second factor': [own('password'), own('secondFactor')],
  'the office’s password': [own('officePassword')],
  'the second factor alone': [own('secondFactor')],
  'the provider’s word for the person, level 1': [provider('me', false)],
  'the provider’s word for the person, level 2': [provider('me', true)],
  'the provider’s word for all accounts, level 2': [
    { ...provider('me', true), whom: ['me', 'elsewhere'] } as Proof,
  ],
  'the provider’s word for somebody else, level 2': [provider('somebody', true)],
  'a link to the confirmed address': [{ by: 'confirmedAddress', profile: OWN, at }],
  'a link to an address on record': [{ by: 'recordAddress', username: 'G000001A', at }],
  'another profile’s password and second factor': [
    { by: 'password', profile: 'other', at },
    { by: 'secondFactor', profile: 'other', at },
  ],
  'another account’s address on record': [{ by: 'recordAddress', username: 'X000001B', at }],
} as const satisfies Record<string, readonly Proof[]>;
type Row = keyof typeof PROOFS;

const ACTS: readonly Act[] = ['open', 'switch', 'join', 'ruleProfile', 'setPassword', 'confirmRecord'];

function told(decision: Decision): string {
  if (decision.kind === 'yes') return decision.reach === 'profile' ? 'yes' : 'this account alone';
  return decision.kind === 'step' ? `then ${decision.step}` : decision.reason;
}

type Cells = readonly [string, string, string, string, string, string];
const NEVER: Cells = ['ownProof', 'ownProof', 'ownProof', 'ownProof', 'ownProof', 'ownProof'];
const PLAIN: Readonly<Record<Row, Cells>> = {
  nothing: NEVER,
  'the password': ['yes', 'yes', 'yes', 'yes', 'ownProof', 'yes'],
  'password and second factor': ['yes', 'yes', 'yes', 'yes', 'ownProof', 'yes'],
  'the office’s password': ['yes', 'yes', 'ownProof', 'ownProof', 'ownProof', 'ownProof'],
  'the second factor alone': NEVER,
  'the provider’s word for the person, level 1': [
    'yes',
    'yes',
    'ownProof',
    'ownProof',
    'ownProof',
    'ownProof',
  ],
  'the provider’s word for the person, level 2': [
    'yes',
    'yes',
    'ownProof',
    'ownProof',
    'ownProof',
    'ownProof',
  ],
  'the provider’s word for all accounts, level 2': ['yes', 'yes', 'ownProof', 'yes', 'ownProof', 'ownProof'],
  'the provider’s word for somebody else, level 2': NEVER,
  'a link to the confirmed address': ['ownProof', 'ownProof', 'ownProof', 'ownProof', 'yes', 'ownProof'],
  'a link to an address on record': [
    'ownProof',
    'ownProof',
    'ownProof',
    'ownProof',
    'this account alone',
    'ownProof',
  ],
  'another profile’s password and second factor': NEVER,
  'another account’s address on record': NEVER,
};

const step2 = 'then secondFactor';
const enrol = 'then enrolSecondFactor';
const off = 'passwordOff';
const factor = 'secondFactor';

/** How the table differs where the account is not the plain one: the cells that change, by row. */
const CASES: readonly (readonly [string, Partial<Target>, Partial<Record<Row, Cells>>])[] = [
  ['an account without more', {}, {}],
  [
    'an account with a second factor',
    { secondFactor: 'on' },
    {
      'the password': [step2, factor, factor, factor, 'ownProof', factor],
      'the office’s password': [step2, factor, 'ownProof', 'ownProof', 'ownProof', 'ownProof'],
      'the provider’s word for the person, level 1': [
        step2,
        factor,
        'ownProof',
        'ownProof',
        'ownProof',
        'ownProof',
      ],
    },
  ],
  [
    'an account that must have a second factor and has none',
    { secondFactor: 'asked' },
    {
      'the password': [enrol, factor, 'yes', 'yes', 'ownProof', 'yes'],
      'the office’s password': [enrol, factor, 'ownProof', 'ownProof', 'ownProof', 'ownProof'],
      'the provider’s word for the person, level 1': [
        enrol,
        factor,
        'ownProof',
        'ownProof',
        'ownProof',
        'ownProof',
      ],
    },
  ],
  [
    'an account whose password is off',
    { isPasswordOff: true },
    {
      'the password': [off, off, off, 'yes', 'ownProof', 'yes'],
      'password and second factor': [off, off, off, 'yes', 'ownProof', 'yes'],
      'the office’s password': [off, off, 'ownProof', 'ownProof', 'ownProof', 'ownProof'],
    },
  ],
  [
    'an account with the office’s password',
    { password: 'office' },
    {
      'the office’s password': [
        'then newPassword',
        'ownProof',
        'ownProof',
        'ownProof',
        'ownProof',
        'ownProof',
      ],
      'the password': ['then newPassword', 'ownProof', 'yes', 'yes', 'ownProof', 'yes'],
      'password and second factor': ['then newPassword', 'ownProof', 'yes', 'yes', 'ownProof', 'yes'],
    },
  ],
  [
    'an account whose office’s password has ended',
    { password: 'ended' },
    {
      'the office’s password': [
        'passwordExpired',
        'passwordExpired',
        'ownProof',
        'ownProof',
        'ownProof',
        'ownProof',
      ],
      'the password': ['passwordExpired', 'passwordExpired', 'yes', 'yes', 'ownProof', 'yes'],
      'password and second factor': ['passwordExpired', 'passwordExpired', 'yes', 'yes', 'ownProof', 'yes'],
    },
  ],
  [
    'accounts of one person at one school',
    { isOnePerson: true, portfolio: [['me'], ['me']] },
    {
      'the provider’s word for the person, level 1': [
        'yes',
        'yes',
        'ownProof',
        'yes',
        'ownProof',
        'ownProof',
      ],
      'the provider’s word for the person, level 2': [
        'yes',
        'yes',
        'ownProof',
        'yes',
        'ownProof',
        'ownProof',
      ],
      'a link to an address on record': ['ownProof', 'ownProof', 'ownProof', 'ownProof', 'yes', 'ownProof'],
    },
  ],
];

const cells = CASES.flatMap(([circumstance, changes, differing]) =>
  Object.entries(PROOFS).flatMap(([row, proofs]) =>
    ACTS.map((act, column) => {
      const line = differing[row as Row] ?? PLAIN[row as Row];
      return [circumstance, row, act, line[column] ?? '', { ...target, ...changes }, proofs] as const;
    }),
  ),
);

describe('what follows from what was proved', () => {
  test.each(cells)('%s: %s, %s: %s', (_circumstance, _row, act, expected, whose, proofs) => {
    expect(told(decide(act, proofs, whose))).toBe(expected);
  });

  test('is never more for somebody who adds proofs of somebody else', () => {
    const foreign = [...PROOFS['another profile’s password and second factor'], provider('somebody', true)];
    for (const [, , act, expected, whose, proofs] of cells)
      expect(told(decide(act, [...foreign, ...proofs, ...foreign], whose))).toBe(expected);
  });
});
