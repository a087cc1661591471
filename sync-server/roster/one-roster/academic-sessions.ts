import type { LocalDate } from '../../../domain/base/ids.ts';
import { addDays, daysBetween } from '../../../domain/base/local-date.ts';
import { schoolYearId, type Period } from '../../../domain/kinds/school-year/record.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import type { Roster } from '../draft/roster.ts';
import { usualYear } from '../draft/usual-year.ts';
import { readDate } from '../values/dates.ts';
import { activeRows } from './active-rows.ts';
import type { OneRosterRow, OneRosterSet } from './one-roster-set.ts';

/** The school year (by its starting calendar year) of each session. */
export type AcademicYears = ReadonlyMap<string, number>;

interface Session {
  readonly row: OneRosterRow;
  readonly title: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly startYear: number;
}

const SHORTEST_YEAR = 150;
const PERIOD_TYPES = /^(gradingperiod|semester|term)$/i;

/** Reads the sessions; a school year that the school does not have yet takes its span and periods from them, if they make sense. */
export function readAcademicSessions(set: OneRosterSet, roster: Roster): AcademicYears {
  const { draft, findings } = roster;
  const years = new Map<string, number>();
  const spans = new Map<number, Session>();
  const periods = new Map<number, Session[]>();
  for (const row of activeRows(set.rows('academicSessions'), findings)) {
    const session = readSession(row, roster);
    if (!session) continue;
    const { startYear, from, to } = session;
    if (/^schoolyear$/i.test(row.get('type'))) {
      if (daysBetween(from, to) < SHORTEST_YEAR || daysBetween(from, to) > 366) {
        findings.reject(row.place('endDate'), 'implausibleYear', `${from} – ${to}`);
        continue;
      }
      spans.set(startYear, session);
    } else if (PERIOD_TYPES.test(row.get('type'))) {
      const others = periods.get(startYear) ?? [];
      const other = others.find((period) => period.from <= to && from <= period.to);
      if (other) {
        findings.reject(
          row.place('startDate'),
          'overlappingPeriod',
          String(other.row.place('startDate').row),
        );
        continue;
      }
      periods.set(startYear, [...others, session]);
    } else {
      findings.reject(row.place('type'), 'unknownSession', row.get('type'));
      continue;
    }
    years.set(row.get('sourcedId'), startYear);
  }
  for (const startYear of new Set(years.values()))
    if (!draft.get('schoolYear', schoolYearId(startYear)))
      putYear(startYear, spans.get(startYear), periods.get(startYear) ?? [], roster);
  return years;
}

function readSession(row: OneRosterRow, { draft, findings }: Roster): Session | undefined {
  const [from, to] = ['startDate', 'endDate'].map((column) => {
    const date = readDate(row.get(column), draft.today);
    if (!date) findings.reject(row.place(column), 'badDate', row.get(column));
    return date;
  });
  if (!from || !to) return undefined;
  if (to < from) {
    findings.reject(row.place('endDate'), 'spanReversed');
    return undefined;
  }
  // The dates count, by their middle: a year may begin in August, and the label may be of either calendar year, or wrong.
  const startYear = startYearOf(addDays(from, Math.floor(daysBetween(from, to) / 2)));
  const label = row.get('schoolYear');
  const labelled = /\d{4}/.exec(label)?.[0];
  if (labelled !== undefined && ![startYear, startYear + 1].includes(Number(labelled)))
    findings.warn(row.place('schoolYear'), 'yearLabelDiffers', label);
  return { row, title: row.get('title') || row.get('type'), from, to, startYear };
}

/** Makes a school year from its sessions; where they do not cover it without gaps, a usual year stands in. */
function putYear(
  startYear: number,
  span: Session | undefined,
  sessions: readonly Session[],
  roster: Roster,
): void {
  const sorted = sessions.toSorted((a, b) => a.from.localeCompare(b.from));
  const first = span?.from ?? sorted[0]?.from;
  const last = span?.to ?? sorted.at(-1)?.to;
  const usual = usualYear(startYear);
  const periods = sorted.map((session, index): Period => {
    const next = sorted[index + 1];
    return { name: session.title, from: session.from, to: next ? addDays(next.from, -1) : session.to };
  });
  const covers =
    first !== undefined &&
    last !== undefined &&
    daysBetween(first, last) >= SHORTEST_YEAR &&
    sorted.length <= 4;
  if (!covers) {
    roster.year(startYear);
    if (sorted.length > 0)
      roster.findings.warn(
        sorted[0]?.row.place('endDate') ?? { file: '', row: 0, column: '' },
        'periodsNotUsed',
        `${startYear}/${(startYear + 1) % 100}`,
      );
    return;
  }
  const whole =
    sorted.length > 0 ? periods : [{ name: span?.title ?? String(startYear), from: first, to: last }];
  const fitted = whole.map((period, index) => ({
    ...period,
    from: index === 0 ? first : period.from,
    to: index === whole.length - 1 ? last : period.to,
  }));
  roster.draft.put({ ...usual, lessonsFrom: first, lessonsTo: last, periods: fitted }, 'years');
}
