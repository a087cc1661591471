import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { IconFileUnknown } from '@tabler/icons-react';
import { className } from '../../../domain/kinds/class/record.ts';
import type { Register } from '../../data/register.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import { HiddenOnProjector, useProjector } from '../../hosts/projector.tsx';
import { useView, useViewValue } from '../../ui/use-view.ts';
import { schoolIndex } from '../../views/school.ts';
import type { ClassHour } from './view/class-hour.ts';
import { useFormat } from '../../i18n/format.ts';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import { usePageTitle } from '../../ui/focus/use-page-title.ts';
import { hourPath } from '../../ui/routes.ts';
import { classHour } from './view.ts';
import { ClassHourHeader } from './class-hour-header.tsx';
import { DayNotice } from './notices/day-notice.tsx';
import { useDensity } from './row/density-switch.tsx';
import { ClassAwayBar } from './away/class-away-bar.tsx';
import { JoinedBar } from './joined/joined-bar.tsx';
import { JoinedRolls } from './joined/joined-rolls.tsx';
import { joinedHours, type JoinedHours } from './view/joined-hours.ts';
import { LessonPanel } from './lesson/lesson-panel.tsx';
import { PeopleContext } from './words/person-names.tsx';
import { PresencePrint } from './print/presence-print.tsx';
import { whyNoPrint } from './print/print-moment.ts';
import { RollCallPanel } from './roll/roll-call-panel.tsx';
import { SupportPanel } from './support/support-panel.tsx';

const ALONE: JoinedHours = { others: [], leftOut: [] };

interface ClassHourPageProps {
  readonly register: Register;
  readonly place: HourPlace;
}

/** One hour of one class: lesson above, roll call below, ready for the keyboard. It stands in the frame of the class; give it a key per place. */
export function ClassHourPage({ register, place: shown }: ClassHourPageProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  // Of a parted class the lesson of one's own group opens by itself, and another one by asking for it (D204): the address says which.
  const looked = usePlaceOf(shown, shown.group);
  const askForGroup = (asked: string) =>
    navigate(hourPath(shown.day, shown.schoolClass, shown.hour, asked), { replace: true });
  const live = useView(classHour, register, looked);
  const joinedLive = useView(joinedHours, register, shown, classHour);
  const group = live.ready ? live.value?.part.group : undefined;
  const place = usePlaceOf(shown, group);
  const index = useViewValue(schoolIndex, register);
  usePageTitle(useTitleOf(place, live), 'part');
  const [density, changeDensity] = useDensity();
  const isProjecting = useProjector();
  const topic = useRef<HTMLTextAreaElement>(null);
  const focusRoll = useRef<(() => void) | null>(null);
  const leaveTexts = useCallback(() => focusRoll.current?.(), []);

  if (!live.ready || !joinedLive.ready) return <div aria-busy="true" aria-label={t('classHour.loading')} />;
  const hour = live.value;
  if (!hour)
    return (
      <EmptyState icon={<IconFileUnknown size={28} stroke={1.5} />} title={t('classHour.missing')} wholePage>
        {t('classHour.missingText')}
      </EmptyState>
    );

  // The preview of the printer would be on the wall.
  const noPrint = isProjecting ? 'projected' : whyNoPrint(hour, register.now());
  // Of a part that was asked for by itself nothing is said of other classes.
  const joined = shown.group === undefined ? joinedLive.value : ALONE;
  const { others } = joined;

  return (
    <PeopleContext value={index}>
      <ClassHourHeader
        hour={hour}
        density={density}
        onDensity={changeDensity}
        noPrint={noPrint}
        onPrint={() => globalThis.print()}
      />
      <DayNotice register={register} hour={hour} />
      <ClassAwayBar register={register} place={place} schoolClass={hour.schoolClass} />
      <JoinedBar register={register} place={place} hour={hour} joined={joined} />
      <LessonPanel
        key={`lesson ${hour.part.group}`}
        register={register}
        place={place}
        hour={hour}
        others={others}
        topicRef={topic}
        onGroup={askForGroup}
        onLeave={leaveTexts}
      />
      <HiddenOnProjector>
        <SupportPanel
          register={register}
          place={place}
          isClosed={hour.closed !== undefined}
          onLeave={leaveTexts}
        />
        {others.length === 0 ? (
          <RollCallPanel
            key={`roll ${hour.part.group}`}
            register={register}
            place={place}
            hour={hour}
            density={density}
            focusRef={focusRoll}
            onTopic={() => topic.current?.focus()}
          />
        ) : (
          <JoinedRolls
            register={register}
            rolls={[{ place, hour }, ...others]}
            density={density}
            focusRef={focusRoll}
            onTopic={() => topic.current?.focus()}
          />
        )}
      </HiddenOnProjector>
      {noPrint === undefined &&
        [hour, ...others.map((one) => one.hour)].map((one) => (
          <PresencePrint key={one.schoolClass.id} register={register} hour={one} />
        ))}
    </PeopleContext>
  );
}

/** The same object as long as hour and group are the same. */
function usePlaceOf({ day, schoolClass, hour }: HourPlace, group: string | undefined): HourPlace {
  return useMemo(
    () => ({ day, schoolClass, hour, ...(group === undefined ? {} : { group }) }),
    [day, schoolClass, hour, group],
  );
}

/** Class, hour and day: windows of several classes are told apart by their titles. */
function useTitleOf(
  { day, hour }: HourPlace,
  live: { readonly ready: false } | { readonly ready: true; readonly value: ClassHour | undefined },
): string | undefined {
  const { t } = useTranslation();
  const format = useFormat();
  if (!live.ready) return undefined;
  if (!live.value) return t('classHour.missing');
  return [className(live.value.schoolClass), format.hour(hour), format.shortDay(day)].join(' · ');
}
