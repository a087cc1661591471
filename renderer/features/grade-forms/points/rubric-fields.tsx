import { Button, Radio, Group, TextInput } from '@mantine/core';
import { RUBRIC_WAYS } from '../../../../domain/grades/points/rubric.ts';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import { AddMore } from '../add-more.tsx';
import { LIMITS } from '../limits.ts';
import { newCriterion, type CriterionDraft, type LevelDraft, type PointsDraft } from './points-draft.ts';
import classes from '../grade-forms.module.css';

interface RubricFieldsProps {
  readonly draft: PointsDraft;
  /** Pupils have levels of it already: criteria and levels stay as many as they are. */
  readonly isFixed: boolean;
  readonly faultOf: (field: string) => string | undefined;
  readonly onChange: (changes: Partial<PointsDraft>) => void;
}

const LEVELS = ['first', 'second', 'third', 'fourth'] as const;

/** The criteria of a rubric with the points of their levels (D54). */
export function RubricFields({ draft, isFixed, faultOf, onChange }: RubricFieldsProps) {
  const { t } = useScaleTexts();
  const { criteria } = draft;
  const change = (id: string, next: CriterionDraft) =>
    onChange({ criteria: criteria.map((one) => (one.id === id ? next : one)) });
  const add = () => {
    const levels = LEVELS.map((level) => t(`gradeForms.rubric.usual.${level}`));
    // A further one has the levels of the one before: most rubrics have the same for all.
    const alike = criteria.at(-1)?.levels;
    const made = newCriterion({ levels, newId: () => crypto.randomUUID() });
    onChange({ criteria: [...criteria, alike ? { ...made, levels: alike } : made] });
  };
  return (
    <>
      <Radio.Group
        label={t('gradeForms.rubric.way')}
        value={draft.rubricWay}
        onChange={(value) => onChange({ rubricWay: RUBRIC_WAYS.find((way) => way === value) ?? 'sum' })}
      >
        <Group gap="md" mt={4}>
          {RUBRIC_WAYS.map((way) => (
            <Radio key={way} value={way} label={t(`gradeForms.rubric.ways.${way}`)} />
          ))}
        </Group>
      </Radio.Group>
      {criteria.map((criterion, index) => (
        <Criterion
          key={criterion.id}
          criterion={criterion}
          number={index + 1}
          isFixed={isFixed}
          faultOf={faultOf}
          onChange={(next) => change(criterion.id, next)}
          onRemove={() => onChange({ criteria: criteria.filter(({ id }) => id !== criterion.id) })}
        />
      ))}
      {faultOf('criteria') !== undefined && (
        <p role="alert" className={classes['fault']}>
          {faultOf('criteria')}
        </p>
      )}
      {!isFixed && (
        <AddMore
          label={t('gradeForms.rubric.addCriterion')}
          count={criteria.length}
          most={LIMITS.criteria}
          field="criteria"
          onAdd={add}
        />
      )}
    </>
  );
}

interface CriterionProps extends Pick<RubricFieldsProps, 'isFixed' | 'faultOf'> {
  readonly criterion: CriterionDraft;
  readonly number: number;
  readonly onChange: (next: CriterionDraft) => void;
  readonly onRemove: () => void;
}

function Criterion({ criterion, number, isFixed, faultOf, onChange, onRemove }: CriterionProps) {
  const { t } = useScaleTexts();
  const { id, name, levels } = criterion;
  const change = (at: number, changes: Partial<LevelDraft>) =>
    onChange({
      ...criterion,
      levels: levels.map((level, index) => (index === at ? { ...level, ...changes } : level)),
    });
  return (
    <fieldset className={classes['criterion']} aria-label={t('gradeForms.rubric.criterion', { number })}>
      <div className={classes['line']}>
        <TextInput
          name={`criterion.${id}`}
          label={t('gradeForms.rubric.criterion', { number })}
          placeholder={t('gradeForms.rubric.example')}
          maxLength={LIMITS.criterion}
          value={name}
          error={faultOf(`criterion.${id}`)}
          onChange={(event) => onChange({ ...criterion, name: event.currentTarget.value })}
        />
        {!isFixed && (
          <Button
            variant="subtle"
            aria-label={t('gradeForms.rubric.removeCriterion', { number })}
            onClick={onRemove}
          >
            {t('gradeForms.remove')}
          </Button>
        )}
      </div>
      <div className={classes['levels']}>
        {[...levels.entries()].map(([at, level]) => (
          // A level has no name but its place: pupils have it by that.
          <div key={at} className={classes['level']}>
            <TextInput
              name={`level.${id}.${at}`}
              size="xs"
              label={t('gradeForms.rubric.level', { number: at + 1 })}
              maxLength={LIMITS.level}
              value={level.name}
              error={faultOf(`level.${id}.${at}`)}
              onChange={(event) => change(at, { name: event.currentTarget.value })}
            />
            <TextInput
              size="xs"
              label={t('gradeForms.rubric.points')}
              aria-label={t('gradeForms.rubric.pointsOf', { number: at + 1 })}
              inputMode="decimal"
              autoComplete="off"
              value={level.points}
              onChange={(event) => change(at, { points: event.currentTarget.value })}
            />
          </div>
        ))}
      </div>
      {!isFixed && (
        <div className={classes['acts']}>
          <AddMore
            label={t('gradeForms.rubric.addLevel')}
            count={levels.length}
            most={LIMITS.levels}
            isLesser
            onAdd={() => onChange({ ...criterion, levels: [...levels, { name: '', points: '' }] })}
          />
          {levels.length > LIMITS.fewestLevels && (
            <Button
              variant="subtle"
              size="compact-xs"
              onClick={() => onChange({ ...criterion, levels: levels.slice(0, -1) })}
            >
              {t('gradeForms.rubric.removeLevel')}
            </Button>
          )}
        </div>
      )}
    </fieldset>
  );
}
