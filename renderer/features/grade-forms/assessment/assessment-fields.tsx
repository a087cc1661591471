import { Autocomplete, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { ASSESSMENT_TYPES } from '../../../../domain/grades/assessment-types.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import { DayField } from '../../../ui/day-field/day-field.tsx';
import { LIMITS } from '../limits.ts';
import type { AssessmentDraft } from './assessment-draft.ts';
import classes from '../grade-forms.module.css';

interface AssessmentFieldsProps {
  readonly draft: AssessmentDraft;
  readonly today: LocalDate;
  readonly faultOf: (field: string) => string | undefined;
  readonly onChange: (changes: Partial<AssessmentDraft>) => void;
}

interface PlaceFieldsProps extends AssessmentFieldsProps {
  /** Topics of the lessons, those of the day first. */
  readonly topics: readonly string[];
  /** The groups of the class; none for one that is never parted. */
  readonly groups: readonly { readonly code: string; readonly name: string }[];
  /** Whose the column is does not change any more. */
  readonly isKnown: boolean;
}

/** What every test has: its day, its type and its topic; and the group, where the class is parted. */
export function PlaceFields(props: PlaceFieldsProps) {
  const { draft, today, topics, groups, isKnown, faultOf, onChange } = props;
  const { t } = useScaleTexts();
  return (
    <>
      <div className={classes['pair']}>
        <DayField
          name="day"
          label={t('gradeForms.assessment.day')}
          value={draft.day}
          today={today}
          error={faultOf('day')}
          onChange={(day) => onChange({ day })}
        />
        <Select
          label={t('gradeForms.assessment.type')}
          allowDeselect={false}
          data={ASSESSMENT_TYPES.map((type) => ({ value: type, label: t(`assessment.type.${type}`) }))}
          value={draft.type}
          onChange={(value) =>
            onChange({ type: ASSESSMENT_TYPES.find((type) => type === value) ?? 'written' })
          }
        />
      </div>
      <Autocomplete
        name="topic"
        data-autofocus
        label={t('gradeForms.assessment.topic')}
        description={t('gradeForms.assessment.aboutTopic')}
        maxLength={LIMITS.topic}
        data={topics.map((topic) => topic.slice(0, LIMITS.topic))}
        limit={6}
        openOnFocus={false}
        value={draft.topic}
        onChange={(topic) => onChange({ topic })}
      />
      {groups.length > 0 && (
        <Select
          label={t('gradeForms.assessment.group')}
          allowDeselect={false}
          disabled={isKnown}
          data={[
            { value: '', label: t('gradeForms.assessment.wholeClass') },
            ...groups.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          value={draft.group}
          onChange={(group) => onChange({ group: group ?? '' })}
        />
      )}
    </>
  );
}

interface WeightFieldsProps extends AssessmentFieldsProps {
  /** Of words there is no average. */
  readonly hasAverages: boolean;
}

/** How much a test counts, who sees it from when, and what is said to all. */
export function WeightFields({ draft, today, hasAverages, faultOf, onChange }: WeightFieldsProps) {
  const { t } = useScaleTexts();
  return (
    <>
      {hasAverages && (
        <div className={classes['pair']}>
          <TextInput
            name="weight"
            label={t('gradeForms.assessment.weight')}
            description={t('gradeForms.assessment.aboutWeight')}
            inputMode="numeric"
            autoComplete="off"
            value={draft.weight}
            error={faultOf('weight')}
            onChange={(event) => onChange({ weight: event.currentTarget.value })}
          />
          <Checkbox
            className={classes['tick'] ?? ''}
            label={t('gradeForms.assessment.counts')}
            checked={draft.counts}
            onChange={(event) => onChange({ counts: event.currentTarget.checked })}
          />
        </div>
      )}
      <div className={classes['pair']}>
        <DayField
          name="embargo"
          label={t('gradeForms.assessment.embargo')}
          description={t('gradeForms.assessment.aboutEmbargo')}
          value={draft.embargo}
          today={today}
          isClearable
          error={faultOf('embargo')}
          onChange={(embargo) => onChange({ embargo })}
        />
        <Checkbox
          className={classes['tick'] ?? ''}
          label={t('gradeForms.assessment.visible')}
          description={t('gradeForms.assessment.aboutVisible')}
          checked={draft.visible}
          onChange={(event) => onChange({ visible: event.currentTarget.checked })}
        />
      </div>
      <Textarea
        label={t('gradeForms.assessment.comment')}
        description={t('gradeForms.assessment.aboutComment')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={LIMITS.comment}
        value={draft.comment}
        onChange={(event) => onChange({ comment: event.currentTarget.value })}
      />
    </>
  );
}
