import { IconFileUnknown, IconLock } from '@tabler/icons-react';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { className } from '../../../domain/kinds/class/record.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { Register } from '../../data/register.ts';
import { ClassRoomContext } from '../../hosts/class-place.tsx';
import type { ClassSection } from '../../hosts/page.ts';
import { HiddenOnProjector, useProjector } from '../../hosts/projector.tsx';
import { useFormat } from '../../i18n/format.ts';
import { usePageTitle } from '../../ui/focus/use-page-title.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import { useView, useViewValue } from '../../ui/use-view.ts';
import { ClassHeader } from './class-header.tsx';
import classes from './class-page.module.css';
import { SectionRow } from './section-row.tsx';
import { useSectionFocus } from './use-section-focus.ts';
import { SectionViews } from './section-views.tsx';
import { classHead, offeredSections } from './view.ts';

interface ClassFrameProps {
  readonly register: Register;
  readonly place: HourPlace;
  readonly section: ClassSection;
  readonly sections: readonly ClassSection[];
  /** The days, where their list is folded. */
  readonly days: ReactNode;
  /** The section itself. */
  readonly children: ReactNode;
}

/** A class: which one and which hour above, then the row of its sections, then the section that is looked at. */
export function ClassFrame(props: ClassFrameProps) {
  const { register, place: shown, section, sections, days, children } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { day, schoolClass, hour, group } = shown;
  const place = useMemo(
    () => ({ day, schoolClass, hour, ...(group === undefined ? {} : { group }) }),
    [day, schoolClass, hour, group],
  );
  const live = useView(classHead, register, place);
  const [chips, setChips] = useState<HTMLElement | null>(null);
  const [tools, setTools] = useState<HTMLElement | null>(null);
  const room = useMemo(() => ({ place, header: { chips, tools } }), [place, chips, tools]);
  const frame = useRef<HTMLElement>(null);
  const head = live.ready ? live.value : undefined;
  const offered = useViewValue<[Register, readonly ClassSection[], HourPlace], readonly ClassSection[]>(
    offeredSections,
    register,
    sections,
    place,
  );
  const open = offered?.filter(({ forStandIns }) => forStandIns || head?.isOwn) ?? [];
  const isProjecting = useProjector();
  const focusSection = useSectionFocus(frame, section.order);
  // The lesson names itself by its hour.
  const isLesson = section.forStandIns === true;
  usePageTitle(
    head && !isLesson
      ? [className(head.schoolClass), section.label(t), format.shortDay(day)].join(' · ')
      : undefined,
    'part',
  );
  if (live.ready && !head)
    return (
      <Missing title={t('classHour.missing')} icon={<IconFileUnknown size={28} stroke={1.5} />} wholePage>
        {t('classHour.missingText')}
      </Missing>
    );
  return (
    <ClassRoomContext value={room}>
      <article ref={frame} className={classes['page']} aria-busy={!head || undefined}>
        {head ? (
          <ClassHeader
            register={register}
            head={head}
            place={place}
            section={section}
            takesRoll={isLesson}
            chips={setChips}
            tools={setTools}
          />
        ) : (
          <div className={classes['header']} aria-label={t('classHour.loading')} />
        )}
        {isProjecting && (
          <Notice tone="info">
            <span role="status">{t('shell.projector.on')}</span>
          </Notice>
        )}
        <SectionRow
          register={register}
          place={place}
          current={section}
          sections={open}
          days={days}
          onAgain={focusSection}
        />
        <SectionViews place={place} current={section} sections={open} />
        {head && offered && !open.includes(section) ? (
          <Missing
            title={t(head.isOwn ? 'classPage.notOffered' : 'classPage.notOpen')}
            icon={<IconLock size={28} stroke={1.5} />}
          >
            {t(head.isOwn ? 'classPage.notOfferedText' : 'classPage.notOpenText')}
          </Missing>
        ) : section.onProjector === 'shown' ? (
          children
        ) : (
          <HiddenOnProjector>{children}</HiddenOnProjector>
        )}
      </article>
    </ClassRoomContext>
  );
}

interface MissingProps {
  readonly title: string;
  readonly icon: ReactNode;
  readonly wholePage?: boolean;
  readonly children: ReactNode;
}

function Missing({ title, icon, wholePage = false, children }: MissingProps) {
  usePageTitle(title, 'part');
  return (
    <EmptyState icon={icon} title={title} wholePage={wholePage}>
      {children}
    </EmptyState>
  );
}
