import { toInstant, type LocalTime } from '../../../domain/base/ids.ts';
import {
  EVENTS_SHOWN,
  type AccountEvents,
} from '../../../domain/protocol/endpoints/account/account-events.ts';
import type {
  ActReport,
  OfficeAccount,
} from '../../../domain/protocol/endpoints/office-accounts/office-accounts.ts';
import type { OfficeMails } from '../../../domain/protocol/endpoints/office/office-mail-list.ts';
import type { SchoolRulesAnswer } from '../../../domain/protocol/endpoints/office-accounts/school-rules.ts';
import * as ofAccounts from '../../../domain/protocol/endpoints/office-accounts/office-accounts-endpoints.ts';
import * as ofOffice from '../../../domain/protocol/endpoints/office/office-endpoints.ts';
import { className } from '../../../domain/kinds/class/record.ts';
import { isNeverActivated } from '../../../domain/people/activation-reminder.ts';
import { familyUsername } from '../../../domain/people/username.ts';
import { classes, pupilsOf, SCHOOL, staff } from '../school/demo-class.ts';
import { answering, type Answered } from './answers.ts';
import { handOversIn } from './hand-overs.ts';
import { answersOfRestored } from './restored.ts';
import type { Scenario } from '../scenario.ts';

const ago = (hours: number) => toInstant(Date.now() - hours * 3_600_000);
const DAY = 24;
const FIRST_NAMES = ['Carla', 'Luca', 'Samira', 'Paolo', 'Ewa', 'Domenico', 'Ines'];

function familyAccounts(): readonly OfficeAccount[] {
  return classes.flatMap((schoolClass, classIndex) =>
    (pupilsOf.get(schoolClass.id) ?? []).flatMap((pupil, index) =>
      (['firstGuardian', 'secondGuardian'] as const).map((kind, turn): OfficeAccount => {
        const number = classIndex * 1000 + index * 10 + turn;
        const activated = (number + turn) % 3 !== 0;
        return {
          username: familyUsername(kind, number + 100_000),
          kind,
          surname: pupil.surname,
          givenName: FIRST_NAMES[number % FIRST_NAMES.length] ?? 'Carla',
          roles: [],
          child: `${pupil.givenName} ${pupil.surname}`,
          classId: schoolClass.id,
          className: className(schoolClass),
          schoolPass: String(41_000_000 + number * 37),
          state: number % 29 === 11 ? 'blocked' : activated ? 'activated' : 'issued',
          issuedAt: ago(70 * DAY),
          ...(activated ? { activatedAt: ago(50 * DAY), lastSignInAt: ago(index * 9) } : {}),
          passwordExpiresAt: number % 17 === 0 ? ago(2) : ago(-20 * DAY),
          ...(number % 29 === 11 ? { blockedReason: 'Ha lasciato la scuola' } : {}),
          ...(number % 2 === 0 ? { letterPrintedAt: ago(69 * DAY) } : {}),
          ...(number % 5 === 0 ? { mail: number % 10 === 0 ? ('failed' as const) : ('sent' as const) } : {}),
          hasEmail: activated,
          hasRecordEmail: number % 4 !== 0,
          portfolioSize: number % 13 === 0 ? 3 : 1,
          hasLeft: number % 41 === 7,
        };
      }),
    ),
  );
}

function staffAccounts(): readonly OfficeAccount[] {
  return staff.map((person, index): OfficeAccount => ({
    username: `${SCHOOL}.${index + 1}`,
    kind: 'staff',
    surname: person.surname,
    givenName: person.givenName,
    roles: person.roles,
    schoolPass: String(30_000_000 + index),
    state: 'activated',
    issuedAt: ago(80 * DAY),
    activatedAt: ago(79 * DAY),
    lastSignInAt: ago(2 + index),
    hasEmail: true,
    hasRecordEmail: true,
    portfolioSize: 1,
    hasLeft: false,
  }));
}

/** As many accounts as a large school has. */
function thousands(some: readonly OfficeAccount[]): readonly OfficeAccount[] {
  return Array.from({ length: 13 }, (_, turn) =>
    some.map((account) => ({ ...account, username: `${account.username}${turn || ''}` })),
  ).flat();
}

const mails: OfficeMails['mails'] = [
  {
    state: 'queued' as const,
    attempts: 2,
    nextTryAt: ago(-1),
    lastError: '451 Greylisted, try again later',
    retriable: true,
  },
  { state: 'failed' as const, attempts: 9, lastError: '452 4.2.2 Mailbox full', retriable: true },
  { state: 'failed' as const, attempts: 1, lastError: '550 5.1.1 Mailbox unavailable', sentAt: ago(20) },
  { state: 'sent' as const, attempts: 1, sentAt: ago(26) },
  { state: 'sent' as const, attempts: 1, sentAt: ago(50) },
  { state: 'printed' as const, attempts: 0 },
].map((more, index) => ({
  id: `mail-${index}`,
  username: familyUsername('firstGuardian', 100_010 + index * 10),
  kind: 'activate',
  to: `famiglia.${index + 1}@posta.example`,
  subject: 'Accesso al registro elettronico · Istituto Comprensivo «Lea Garofalo»',
  createdAt: ago(3 + index * 12),
  retriable: false,
  ...more,
}));

const ACTS = [
  'issued',
  'letterPrinted',
  'signInFailed',
  'activated',
  'emailLinked',
  'merged',
  'blocked',
  'mailQueued',
];

/** A year that was closed is kept under the account of whoever closed it. */
function yearClosed(index: number): AccountEvents['events'][number] {
  const clerk = `${SCHOOL}.10009`;
  const details = { year: '2024/25' };
  return {
    number: 4_210 - index,
    at: ago(index * 5),
    username: clerk,
    by: clerk,
    act: 'yearClosed',
    details,
  };
}

function events(username: string | null, below: number): AccountEvents {
  const all = Array.from({ length: 130 }, (_, index) => {
    const account = username ?? familyUsername('firstGuardian', 100_000 + (index % 7) * 10);
    const act = ACTS[index % ACTS.length] ?? 'issued';
    if (index === 3 && username === null) return yearClosed(index);
    const byOffice = ['issued', 'letterPrinted', 'blocked', 'mailQueued'].includes(act);
    return {
      number: 4_210 - index,
      at: ago(index * 5),
      username: account,
      ...(act === 'signInFailed' ? {} : { by: byOffice ? `${SCHOOL}.10009` : account }),
      act,
      details: act === 'blocked' ? { reason: 'Ha lasciato la scuola' } : {},
    };
  });
  return { events: all.filter(({ number }) => number < below).slice(0, EVENTS_SHOWN) };
}

function changeOf(index: number): NonNullable<OfficeAccount['recordChange']> {
  const digest = `change ${index}`;
  const change = { at: ago(20 - index), own: index === 1, digest, origin: 'list' } as const;
  return index === 0
    ? {
        ...change,
        before: { fiscalCode: 'BNDCRL80A41F257X', emails: [] },
        fiscalCode: 'BNDCRL80A41F257K',
        emails: [],
      }
    : {
        ...change,
        by: 'Prova Olga',
        before: { emails: ['prima@posta.example'] },
        emails: ['nuova@posta.example'],
      };
}

/** Answers to the office, over accounts in memory. */
export function answersOfOffice(scenario: Scenario): readonly Answered[] {
  const some = [...staffAccounts(), ...familyAccounts()].map((account, index) =>
    scenario.changed && index < 2 ? { ...account, recordChange: changeOf(index) } : account,
  );
  const accounts = scenario.many === 'none' ? [] : scenario.many === 'thousands' ? thousands(some) : some;
  const canMail = scenario.name !== 'trouble';
  const missing = { classes: [], staff: 3, firstGuardian: 21, secondGuardian: 17, student: 0 };
  const rules: SchoolRulesAnswer = {
    secondFactorRoles: ['office', 'principal'],
    studentAccess: 'secondaryOnly',
    localPasswordOff: scenario.provider ? ['firstGuardian', 'secondGuardian'] : [],
    signingWindow: 'free',
    beforeHour: 'closed',
    attendanceRules: {
      mode: 'daily',
      shortLateMinutes: 10,
      entriesPerDay: 1,
      exitsPerDay: 1,
      daysBack: 15,
      absenceRounding: 'halfDown',
      justification: { daysAllowed: { absence: 7 }, warnAfterDays: 5, permitUntil: '16:00' as LocalTime },
    },
    gradingRules: { step: 'half', lowest: 8, needed: { written: 2, oral: 2 }, excuses: 2 },
    provider: scenario.provider ? { name: 'SPID / CIE' } : null,
  };
  const { listAccounts, issueAccounts } = ofAccounts;

  return [
    answering(listAccounts, () => ({ accounts: [...accounts], missing, canMail })),
    answering(issueAccounts, () => ({
      issued: Array.from({ length: 12 }, (_, n) => familyUsername('firstGuardian', n)),
      unchanged: 40,
      refused: [{ name: 'Bianchi Tommaso', reason: 'primaryStudent' as const }],
    })),
    ...[ofAccounts.reissueAccounts, ofAccounts.mailAccounts, ofAccounts.confirmAddresses].map((endpoint) =>
      answering(endpoint, ({ body: { usernames } }) => report(usernames)),
    ),
    answering(ofAccounts.unblockAccounts, ({ body: { usernames } }) => report(usernames)),
    answering(ofAccounts.blockAccounts, ({ body: { usernames } }) => report(usernames)),
    ...[ofAccounts.confirmRecords, ofAccounts.refuseRecords].map((endpoint) =>
      answering(endpoint, () => report([])),
    ),
    ...[ofAccounts.blockLeavers, ofAccounts.remindAccounts].map((endpoint) =>
      answering(endpoint, () => report([])),
    ),
    answering(ofAccounts.countNeverActivated, () => ({ count: accounts.filter(isNeverActivated).length })),
    answering(ofAccounts.listEvents, ({ query: { username, below } }) =>
      events(username ?? null, Number(below ?? Number.MAX_SAFE_INTEGER)),
    ),
    answering(ofAccounts.exportNeverActivated, () => PAPER),
    answering(ofAccounts.printLetters, () => PAPER),
    answering(ofAccounts.printMails, () => PAPER),
    answering(ofAccounts.readRules, () => rules),
    answering(ofAccounts.changeRules, ({ body }) => ({ ...rules, ...body })),
    answering(ofOffice.changeContacts, () => undefined),
    answering(ofOffice.listMails, () => ({ canMail, mails })),
    answering(ofOffice.retryMail, () => undefined),
    answering(ofOffice.listHandOvers, () => handOversIn(scenario)),
    answering(ofOffice.settleHandOvers, () => ({ done: 1, refused: [] })),
    ...answersOfRestored(scenario.name === 'restored'),
  ];
}

/** Something to print or to save. */
const PAPER = new TextEncoder().encode('%PDF-1.7');

/** An act on several accounts of which the first has no address; without names, on four. */
function report(usernames: readonly string[]): ActReport {
  const [first = ''] = usernames;
  return {
    done: Math.max(1, (usernames.length || 4) - 1),
    skipped: usernames.length > 1 ? [{ username: first, reason: 'noAddress' }] : [],
  };
}
