import { operationNames } from './operation-words.ts';
import type { OperationTexts } from './operation-texts.ts';

/** What a message is about. */
const MESSAGES = {
  confirmEmail: 'confirmation of the e-mail address',
  resetPassword: 'link for a new password',
  activate: 'activation link',
  reminder: 'reminder to those who have not activated their account yet',
  passwordChanged: 'notice of a changed password',
  emailChanged: 'notice of a changed e-mail address',
  signedInElsewhere: 'notice of a sign-in on another device',
  recoveryAsked: 'notice of a password recovery',
  recordChanged: 'notice of data changed on record',
} as const;

/** Details of the operations in the register, by the names under which the server keeps them. */
export const OPERATION_DETAILS = {
  key: {
    device: 'device',
    by: 'recognised by',
    provider: 'identity provider',
    fields: 'changed',
    entries: 'entries',
    accounts: 'accounts',
    kind: 'message',
    message: 'message',
    factor: 'verified with',
    secondFactorRoles: 'two-step verification for',
    studentAccess: 'student accounts',
    studentLevelsOff: 'students without accounts',
    localPasswordOff: 'digital identity only',
    signingWindow: 'lessons are signed',
    beforeHour: 'before the start',
    attendanceRules: 'attendance',
    paper: 'what',
    role: 'appointment',
    recordKind: 'what',
    attempted: 'what did not happen',
    why: 'why',
    class: 'class',
    day: 'day',
    hour: 'lesson',
    year: 'school year',
    before: 'before',
    after: 'new',
  },
  /** Of what is so: the words alone. */
  flag: {
    strong: 'with more than a password',
    firstTime: 'for the first time',
    removed: 'removed',
    separated: 'separated from the portfolio',
    again: 'again',
    pending: 'before its confirmation',
  },
  /** Of each detail whose values are names of the program. */
  value: {
    by: {
      password: 'password',
      officePassword: 'office password',
      secondFactor: 'verification code',
      provider: 'identity provider',
      confirmedAddress: 'confirmed address',
      recordAddress: 'address on record',
    },
    fields: {
      fiscalCode: 'fiscal code',
      emails: 'e-mail',
    },
    kind: MESSAGES,
    message: MESSAGES,
    factor: {
      code: 'verification code',
      recoveryCode: 'recovery code',
    },
    secondFactorRoles: {
      teacher: 'teachers',
      office: 'office',
      principal: 'principal',
      ata: 'ATA staff',
    },
    studentAccess: {
      off: 'no',
      secondaryOnly: 'in secondary schools',
    },
    studentLevelsOff: {
      lowerSecondary: 'lower secondary',
      upperSecondary: 'upper secondary',
    },
    localPasswordOff: {
      staff: 'staff',
      firstGuardian: 'parent or guardian 1',
      secondGuardian: 'parent or guardian 2',
      student: 'students',
    },
    signingWindow: {
      free: 'on later days too',
      sameDay: 'within the same day',
      duringHour: 'during the lesson only',
    },
    beforeHour: {
      closed: 'prepared only',
      sameDay: 'may be signed on the same day',
    },
    attendanceRules: {
      mode: 'absences by day or by lesson',
      shortLateMinutes: 'short late entry',
      shortLatesPerPeriod: 'how many short late entries',
      entriesPerDay: 'entries in a day',
      exitsPerDay: 'exits in a day',
      daysBack: 'days back',
      absenceRounding: 'rounding',
      assistedStudyCounts: 'study with a teacher',
      justification: 'justifications and permits',
    },
    paper: {
      appointment: 'appointment',
      group: 'group',
      groupMembership: 'member of a group',
      religionChoice: 'hour of religion',
      derogation: 'derogation',
      hoursElsewhere: 'hours elsewhere',
      guardianship: 'rights of a parent or guardian',
      delegate: 'delegate for collecting',
      standingAuthorisation: 'standing authorisation',
    },
    role: {
      coordinator: 'class coordinator',
      secretary: 'secretary of the council',
      staff: 'principal’s staff',
      specialNeeds: 'special-needs referent',
      studentOffice: 'student office',
      personnelOffice: 'personnel office',
      administrativeDirector: 'administrative director',
      administrator: 'system administrator',
      classRepresentative: 'class representative',
      principal: 'principal’s delegate',
    },
    attempted: { ...operationNames('en'), rosterImport: 'import of a list' },
    why: {
      right: 'the account is not of the office',
      own: 'on one’s own account',
      byAuthor: 'on a change that the same person wrote',
    },
  },
  /** An empty list. */
  none: 'none',
} as const satisfies OperationTexts;
