import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { can } from '../../../domain/access/capabilities.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { schoolDayAndTime } from '../../../domain/base/local-date.ts';
import { className, type SchoolClass } from '../../../domain/kinds/class/record.ts';
import { listName, type Person } from '../../../domain/kinds/person/record.ts';
import type { Register } from '../../data/register.ts';
import { classLabel } from '../../i18n/class-label.ts';
import { useFormat } from '../../i18n/format.ts';
import { useActions } from '../../ui/actions/actions.ts';
import { accountsOfPath, dayPath, hourPath } from '../../ui/routes.ts';
import { useFrameValue } from '../../ui/use-view.ts';
import type { ClassSection } from '../../hosts/page.ts';
import { sectionsOf } from '../pages/offered-pages.ts';
import { teacherDay } from '../../views/hours/teacher-day.ts';
import { openCardOf } from './open-card-of.ts';
import { openableClasses } from '../../views/openable-classes.ts';
import { knownPeople } from './known-people.ts';
import { commandOf, findCommands, type Command, type CommandGroup } from './commands.ts';
import { PALETTE_ACTION } from './palette-store.ts';
import { presentHour, typedClasses } from './typed-class.ts';
import { typedSections } from './typed-section.ts';
import { typedDays } from './typed-day.ts';
import { useSections } from './use-sections.ts';

/** What the palette offers. */
export interface Offered {
  readonly groups: readonly CommandGroup[];
  /** Whether the classes and people are read: before it a name finds nothing, though it may stand for something. */
  readonly isWhole: boolean;
}

/** What the palette offers for what is typed in it: by name, whatever can be opened or done from here. */
export function useCommands(register: Register, query: string): Offered {
  const actions = useActions();
  const places = usePlaces(register, query);
  const sections = useSections(register);
  // Whoever looks at the palette has opened it already.
  const others = actions.filter(({ id }) => id !== PALETTE_ACTION);
  const groups = findCommands(query, places.meant, [
    ...places.named,
    ...others.map(commandOf),
    ...(query.trim() === '' ? [] : sections),
  ]);
  return { groups, isWhole: places.isWhole };
}

interface Places {
  readonly isWhole: boolean;
  /** What the words name exactly. */
  readonly meant: readonly Command[];
  readonly named: readonly Command[];
}

function usePlaces(register: Register, query: string): Places {
  const { t } = useTranslation();
  const format = useFormat();
  const [, navigate] = useLocation();
  const { identity } = register;
  const { day: today, time } = schoolDayAndTime(register.now());
  const openable = useFrameValue(openableClasses, register, today);
  const mine = useFrameValue(teacherDay, register, today);
  const people = useFrameValue(knownPeople, register, today);
  if (!can(identity, 'seeSchool')) return { meant: [], named: [], isWhole: true };

  const sections = sectionsOf(register);
  const teaches = can(identity, 'teach');
  // A teacher may have to stand in anywhere; nobody else opens a class that is not theirs.
  const ofSchool = mine && mine.noLesson === undefined ? (openable ?? []) : [];
  const shown = ofSchool.filter(({ isMine }) => isMine || teaches);
  const classes = shown.map(({ schoolClass }) => schoolClass);
  const hoursOf = (schoolClass: SchoolClass) =>
    shown.find((each) => each.schoolClass.id === schoolClass.id)?.hours ?? [];

  const nameOf = (schoolClass: SchoolClass) => classLabel(schoolClass, classes, t);

  /** Opens a class at the present hour, or at the one that is named; the line says which. */
  const classCommand = (schoolClass: SchoolClass, asked?: number): readonly Command[] => {
    const hours = hoursOf(schoolClass);
    const present = presentHour(hours, time);
    const hour = asked === undefined ? present?.hour : hours.find((each) => each.hour === asked);
    if (!hour) return [];
    const named = format.hour(hour.hour);
    const range = t('common.hourRange', { start: format.clock(hour.start), end: format.clock(hour.end) });
    return [
      {
        id: asked === undefined ? `class.${schoolClass.id}` : `class.${schoolClass.id}.${asked}`,
        kind: 'class',
        label: t('shell.command.openClass', { name: nameOf(schoolClass) }),
        detail:
          asked !== undefined || !present
            ? `${named} · ${range}`
            : t(`shell.command.opens.${present.moment}`, { hour: named, start: hour.start, end: hour.end }),
        keywords: [className(schoolClass), schoolClass.course ?? '', schoolClass.site ?? ''].join(' '),
        run: () => navigate(hourPath(today, schoolClass.id, hour.hour)),
      },
    ];
  };
  /** Opens a section of a class, at its present hour; of a class that is not one's own there is the lesson alone. */
  const sectionCommand = (schoolClass: SchoolClass, section: ClassSection): readonly Command[] => {
    const of = shown.find((each) => each.schoolClass.id === schoolClass.id);
    if (!of || !(section.forStandIns || of.isMine || can(identity, 'runSchool'))) return [];
    const hour = presentHour(of.hours, time)?.hour.hour;
    if (hour === undefined) return [];
    return [
      {
        id: `class.${schoolClass.id}.section.${section.order}`,
        kind: 'class',
        label: t('shell.command.openSection', { name: nameOf(schoolClass), section: section.label(t) }),
        run: () => navigate(section.pathOf({ day: today, schoolClass: schoolClass.id, hour })),
      },
    ];
  };
  const dayCommand = (day: LocalDate): Command => ({
    id: `day.${day}`,
    kind: 'day',
    label: t('shell.command.goDay', { day: format.fullDay(day) }),
    run: () => navigate(dayPath(day === today ? undefined : day)),
  });
  const typed = query.trim() !== '';
  const namesakes = repeated([
    ...(people?.pupils ?? []).map(({ person }) => listName(person)),
    ...(people?.teachers ?? []).map(listName),
  ]);
  /** Two people of one name are two lines: the birth date says which is which. */
  const personLabel = (person: Person) =>
    namesakes.has(listName(person)) && person.birthDate !== undefined
      ? `${listName(person)} (${format.numericDay(person.birthDate)})`
      : listName(person);

  return {
    isWhole: openable !== undefined && mine !== undefined && people !== undefined,
    meant: [
      ...typedSections(query, sections, (section) => section.label(t)).flatMap(({ section, rest }) =>
        typedClasses(rest, classes).flatMap(({ schoolClass }) => sectionCommand(schoolClass, section)),
      ),
      ...typedClasses(query, classes).flatMap(({ schoolClass, hour }) => classCommand(schoolClass, hour)),
      ...typedDays(query, today, register.pastYear !== undefined).map(dayCommand),
    ],
    named: [
      ...(mine?.hours ?? []).map(({ planned, schoolClass, subject }): Command => ({
        id: `hour.${planned.class}.${planned.hour}`,
        kind: 'hour',
        label: `${nameOf(schoolClass)} · ${subject?.name ?? t('today.standIn')}`,
        detail: `${format.hour(planned.hour)} · ${format.clock(planned.start)}–${format.clock(planned.end)}`,
        run: () => navigate(hourPath(planned.day, planned.class, planned.hour)),
      })),
      ...shown
        .filter(({ isMine }) => isMine || typed)
        .flatMap(({ schoolClass }) => classCommand(schoolClass)),
      ...(typed ? (people?.pupils ?? []) : []).flatMap(({ person, schoolClass }): readonly Command[] => {
        const line = { id: `pupil.${person.id}`, kind: 'pupil' as const, label: personLabel(person) };
        if (!teaches)
          return [
            {
              ...line,
              detail: t('shell.command.accountsOf', { name: nameOf(schoolClass) }),
              run: () => navigate(accountsOfPath(listName(person))),
            },
          ];
        const hour = presentHour(hoursOf(schoolClass), time)?.hour.hour ?? 1;
        const place = { day: today, schoolClass: schoolClass.id, hour };
        const among = people?.pupils.filter((each) => each.schoolClass.id === schoolClass.id) ?? [];
        return [
          {
            ...line,
            detail: [t('shell.pupil.card'), nameOf(schoolClass)].join(' · '),
            run: () =>
              openCardOf(
                person.id,
                among.map((each) => each.person.id),
                place,
              ),
          },
        ];
      }),
      ...(typed && can(identity, 'runSchool') ? (people?.teachers ?? []) : []).map((person): Command => ({
        id: `teacher.${person.id}`,
        kind: 'teacher',
        label: personLabel(person),
        detail: t('accounts.fullName'),
        run: () => navigate(accountsOfPath(listName(person))),
      })),
    ],
  };
}

/** The texts that stand more than once in a list. */
function repeated(texts: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(texts.filter((text) => seen.has(text) || !seen.add(text)));
}
