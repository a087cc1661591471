import { Group, MultiSelect, Radio, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { toPersonId } from '../../../domain/base/ids.ts';
import { parseLocalDate } from '../../../domain/base/local-date.ts';
import { ELSEWHERE_TYPES } from '../../../domain/kinds/presence-elsewhere/record.ts';
import { pupilsOf, type AskedClass } from '../../hosts/class-acts/asked-classes.ts';
import { pupilChoices } from '../../hosts/class-acts/pupil-choices.ts';
import { useFormat } from '../../i18n/format.ts';
import { namesText } from '../../i18n/names-text.ts';
import { DayField } from '../../ui/day-field/day-field.tsx';
import { PARTS_OF_DAY, type ElsewhereDraft } from './draft.ts';
import styles from './out-of-class.module.css';
import type { OutOfClass } from './view.ts';
import { FieldRow } from '../../ui/form/field-row.tsx';

interface OutOfClassFieldsProps {
  readonly draft: ElsewhereDraft;
  /** The class of the hour first: the hours to choose are its own. */
  readonly classes: readonly AskedClass<OutOfClass>[];
  /** Else who it is of, and its first day, stay what they are. */
  readonly isNew: boolean;
  readonly faultOf: (field: string) => string | undefined;
  readonly onChange: (changes: Partial<ElsewhereDraft>) => void;
}

const LONGEST = 200;

/** Who, which type, which part of which days, and where. */
export function OutOfClassFields({ draft, classes, isNew, faultOf, onChange }: OutOfClassFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const day = parseLocalDate(draft.day);
  const [first] = classes;
  if (!first) return null;
  const { today, dayOf } = first.shown;
  const bells = day === undefined ? [] : dayOf(day).bells;
  return (
    <>
      {isNew ? (
        <MultiSelect
          name="pupils"
          data-field="pupils"
          {...(draft.pupils.length === 0 ? { 'data-autofocus': true } : {})}
          label={t('outOfClass.pupils')}
          placeholder={draft.pupils.length === 0 ? t('outOfClass.choosePupils') : ''}
          nothingFoundMessage={t('outOfClass.nobodyFound')}
          error={faultOf('pupils')}
          searchable
          hidePickedOptions
          required
          data={pupilChoices(classes, format)}
          value={[...draft.pupils]}
          onChange={(ids) => onChange({ pupils: ids.map(toPersonId) })}
        />
      ) : (
        <p className={styles['who']}>{namesText(draft.pupils, pupilsOf(classes), t)}</p>
      )}
      <Radio.Group
        label={t('outOfClass.type')}
        value={draft.type}
        onChange={(value) =>
          onChange({ type: ELSEWHERE_TYPES.find((each) => each === value) ?? 'activityInside' })
        }
      >
        <Group gap="md" mt={4}>
          {ELSEWHERE_TYPES.map((each) => (
            <Radio
              key={each}
              value={each}
              label={capital(t(`presenceElsewhere.${each}`))}
              {...(draft.pupils.length > 0 && each === draft.type ? { 'data-autofocus': true } : {})}
            />
          ))}
        </Group>
      </Radio.Group>
      <Radio.Group
        data-field="part"
        label={t('outOfClass.part')}
        error={faultOf('part')}
        value={draft.part}
        onChange={(value) => onChange({ part: PARTS_OF_DAY.find((each) => each === value) ?? 'wholeDay' })}
      >
        <Group gap="md" mt={4}>
          {PARTS_OF_DAY.map((each) => (
            <Radio key={each} value={each} label={t(`outOfClass.parts.${each}`)} />
          ))}
        </Group>
      </Radio.Group>
      {draft.part === 'fromHour' && (
        <Select
          data-field="fromHour"
          label={t('outOfClass.fromHour')}
          placeholder={t('outOfClass.chooseHour')}
          error={faultOf('fromHour')}
          allowDeselect={false}
          data={bells.map(({ hour, start }) => ({
            value: String(hour),
            label: `${format.hour(hour)} · ${format.clock(start)}`,
          }))}
          // An hour that the day does not have is no choice: the field is empty, and not what it seems.
          value={bells.some(({ hour }) => hour === draft.fromHour) ? String(draft.fromHour) : null}
          onChange={(value) => value !== null && onChange({ fromHour: Number(value) })}
        />
      )}
      {draft.part === 'interval' && (
        <FieldRow>
          {(['start', 'end'] as const).map((each) => (
            <TextInput
              key={each}
              name={each}
              inputMode="numeric"
              placeholder={t('outOfClass.example')}
              label={t(`outOfClass.${each}`)}
              error={faultOf(each)}
              value={draft[each]}
              onChange={(event) => onChange({ [each]: event.currentTarget.value })}
            />
          ))}
        </FieldRow>
      )}
      <FieldRow>
        {isNew && (
          <DayField
            name="day"
            label={t('outOfClass.day')}
            value={draft.day}
            today={today}
            error={faultOf('day')}
            onChange={(day) => onChange({ day })}
          />
        )}
        <DayField
          name="lastDay"
          label={t('outOfClass.lastDay')}
          value={draft.lastDay}
          today={today}
          error={faultOf('lastDay')}
          isClearable
          onChange={(lastDay) => onChange({ lastDay })}
        />
      </FieldRow>
      <TextInput
        name="whereabouts"
        label={t('outOfClass.place')}
        placeholder={t('outOfClass.placeExample')}
        error={faultOf('whereabouts')}
        maxLength={LONGEST}
        required
        value={draft.whereabouts}
        onChange={(event) => onChange({ whereabouts: event.currentTarget.value })}
      />
    </>
  );
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
