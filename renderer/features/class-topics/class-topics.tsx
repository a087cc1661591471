import { Button, Select } from '@mantine/core';
import { IconListDetails, IconPrinter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { toSubjectId, type SubjectId } from '../../../domain/base/ids.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { Register } from '../../data/register.ts';
import { partText } from '../../kinds/lesson/part-text.ts';
import { useDeclareActions } from '../../ui/actions/actions.ts';
import { KEYS } from '../../ui/actions/keys.ts';
import { EmptyState } from '../../ui/notice/empty-state.tsx';
import { hourPath } from '../../ui/routes.ts';
import { Section } from '../../ui/section/section.tsx';
import { useView } from '../../ui/use-view.ts';
import classes from './class-topics.module.css';
import { DoneTopics } from './done-topics.tsx';
import { OwnHours } from './own-hours.tsx';
import { SupportOfClass } from './support-of-class.tsx';
import { SyllabusPanel } from './syllabus-panel.tsx';
import { TopicsPrint } from './topics-print.tsx';
import { classTopics, type ClassTopics } from './view.ts';

/** No group has this code: a code has a letter at least. */
const EVERY_GROUP = '';

interface ClassTopicsProps {
  readonly register: Register;
  readonly place: HourPlace;
}

/** Topics of a class by subject: what is missing, what is planned, what was done, and the syllabus. */
export function ClassTopicsSection({ register, place }: ClassTopicsProps) {
  const { t } = useTranslation();
  const { schoolClass, day, hour } = place;
  const [subject, setSubject] = useState<SubjectId>();
  const [onlyGroup, setGroup] = useState<string>();
  const asked = useMemo(
    () => ({ schoolClass, day, hour, subject, onlyGroup }),
    [schoolClass, day, hour, subject, onlyGroup],
  );
  const live = useView(classTopics, register, asked);
  if (!live.ready) return <div aria-busy="true" aria-label={t('classHour.loading')} />;
  const topics = live.value;
  if (!topics.subject)
    return (
      <EmptyState icon={<IconListDetails size={28} stroke={1.5} />} title={t('classTopics.noSubjects')}>
        {t('classTopics.noSubjectsText')}
      </EmptyState>
    );
  return (
    <OfSubject register={register} place={place} topics={topics} onSubject={setSubject} onGroup={setGroup} />
  );
}

interface OfSubjectProps extends ClassTopicsProps {
  readonly topics: ClassTopics;
  readonly onSubject: (subject: SubjectId) => void;
  /** Every group is looked at where none is asked for. */
  readonly onGroup: (group: string | undefined) => void;
}

function OfSubject({ register, place, topics, onSubject, onGroup }: OfSubjectProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const { subject, subjects, isMine, incomplete } = topics;
  const print = () => globalThis.print();
  const [first] = incomplete;
  useDeclareActions([
    ...(first
      ? [
          {
            id: 'open-incomplete',
            label: t('classTopics.openFirst'),
            keys: KEYS.openIncomplete,
            everywhere: true,
            run: () => navigate(hourPath(first.day, place.schoolClass, first.hour)),
          },
        ]
      : []),
    ...(topics.done.length > 0
      ? [
          {
            id: 'print',
            label: t('classTopics.print'),
            keywords: t('classTopics.wordsForPrint'),
            run: print,
          },
        ]
      : []),
  ]);
  const title = subject ? t('classTopics.title', { subject: subject.name }) : t('classTopics.titleAny');
  return (
    <Section
      headingId="topics-title"
      className={classes['section']}
      title={title}
      tools={
        <>
          {subjects.length > 1 && (
            <Select
              size="xs"
              w={220}
              aria-label={t('classTopics.subject')}
              allowDeselect={false}
              value={subject?.id ?? null}
              data={subjects.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(value) => value !== null && onSubject(toSubjectId(value))}
            />
          )}
          {topics.groups.length > 0 && (
            <Select
              size="xs"
              w={200}
              aria-label={t('classTopics.group')}
              allowDeselect={false}
              value={topics.group ?? EVERY_GROUP}
              data={[
                { value: EVERY_GROUP, label: t('classTopics.everyGroup') },
                ...topics.groups.map((part) => ({ value: part.group, label: partText(part, t) })),
              ]}
              onChange={(value) => onGroup(value === null || value === EVERY_GROUP ? undefined : value)}
            />
          )}
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPrinter size={16} stroke={1.7} />}
            disabled={topics.done.length === 0}
            onClick={print}
          >
            {t('classTopics.print')}
          </Button>
        </>
      }
    >
      <div className={classes['columns']}>
        <div className={classes['column']}>
          {isMine && <OwnHours schoolClass={place.schoolClass} topics={topics} />}
          <DoneTopics done={topics.done} withGroups={topics.groups.length > 0} />
        </div>
        <div className={classes['column']}>
          <SyllabusPanel register={register} place={place} topics={topics} />
          <SupportOfClass register={register} place={place} />
        </div>
      </div>
      <TopicsPrint register={register} place={place} topics={topics} />
    </Section>
  );
}
