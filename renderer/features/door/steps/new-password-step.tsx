import { useTranslation } from 'react-i18next';
import { isLanguage } from '../../../i18n/language.ts';
import { DoorHeading } from '../frame/door-heading.tsx';
import classes from '../frame/door.module.css';
import type { AnswerStep } from '../verbs/door-verbs.ts';
import { NewPasswordForm } from './new-password-form.tsx';

interface NewPasswordStepProps {
  readonly personal: readonly string[];
  readonly onAnswer: AnswerStep;
}

/** The owner's password in the place of the office's (S22, S23). */
export function NewPasswordStep({ personal, onAnswer }: NewPasswordStepProps) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  return (
    <>
      <header>
        <DoorHeading>{t('door.step.newPasswordTitle')}</DoorHeading>
        <p className={classes['intro']}>{t('door.step.newPasswordText')}</p>
      </header>
      <NewPasswordForm
        personal={personal}
        save={t('door.step.save')}
        onChosen={(password) =>
          onAnswer({ kind: 'newPassword', password, ...(isLanguage(language) && { language }) })
        }
      />
    </>
  );
}
