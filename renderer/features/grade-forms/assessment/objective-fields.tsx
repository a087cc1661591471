import { Button, TextInput } from '@mantine/core';
import { useScaleTexts } from '../../../i18n/scale-texts.ts';
import { AddMore } from '../add-more.tsx';
import { LIMITS } from '../limits.ts';
import type { ObjectiveDraft } from './assessment-draft.ts';
import classes from '../grade-forms.module.css';

interface ObjectiveFieldsProps {
  readonly objectives: readonly ObjectiveDraft[];
  /** Those of which a pupil has a level: they stay. */
  readonly used: ReadonlySet<string>;
  readonly onChange: (objectives: readonly ObjectiveDraft[]) => void;
}

/** Objectives, abilities or competences that a test is about: none of them is in an average (D55). */
export function ObjectiveFields({ objectives, used, onChange }: ObjectiveFieldsProps) {
  const { t } = useScaleTexts();
  return (
    <>
      <p className={classes['lead']}>{t('gradeForms.objectives.about')}</p>
      {objectives.length > 0 && (
        <ul className={classes['lines']}>
          {objectives.map(({ id, name }, index) => (
            <li key={id} className={classes['line']}>
              <TextInput
                label={t('gradeForms.objectives.objective', { number: index + 1 })}
                maxLength={LIMITS.objective}
                value={name}
                onChange={(event) =>
                  onChange(
                    objectives.map((one) => (one.id === id ? { id, name: event.currentTarget.value } : one)),
                  )
                }
              />
              {!used.has(id) && (
                <Button
                  variant="subtle"
                  aria-label={t('gradeForms.objectives.remove', { number: index + 1 })}
                  onClick={() => onChange(objectives.filter((one) => one.id !== id))}
                >
                  {t('gradeForms.remove')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <AddMore
        label={t('gradeForms.objectives.add')}
        count={objectives.length}
        most={LIMITS.objectives}
        onAdd={() => onChange([...objectives, { id: crypto.randomUUID(), name: '' }])}
      />
    </>
  );
}
