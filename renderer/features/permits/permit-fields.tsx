import { Group, MultiSelect, Radio, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { toPersonId } from '../../../domain/base/ids.ts';
import { parseLocalDate } from '../../../domain/base/local-date.ts';
import { JUSTIFICATION_REASONS } from '../../../domain/kinds/justification/record.ts';
import { PERMIT_MOVES } from '../../../domain/kinds/permit/record.ts';
import { holdsOn } from '../../../domain/school/validity.ts';
import type { AskedClass } from '../../hosts/class-acts/asked-classes.ts';
import { pupilChoices } from '../../hosts/class-acts/pupil-choices.ts';
import { useFormat } from '../../i18n/format.ts';
import { DayField } from '../../ui/day-field/day-field.tsx';
import type { PermitDraft } from './permit-draft.ts';
import type { ClassPermits } from './view.ts';
import { FieldRow } from '../../ui/form/field-row.tsx';

interface PermitFieldsProps {
  readonly draft: PermitDraft;
  readonly classes: readonly AskedClass<ClassPermits>[];
  readonly faultOf: (field: string) => string | undefined;
  readonly onChange: (changes: Partial<PermitDraft>) => void;
}

const LONGEST = 255;
const PARENT = 'parent';

/** For whom, which way, when and why; and who collects, where one pupil leaves. */
export function PermitFields({ draft, classes, faultOf, onChange }: PermitFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const day = parseLocalDate(draft.day);
  const [only, ...others] = draft.pupils;
  const [first] = classes;
  if (!first) return null;
  const { today, delegates: known } = first.shown;
  const delegates =
    draft.move === 'exit' && day !== undefined && others.length === 0
      ? known.filter((one) => one.pupil === only && holdsOn(one, day))
      : [];
  return (
    <>
      <MultiSelect
        name="pupils"
        data-field="pupils"
        data-autofocus
        label={t('permits.pupils')}
        placeholder={draft.pupils.length === 0 ? t('permits.choosePupils') : ''}
        nothingFoundMessage={t('permits.nobodyFound')}
        error={faultOf('pupils')}
        searchable
        hidePickedOptions
        required
        data={pupilChoices(classes, format)}
        value={[...draft.pupils]}
        onChange={(ids) => onChange({ pupils: ids.map(toPersonId), collector: undefined })}
      />
      <Radio.Group
        label={t('permits.move')}
        value={draft.move}
        onChange={(value) => onChange({ move: PERMIT_MOVES.find((each) => each === value) ?? 'exit' })}
      >
        <Group gap="md" mt={4}>
          {PERMIT_MOVES.map((each) => (
            <Radio key={each} value={each} label={t(`permits.moves.${each}`)} />
          ))}
        </Group>
      </Radio.Group>
      <FieldRow>
        <DayField
          name="day"
          label={t('permits.day')}
          value={draft.day}
          today={today}
          error={faultOf('day')}
          onChange={(typed) => onChange({ day: typed })}
        />
        <TextInput
          name="time"
          inputMode="numeric"
          autoComplete="off"
          label={t('permits.time')}
          placeholder={t('permits.example')}
          error={faultOf('time')}
          value={draft.time}
          onChange={(event) => onChange({ time: event.currentTarget.value })}
        />
      </FieldRow>
      <FieldRow>
        <Select
          name="reason"
          data-field="reason"
          label={t('permits.reason')}
          required
          data={JUSTIFICATION_REASONS.map((each) => ({
            value: each,
            label: t(`justification.reason.${each}`),
          }))}
          value={draft.reason ?? null}
          error={faultOf('reason')}
          onChange={(value) => onChange({ reason: JUSTIFICATION_REASONS.find((each) => each === value) })}
        />
        <TextInput
          name="words"
          label={t('permits.inWords')}
          required={draft.reason === 'other'}
          error={faultOf('words')}
          maxLength={LONGEST}
          value={draft.words}
          onChange={(event) => onChange({ words: event.currentTarget.value })}
        />
      </FieldRow>
      {delegates.length > 0 && (
        <Select
          label={t('permits.collector')}
          allowDeselect={false}
          data={[
            { value: PARENT, label: t('permits.parent') },
            ...delegates.map(({ id, name, document }) => ({
              value: id,
              label: t('permits.delegate', { name, document }),
            })),
          ]}
          value={draft.collector ?? PARENT}
          onChange={(value) =>
            onChange({ collector: value === null || value === PARENT ? undefined : value })
          }
        />
      )}
    </>
  );
}
