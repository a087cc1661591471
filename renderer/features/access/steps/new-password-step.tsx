import { useTranslation } from 'react-i18next';
import { isLanguage } from '../../../i18n/language.ts';
import { AccessHeading } from '../frame/access-heading.tsx';
import classes from '../frame/access.module.css';
import type { AnswerStep } from '../verbs/access-verbs.ts';
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
        <AccessHeading>{t('access.step.newPasswordTitle')}</AccessHeading>
        <p className={classes['intro']}>{t('access.step.newPasswordText')}</p>
      </header>
      <NewPasswordForm
        personal={personal}
        save={t('access.step.save')}
        onChosen={(password) =>
          onAnswer({ kind: 'newPassword', password, ...(isLanguage(language) && { language }) })
        }
      />
    </>
  );
}
