import {
  toClassId,
  toEntryId,
  toPersonId,
  toSchoolId,
  toSubjectId,
  type Instant,
  type LocalDate,
} from '../base/ids.ts';

/** The names and days of which the samples of the kinds are made: one school, two classes, two teachers, one pupil. */
export const sampleValues = {
  class: toClassId('2026.LS.1A'),
  otherClass: toClassId('2026.LS.1B'),
  teacher: toPersonId('teacher-bianchi'),
  colleague: toPersonId('teacher-neri'),
  pupil: toPersonId('pupil-rossi'),
  subject: toSubjectId('matematica'),
  otherSubject: toSubjectId('storia'),
  day: '2026-11-23' as LocalDate,
  yearBegins: '2026-09-14' as LocalDate,
  yearEnds: '2027-06-08' as LocalDate,
  morning: '2026-11-23T07:10:00.000Z' as Instant,
  later: '2026-11-23T08:10:00.000Z' as Instant,
} as const;

/** What every sample carries beside its payload. */
export const sampleEnvelope = {
  school: toSchoolId('MORE0001'),
  author: sampleValues.teacher,
  entry: toEntryId('00000000-0000-7000-8000-000000000001'),
  recordedAt: sampleValues.morning,
} as const;

/** The key of an assessment. */
export const sampleAssessment = '00000000-0000-7000-8000-00000000a55e';
