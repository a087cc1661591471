import type { LocalDate } from '../../base/ids.ts';

/** First and last day. */
export interface DaySpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The days of which an entry says something that a term meeting closes. */
export interface MeetingDays extends DaySpan {
  /**
   * It is closed also of a day that is not over. Who is at school is written down as long as the day lasts, whatever the office has closed: somebody answers for
   * them, and the list of an evacuation is made of it (D108).
   */
  readonly whileRunning?: true;
}
