import { toClassId, toPersonId } from '../../../domain/base/ids.ts';
import { parseLocalDate } from '../../../domain/base/local-date.ts';
import { placeText, pupilName, type EntryText, type Words } from './describe-record.ts';

const LESSON = /^lessons\/(\d{4}-\d\d-\d\d)\.(\d{1,2})\.(.+)$/;
const ATTENDANCE = /^attendance\/(\d{4}-\d\d-\d\d)\.(.+)$/;

/** What a document that cannot be read is about, as far as its key says it: the lesson of an hour, the day of a pupil. */
export function describeParked(key: string, words: Words): EntryText {
  const { t } = words;
  const [, lessonDay = '', hourText, ofClass = ''] = LESSON.exec(key) ?? [];
  const ofLesson = parseLocalDate(lessonDay);
  if (ofLesson !== undefined) {
    const [hour, schoolClass] = [Number(hourText), toClassId(ofClass)];
    const where = placeText(words, schoolClass, ofLesson, hour);
    const isKnown = words.directory?.schoolClass(schoolClass) !== undefined;
    return {
      what: t('sync.entry.lesson'),
      where,
      ...(isKnown ? { place: { day: ofLesson, schoolClass, hour } } : {}),
    };
  }
  const [, attendanceDay = '', pupil = ''] = ATTENDANCE.exec(key) ?? [];
  const day = parseLocalDate(attendanceDay);
  if (day === undefined) return { what: t('sync.entry.other'), where: '' };
  const name = pupilName(words, toPersonId(pupil));
  return { what: t('sync.entry.dayOf', { name }), where: words.format.shortDay(day) };
}
