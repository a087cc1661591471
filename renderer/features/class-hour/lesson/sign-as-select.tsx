import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { equalJson } from '../../../../domain/base/canonical-json.ts';
import type { ClassHour } from '../view/class-hour.ts';
import { signChoices, type SignAs, type SignChoice } from './sign-act.ts';

interface SignAsSelectProps {
  readonly hour: ClassHour;
  readonly signAs: SignAs;
  readonly onSignAs: (signAs: SignAs) => void;
}

/** In what capacity I sign an hour: one that the timetable does not give me, or where I have more than one. */
export function SignAsSelect({ hour, signAs, onSignAs }: SignAsSelectProps) {
  const { t } = useTranslation();
  const choices = signChoices(hour);
  const current = choices.findIndex((one) => equalJson(one.signAs, signAs));
  return (
    <Select
      size="xs"
      w={210}
      aria-label={t('classHour.lesson.signAs')}
      allowDeselect={false}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      value={current < 0 ? null : String(current)}
      data={choices.map((one, index) => {
        const name = one.subject?.name ?? '';
        const isCover = one.signAs.as === 'substitution';
        const label = isCover
          ? one.subject
            ? t('classHour.lesson.signAsSubstitutionOf', { subject: name })
            : t('classHour.lesson.signAsSubstitution')
          : isSupportBesides(one, choices)
            ? t('joined.asSupport', { subject: name })
            : name;
        return { value: String(index), label };
      })}
      onChange={(value) => {
        const choice = value === null ? undefined : choices[Number(value)];
        if (choice) onSignAs(choice.signAs);
      }}
    />
  );
}

/** Whether somebody who also teaches the subject signs as support under its name, which alone would not tell the two apart. */
function isSupportBesides({ signAs, subject }: SignChoice, choices: readonly SignChoice[]): boolean {
  if (signAs.as !== 'subject' || !signAs.support) return false;
  return choices.some(
    (other) => other.signAs.as === 'subject' && !other.signAs.support && other.subject === subject,
  );
}
