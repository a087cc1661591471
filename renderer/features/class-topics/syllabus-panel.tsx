import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconFileImport, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TickedItem } from '../../../domain/kinds/syllabus/done-topics.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import type { CommandFailure, CommandResult } from '../../data/commands/outcome.ts';
import type { Register } from '../../data/register.ts';
import { useFormat } from '../../i18n/format.ts';
import { removeTopic, tickTopic } from '../../kinds/syllabus/commands.ts';
import { partText } from '../../kinds/lesson/part-text.ts';
import { useDeclareActions } from '../../ui/actions/actions.ts';
import { useAnnouncer } from '../../ui/focus/use-announcer.tsx';
import { Explained } from '../../ui/section/section.tsx';
import { CommandNotice } from '../../hosts/command-notice.tsx';
import classes from './class-topics.module.css';
import { ImportDialog } from './import-dialog.tsx';
import type { ClassTopics } from './view.ts';

interface SyllabusPanelProps {
  readonly register: Register;
  readonly place: HourPlace;
  readonly topics: ClassTopics;
}

/** The syllabus of the course with its ticks; whoever teaches it imports it, ticks by hand and takes topics out. */
export function SyllabusPanel({ register, place, topics }: SyllabusPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { subject, syllabus } = topics;
  const isMine = topics.isMine && register.pastYear === undefined;
  const [isImporting, setImporting] = useState(false);
  const [failure, setFailure] = useState<CommandFailure>();
  const [region, announce] = useAnnouncer();
  const importLabel = t(syllabus.length === 0 ? 'classTopics.import' : 'classTopics.importMore');
  useDeclareActions(
    isMine
      ? [
          {
            id: 'import-syllabus',
            label: importLabel,
            keywords: t('classTopics.wordsForImport'),
            run: () => setImporting(true),
          },
        ]
      : [],
  );
  if (!subject) return null;
  const course = { schoolClass: place.schoolClass, subject: subject.id, day: place.day };
  const take = async (result: Promise<CommandResult>, said?: string) => {
    const done = await result;
    setFailure(done.ok ? undefined : done.failure);
    if (done.ok && said !== undefined) announce(said);
  };
  const askRemoval = ({ item }: TickedItem) =>
    modals.openConfirmModal({
      title: t('classTopics.removeTitle'),
      children: t('classTopics.removeText', { topic: item.topic }),
      labels: { confirm: t('classTopics.removeConfirm'), cancel: t('common.cancel') },
      cancelProps: { 'data-autofocus': true },
      closeButtonProps: { 'aria-label': t('common.close') },
      onConfirm: () => void take(removeTopic(register, course, item.id), t('classTopics.removed')),
    });
  const done = syllabus.filter((each) => each.done !== undefined).length;
  return (
    <section className={classes['card']} aria-labelledby="syllabus-title">
      {region}
      <header className={classes['cardHead']}>
        <h3 id="syllabus-title">
          {t('classTopics.syllabus')}
          {syllabus.length > 0 && (
            <span className={classes['count']}>
              {t('classTopics.syllabusCount', {
                done: format.number(done),
                all: format.number(syllabus.length),
              })}
            </span>
          )}
        </h3>
        {isMine && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconFileImport size={16} stroke={1.7} />}
            onClick={() => setImporting(true)}
          >
            {importLabel}
          </Button>
        )}
      </header>
      <CommandNotice of={t('classTopics.syllabus')} failure={failure} onClose={() => setFailure(undefined)} />
      {syllabus.length === 0 ? (
        <Explained>{t(isMine ? 'classTopics.noSyllabusMine' : 'classTopics.noSyllabus')}</Explained>
      ) : (
        <ul className={classes['syllabus']}>
          {syllabus.map((ticked, index) => (
            <li key={ticked.item.id}>
              {ticked.item.unit !== undefined && ticked.item.unit !== syllabus[index - 1]?.item.unit && (
                <span className={classes['unit']}>{ticked.item.unit}</span>
              )}
              <Topic
                ticked={ticked}
                groups={topics.groups}
                isMine={isMine}
                onTick={(isDone) => void take(tickTopic(register, course, ticked.item.id, isDone))}
                onRemove={() => askRemoval(ticked)}
              />
            </li>
          ))}
        </ul>
      )}
      {isImporting && (
        <ImportDialog
          register={register}
          course={course}
          topics={topics}
          onAdded={(count) => announce(t('classTopics.added', { count }))}
          onClose={() => setImporting(false)}
        />
      )}
    </section>
  );
}

interface TopicProps {
  readonly ticked: TickedItem;
  readonly groups: ClassTopics['groups'];
  readonly isMine: boolean;
  readonly onTick: (isDone: boolean) => void;
  readonly onRemove: () => void;
}

function Topic({ ticked: { item, done, doneWith }, groups, isMine, onTick, onRemove }: TopicProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const day = done ? format.shortDay(done.day) : '';
  const isByLesson = done?.hour !== undefined;
  const withGroups =
    doneWith &&
    t('classTopics.doneWith', {
      groups: groups
        .filter(({ group }) => doneWith.includes(group))
        .map((part) => partText(part, t))
        .join(', '),
    });
  return (
    <div className={classes['item']}>
      <Checkbox
        size="sm"
        checked={done !== undefined}
        // What a lesson says is taken back in the lesson.
        disabled={!isMine || isByLesson}
        title={isByLesson ? t('classTopics.byLesson', { day }) : undefined}
        label={item.topic}
        description={
          done === undefined
            ? withGroups
            : done.hour === undefined
              ? t('classTopics.doneOn', { day })
              : t('classTopics.doneIn', { day, hour: format.hour(done.hour) })
        }
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      {isMine && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={t('classTopics.remove', { topic: item.topic })}
          onClick={onRemove}
        >
          <IconX size={14} />
        </ActionIcon>
      )}
    </div>
  );
}
