import { IconCalendarTime } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { dayOfInstant } from '../../../domain/base/local-date.ts';
import { useClock } from '../../data/use-clock.ts';
import { useClassPlace } from '../../hosts/class-place.tsx';
import type { ClassFrameProps, ClassSection, PageManifest, PageProps, Shown } from '../../hosts/page.ts';
import { useDayActions } from '../../hosts/use-day-actions.ts';
import { classAddressOf, dayAddressOf, type DayAddress } from '../../ui/day-address.ts';
import { dayPath, hourPath } from '../../ui/routes.ts';
import { ClassHourPage } from '../class-hour/class-hour-page.tsx';
import { en as classHourEn } from '../class-hour/texts.en.ts';
import { it as classHourIt } from '../class-hour/texts.it.ts';
import { en as supportEn } from '../class-hour/support/texts.en.ts';
import { it as supportIt } from '../class-hour/support/texts.it.ts';
import { AtHour } from '../class-page/at-hour.tsx';
import { ClassFrame } from '../class-page/class-frame.tsx';
import { en as joinedEn } from '../class-hour/joined/texts.en.ts';
import { it as joinedIt } from '../class-hour/joined/texts.it.ts';
import { en as ofPupilEn } from '../class-hour/pupil/texts.en.ts';
import { it as ofPupilIt } from '../class-hour/pupil/texts.it.ts';
import { en as severalEn } from '../class-hour/several/texts.en.ts';
import { it as severalIt } from '../class-hour/several/texts.it.ts';
import { ClassActs } from '../out-of-class/class-acts.tsx';
import { en as outOfClassEn } from '../out-of-class/texts.en.ts';
import { it as outOfClassIt } from '../out-of-class/texts.it.ts';
import { GradeForms } from '../grade-forms/grade-forms.tsx';
import { en as gradeFormsEn } from '../grade-forms/texts.en.ts';
import { it as gradeFormsIt } from '../grade-forms/texts.it.ts';
import { PermitAct } from '../permits/permit-act.tsx';
import { en as permitsEn } from '../permits/texts.en.ts';
import { it as permitsIt } from '../permits/texts.it.ts';
import { en as classPageEn } from '../class-page/texts.en.ts';
import { it as classPageIt } from '../class-page/texts.it.ts';
import { ElsewhereKeys } from './days/elsewhere-keys.tsx';
import { en } from './texts.en.ts';
import { it } from './texts.it.ts';
import { hoursToDo, topicsToDo } from './to-do.ts';
import { TodayPage } from './today-page.tsx';

const texts = {
  it: {
    ...it,
    ...classHourIt,
    ...joinedIt,
    ...ofPupilIt,
    ...supportIt,
    ...classPageIt,
    ...outOfClassIt,
    ...severalIt,
    ...permitsIt,
    ...gradeFormsIt,
  },
  en: {
    ...en,
    ...classHourEn,
    ...joinedEn,
    ...ofPupilEn,
    ...supportEn,
    ...classPageEn,
    ...outOfClassEn,
    ...severalEn,
    ...permitsEn,
    ...gradeFormsEn,
  },
};

/** The lesson and its roll, the first section of every class. */
const lessonSection: ClassSection = {
  order: 1,
  label: (t) => t('classHour.section'),
  words: (t) => t('classHour.wordsForSection'),
  pathOf: ({ day, schoolClass, hour, group }) => hourPath(day, schoolClass, hour, group),
  forStandIns: true,
  onProjector: 'shown',
};

/** What makes a page the one of the lesson. */
const lessonPage = {
  classSection: lessonSection,
  classFrame: ClassDay,
  view: Lesson,
} satisfies Partial<PageManifest>;

/** A day of a teacher, with the hour that runs or was chosen. */
export const todayPage: PageManifest<typeof texts> = {
  id: 'today',
  path: dayPath(),
  owns: (address) => dayAddressOf(address) !== undefined,
  title: (t) => t('today.name'),
  windowTitle(t, shown) {
    const day = otherDay(shown);
    if (day === undefined) return t(shown.isPast ? 'today.lastDay' : 'today.name');
    return `${t('today.day')} · ${shown.format.shortDay(day)}`;
  },
  needs: 'teach',
  ofPastYears: { title: (t) => t('today.lastDay') },
  texts,
  rail: { label: (t) => t('today.name'), icon: IconCalendarTime },
  toDo: [hoursToDo, topicsToDo],
  ...lessonPage,
  elsewhere: ElsewhereKeys,
};

/** One hour of a class, for those who have no hours of their own. */
export const hourPage: PageManifest = {
  id: 'hour',
  path: dayPath(),
  owns: (address) => dayAddressOf(address)?.hour !== undefined,
  title: (t) => t('schoolDay.name'),
  windowTitle(t, shown) {
    const day = otherDay(shown);
    return day === undefined && !shown.isPast
      ? t('schoolDay.title')
      : `${t('schoolDay.name')} · ${shown.format.shortDay(day ?? shown.today)}`;
  },
  needs: 'seeSchool',
  ofPastYears: true,
  ...lessonPage,
};

function otherDay({ address, today }: Shown) {
  const day = dayAddressOf(address)?.day;
  return day === today ? undefined : day;
}

function Lesson({ register }: PageProps) {
  const place = useClassPlace();
  const { day, schoolClass, hour } = place;
  return <ClassHourPage key={`${day}.${schoolClass}.${hour}`} register={register} place={place} />;
}

/** Every section of a class stands beside the day of whoever looks at it. */
function ClassDay(props: ClassFrameProps) {
  const [address] = useLocation();
  const asked: DayAddress = useMemo(() => dayAddressOf(address) ?? classAddressOf(address) ?? {}, [address]);
  const today = dayOfInstant(useClock(props.register));
  const { schoolClass, hour, day } = asked;
  if (schoolClass === undefined || hour !== undefined) return <Day {...props} asked={asked} />;
  return (
    <AtHour register={props.register} schoolClass={schoolClass} day={day ?? today}>
      {(meant) => <Day {...props} asked={{ schoolClass, day: day ?? today, hour: meant }} />}
    </AtHour>
  );
}

function Day({
  register,
  apis,
  toDo,
  section,
  sections,
  children,
  asked,
}: ClassFrameProps & { readonly asked: DayAddress }) {
  const { day, schoolClass, hour, group } = asked;
  const place = useMemo(
    () =>
      day === undefined || schoolClass === undefined || hour === undefined
        ? undefined
        : { day, schoolClass, hour, ...(group === undefined ? {} : { group }) },
    [day, schoolClass, hour, group],
  );
  // The lesson of another day is that day's own; other sections of a class stay what they are.
  const pathOfDay = (to: LocalDate, isToday: boolean) =>
    place === undefined || section === lessonSection
      ? dayPath(isToday ? undefined : to)
      : section.pathOf({ day: to, schoolClass: place.schoolClass, hour: place.hour });
  useDayActions(register, day, pathOfDay);
  return (
    <TodayPage
      register={register}
      toDo={toDo}
      pathOfDay={pathOfDay}
      {...(day === undefined ? {} : { day })}
      {...(place ? { place } : {})}
    >
      {(shown, days) => (
        <ClassFrame register={register} place={shown} section={section} sections={sections} days={days}>
          {children}
          {register.pastYear === undefined && (
            <>
              <ClassActs register={register} />
              <PermitAct register={register} />
              <GradeForms register={register} apis={apis} />
            </>
          )}
        </ClassFrame>
      )}
    </TodayPage>
  );
}
