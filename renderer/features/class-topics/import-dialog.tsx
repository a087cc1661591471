import { Button, FileButton, Group, Modal, Stack, Textarea } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { className } from '../../../domain/kinds/class/record.ts';
import { LONGEST_SYLLABUS_TEXT, MOST_SYLLABUS_ITEMS } from '../../../domain/kinds/syllabus/record.ts';
import type { CommandFailure } from '../../data/commands/outcome.ts';
import type { Register } from '../../data/register.ts';
import { useFormat } from '../../i18n/format.ts';
import { addTopics, type Course } from '../../kinds/syllabus/commands.ts';
import { readSyllabus } from '../../kinds/syllabus/read-rows.ts';
import { CommandNotice } from '../../hosts/command-notice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { ScrollRegion } from '../../ui/focus/scroll-region.tsx';
import { useViewValue } from '../../ui/use-view.ts';
import { schoolIndex } from '../../views/school.ts';
import classes from './class-topics.module.css';
import { textOfFile } from './text-of-file.ts';
import type { ClassTopics } from './view.ts';

/** Rows that are named one by one: whoever has more of them has another fault than these. */
const MOST_NAMED = 30;

interface ImportDialogProps {
  readonly register: Register;
  readonly course: Course;
  readonly topics: ClassTopics;
  readonly onAdded: (count: number) => void;
  readonly onClose: () => void;
}

/** Pasted text or a file, what would be taken of it and which lines would not, before anything is saved. */
export function ImportDialog({ register, course, topics, onAdded, onClose }: ImportDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [text, setText] = useState('');
  const [fileFault, setFileFault] = useState<'fileUnread' | 'fileTooLarge'>();
  const [failure, setFailure] = useState<CommandFailure>();
  const [isBusy, setBusy] = useState(false);
  const resetFile = useRef<() => void>(null);
  const schoolClass = useViewValue(schoolIndex, register)?.schoolClass(course.schoolClass);
  const known = useMemo(() => topics.syllabus.map(({ item }) => item.topic), [topics.syllabus]);
  // A key is drawn before a long text is read again.
  const deferred = useDeferredValue(text);
  const { rows, faults } = useMemo(() => readSyllabus(deferred, known), [deferred, known]);

  const open = async (file: File | null) => {
    // Corrected and opened again, the same file is read again.
    resetFile.current?.();
    if (!file) return;
    const read = await textOfFile(file);
    setFileFault(read.ok ? undefined : read.failure);
    if (read.ok) setText(read.value);
  };
  const save = async () => {
    setBusy(true);
    const result = await addTopics(register, course, rows);
    setBusy(false);
    setFailure(result.ok ? undefined : result.failure);
    if (!result.ok) return;
    onAdded(rows.length);
    onClose();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('classTopics.importTitle', {
        subject: topics.subject?.name ?? '',
        name: schoolClass ? className(schoolClass) : '',
      })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        <p className={classes['explained']}>{t('classTopics.importText')}</p>
        <CommandNotice
          of={t('classTopics.syllabus')}
          failure={failure}
          onClose={() => setFailure(undefined)}
        />
        {fileFault !== undefined && (
          <Notice tone="warn" urgent>
            {t(`classTopics.${fileFault}`)}
          </Notice>
        )}
        <Textarea
          label={t('classTopics.importField')}
          data-autofocus
          autosize
          minRows={5}
          maxRows={10}
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setFailure(undefined);
            setText(event.currentTarget.value);
          }}
        />
        <FileButton
          resetRef={resetFile}
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          onChange={(file) => void open(file)}
        >
          {(props) => (
            <Button
              {...props}
              className={classes['file'] ?? ''}
              variant="default"
              size="xs"
              leftSection={<IconFile size={16} stroke={1.7} />}
            >
              {t('classTopics.importFile')}
            </Button>
          )}
        </FileButton>
        <div role="status" className={classes['explained']}>
          {rows.length > 0 && t('classTopics.taken', { count: rows.length })}
          {rows.length > 0 && faults.length > 0 && ' · '}
          {faults.length > 0 && t('classTopics.faulty', { count: faults.length })}
        </div>
        {faults.length > 0 && (
          <ul className={classes['faults']}>
            {faults.slice(0, MOST_NAMED).map(({ line, text: written, fault }) => (
              <li key={line}>
                {t('classTopics.faultLine', {
                  line: format.number(line),
                  why: t(`classTopics.fault.${fault}`, {
                    most: format.number(LONGEST_SYLLABUS_TEXT),
                    all: format.number(MOST_SYLLABUS_ITEMS),
                  }),
                })}{' '}
                <q>{written.slice(0, 80)}</q>
              </li>
            ))}
            {faults.length > MOST_NAMED && (
              <li>{t('classTopics.moreFaults', { count: faults.length - MOST_NAMED })}</li>
            )}
          </ul>
        )}
        {rows.length > 0 && (
          <ScrollRegion label={t('classTopics.preview')} className={classes['preview'] ?? ''}>
            <ol>
              {rows.map(({ unit, topic }) => (
                <li key={topic}>
                  {topic}
                  {unit !== undefined && <span className={classes['quiet']}> · {unit}</span>}
                </li>
              ))}
            </ol>
          </ScrollRegion>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button disabled={rows.length === 0} loading={isBusy} onClick={() => void save()}>
            {t('classTopics.add')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
