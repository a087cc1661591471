import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { className, type SchoolClass } from '../../../../domain/kinds/class/record.ts';
import type { Api } from '../../../data/api/api-request.ts';
import type { CommandFailure } from '../../../data/commands/outcome.ts';
import type { Register } from '../../../data/register.ts';
import { CommandNotice } from '../../../hosts/command-notice.tsx';
import { useFormat } from '../../../i18n/format.ts';
import { useView, useViewValue } from '../../../ui/use-view.ts';
import type { DaySpan } from '../span/address.ts';
import type { WeekHour } from '../view/taught-days.ts';
import { AskingPast } from './asking-past.tsx';
import { copyPlans } from './copy-plans.ts';
import { CopyPreview } from './copy-preview.tsx';
import { copiedWeek } from '../view/copied-week.ts';
import { usePastWeek } from './use-past-week.ts';
import { copyChoices, firstChoice } from '../view/copy-choices.ts';
import { coursesOf } from '../view/copy-sources.ts';
import { FieldRow } from '../../../ui/form/field-row.tsx';

interface CopyDialogProps {
  readonly register: Register;
  readonly api: Api;
  readonly week: DaySpan;
  readonly hours: readonly WeekHour[];
  readonly onCopied: (count: number) => void;
  readonly onClose: () => void;
}

/** Which course, from which week of which class, and what of it would be copied or left, before anything is written (D122). */
export function CopyDialog({ register, api, week, hours, onCopied, onClose }: CopyDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const courses = useMemo(() => coursesOf(hours), [hours]);
  const [courseAt, setCourseAt] = useState(0);
  const [chosenClass, setClassAt] = useState<number>();
  const [monday, setMonday] = useState<string>();
  const [failure, setFailure] = useState<CommandFailure>();
  const [isBusy, setBusy] = useState(false);
  const course = courses[courseAt];
  const sources = useView(copyChoices, register, course, week);
  const classAt = chosenClass ?? (sources.ready ? firstChoice(sources.value) : 0);
  const from = sources.ready ? sources.value[classAt] : undefined;
  const chosen =
    from?.weeks.find((each) => each.from === monday) ?? from?.start ?? from?.sameWeek ?? from?.weeks[0];
  const classId = from?.schoolClass.id;
  const asked = useMemo(
    () => (classId === undefined || !chosen ? undefined : { schoolClass: classId, week: chosen }),
    [classId, chosen],
  );
  const isPast = from?.isPast === true;
  const told = usePastWeek(api, isPast ? asked : undefined);
  // Nothing is said of a week of last year before the school has told what was done in it.
  const known = isPast && !told.past ? undefined : asked;
  const copied = useViewValue(copiedWeek, register, known, course, hours, told.past);
  const plans = copied?.plans ?? [];
  const yearOf = ({ startYear }: SchoolClass) => `${startYear}/${String(startYear + 1).slice(-2)}`;

  const save = async () => {
    if (!course) return;
    setBusy(true);
    const written = await copyPlans(register, course.schoolClass.id, plans);
    if (!written.ok) {
      setBusy(false);
      setFailure(written.failure.failure);
      return;
    }
    onCopied(plans.length);
    onClose();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('week.copy.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        <CommandNotice of={t('week.copy.title')} failure={failure} onClose={() => setFailure(undefined)} />
        <Select
          label={t('week.copy.course')}
          data-autofocus
          allowDeselect={false}
          value={String(courseAt)}
          data={courses.map(({ schoolClass, subject }, index) => ({
            value: String(index),
            label: `${className(schoolClass)} · ${subject.name}`,
          }))}
          onChange={(value) => {
            setFailure(undefined);
            setCourseAt(Number(value));
            setClassAt(undefined);
            setMonday(undefined);
          }}
        />
        {sources.ready && sources.value.length === 0 ? (
          <p>{t('week.copy.noClass', { subject: course?.subject.name ?? '' })}</p>
        ) : (
          <FieldRow>
            <Select
              label={t('week.copy.class')}
              allowDeselect={false}
              value={String(classAt)}
              data={(sources.ready ? sources.value : []).map(({ schoolClass }, index) => ({
                value: String(index),
                label: `${className(schoolClass)} · ${yearOf(schoolClass)}`,
              }))}
              onChange={(value) => {
                setFailure(undefined);
                setClassAt(Number(value));
                setMonday(undefined);
              }}
            />
            <Select
              label={t('week.copy.week')}
              allowDeselect={false}
              value={chosen?.from ?? null}
              data={(from?.weeks ?? []).map((each) => ({
                value: each.from,
                label: t('week.title', { from: format.shortDay(each.from), to: format.shortDay(each.to) }),
              }))}
              onChange={(value) => {
                setFailure(undefined);
                setMonday(value ?? undefined);
              }}
            />
          </FieldRow>
        )}
        {from && course && from.start === undefined && (
          <p>{t('week.copy.noWeek', { name: className(from.schoolClass), subject: course.subject.name })}</p>
        )}
        {isPast && asked && !told.past && <AskingPast told={told} />}
        {known && copied && <CopyPreview copied={copied} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button disabled={plans.length === 0} loading={isBusy} onClick={() => void save()}>
            {t('week.copy.save', { count: plans.length })}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
