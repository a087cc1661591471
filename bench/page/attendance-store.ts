import type { ClassId, LocalDate } from '../../domain/base/ids.ts';
import type { AttendanceDay } from '../../domain/kinds/attendance-day/record.ts';

/** A class on a day: what one page of the register shows. */
export interface ClassDayPlace {
  readonly schoolClass: ClassId;
  readonly day: LocalDate;
}

/** A class's day open on the screen. */
export interface Screen {
  /** Writes the whole class; resolves when the screen shows all of it. */
  save(documents: readonly AttendanceDay[]): Promise<void>;
  close(): void;
}

/** What every local store is measured by: the same questions, asked in the best way that each of them offers. */
export interface AttendanceStore {
  insert(documents: readonly AttendanceDay[]): Promise<void>;
  classDay(place: ClassDayPlace): Promise<readonly AttendanceDay[]>;
  openScreen(place: ClassDayPlace): Promise<Screen>;
  /** Reads everything; answers how much it was. */
  readAll(): Promise<number>;
  close(): Promise<void>;
}
