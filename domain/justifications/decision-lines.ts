import { must } from '../base/assert.ts';
import { groupBy } from '../base/group-by.ts';
import type { LocalDate, PersonId } from '../base/ids.ts';
import type { JustificationState } from '../kinds/justification/item-state.ts';
import type { JustifiedItem } from '../kinds/justification/record.ts';
import type { SchoolYear } from '../kinds/school-year/record.ts';
import type { SchoolPolicies } from '../kinds/school/record.ts';
import { absenceGroups, needsCertificate, stateOfAll } from './absence-groups.ts';
import { lessonDayAfter, reminders, type Reminders } from './reminders.ts';
import { validationList, type PupilItem, type ValidationLine } from './validation-list.ts';

/** What is decided in one act: the absences of a group (D84), or one late entry or exit. */
export interface DecisionLine {
  readonly pupil: PersonId;
  readonly item: JustifiedItem;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly state: JustificationState;
  /** All that it is about, what is decided included; in the order of the days. */
  readonly items: readonly PupilItem[];
  /** What of it is still to be decided (D89); nothing of a line that is closed. */
  readonly open: readonly ValidationLine[];
  readonly lessonDays: number;
  /** Shown only where a certificate is asked for (D105). */
  readonly calendarDays: number;
  readonly needsCertificate: boolean;
  /** The pupil is absent on the day of the list: it is justified on the return. */
  readonly isGreyed: boolean;
  /** From when on somebody is reminded, and the one day that proposes a warning (D88). */
  readonly reminders: Reminders;
}

/** The school around the lines. */
export interface LineRules {
  readonly year: SchoolYear;
  readonly policies: SchoolPolicies;
  readonly today: LocalDate;
  readonly absentToday: ReadonlySet<PersonId>;
  /** Whether the class of a pupil has lessons on a day on which the school has (D84). */
  readonly hasLessons: (pupil: PersonId, day: LocalDate) => boolean;
}

/**
 * The lines of a class, oldest first: the validation list of the day (D89) put into what one act decides, and what is decided for good.
 * What is not asked for makes no line.
 */
export function decisionLines(items: readonly PupilItem[], rules: LineRules): readonly DecisionLine[] {
  const { year, today, absentToday } = rules;
  const asked = items.filter(({ state }) => state !== 'notRequired');
  const open = new Map(validationList(asked, today, absentToday).map((line) => [itemKey(line), line]));
  const lineOf = (of: readonly PupilItem[], span: Span): DecisionLine => {
    const { pupil, item } = must(of[0], 'a line is about something');
    const stillOpen = of.flatMap((each) => open.get(itemKey(each)) ?? []);
    return {
      pupil,
      item,
      ...span,
      // What is not to be decided yet says nothing of what is: the absence of today, of a group that goes on.
      ...(stillOpen.length > 0 ? { state: stateOfAll(stillOpen) } : {}),
      items: of,
      open: stillOpen,
      needsCertificate: item === 'absence' && needsCertificate(span, rules.policies),
      isGreyed: absentToday.has(pupil),
      reminders: stillOpen.length === 0 ? {} : remindersOf(pupil, item, span, rules),
    };
  };
  const absences = asked.filter(({ item }) => item === 'absence');
  const groups = [...groupBy(absences, ({ pupil }) => pupil)].flatMap(([pupil, own]) => {
    const byDay = new Map(own.map((each) => [each.day, each]));
    return absenceGroups(own, year, (day) => rules.hasLessons(pupil, day)).map((group) =>
      lineOf(
        group.days.flatMap(({ day }) => byDay.get(day) ?? []),
        spanOf(group),
      ),
    );
  });
  const moves = asked
    .filter(({ item }) => item !== 'absence')
    .map((each) =>
      lineOf([each], { from: each.day, to: each.day, state: each.state, lessonDays: 1, calendarDays: 1 }),
    );
  return [...groups, ...moves].toSorted(
    (a, b) => a.from.localeCompare(b.from) || a.pupil.localeCompare(b.pupil) || a.item.localeCompare(b.item),
  );
}

type Span = Pick<DecisionLine, 'from' | 'to' | 'state' | 'lessonDays' | 'calendarDays'>;

function spanOf({ from, to, state, lessonDays, calendarDays }: Span): Span {
  return { from, to, state, lessonDays, calendarDays };
}

/** Whoever is still away has not returned, and is reminded of nothing; a late entry or an exit is asked for from its own day on. */
function remindersOf(
  pupil: PersonId,
  item: JustifiedItem,
  { to, state }: Span,
  { year, policies, today, hasLessons }: LineRules,
): Reminders {
  const ofClass = (day: LocalDate) => hasLessons(pupil, day);
  const returned = item === 'absence' ? lessonDayAfter(year, to, 1, ofClass) : to;
  return returned === undefined || returned > today
    ? {}
    : reminders(returned, state, year, policies, ofClass);
}

function itemKey({ pupil, day, item, time }: PupilItem): string {
  return `${pupil} ${day} ${item} ${time ?? ''}`;
}
