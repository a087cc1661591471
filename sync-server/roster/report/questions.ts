import type { ReasonCode } from './reasons.ts';

/** Why a row waits for an answer of the office rather than for a correction: who, or which class, is meant cannot be told from it. */
export const QUESTIONS: ReadonlySet<ReasonCode> = new Set([
  'ambiguousClass',
  'ambiguousPerson',
  'classOfSeveralCourses',
  'dateOrderUnclear',
  'duplicateRow',
  'fiscalCodeOfAnother',
  'guardianReplaced',
  'guardianTwice',
  'identifierOfAnother',
  'nameNotDivided',
  'nameOfStaff',
  'namesExchanged',
  'namesakeInClass',
  'sameNameOtherContacts',
  'sameNameOtherFiscalCode',
  'sameNameOtherIdentifier',
  'severalTeachers',
  'teacherOfOtherDate',
  'unknownLevel',
]);
