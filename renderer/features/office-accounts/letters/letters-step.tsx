import { useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { changeContacts } from '../../../../domain/protocol/endpoints/office/office-endpoints.ts';
import {
  contactsOf,
  isReadyForLetters,
} from '../../../../domain/protocol/endpoints/office/school-contacts.ts';
import type { Register } from '../../../data/register.ts';
import { schoolDetailsTexts } from '../../../i18n/school-details-texts.ts';
import { TextFieldsDialog } from '../../../ui/text-fields-dialog.tsx';
import { useViewValue } from '../../../ui/use-view.ts';
import { ownSchool } from '../../../views/school.ts';
import { LettersDialog } from './letters-dialog.tsx';

interface LettersStepProps extends ComponentProps<typeof LettersDialog> {
  readonly register: Register;
}

/** The letters; before the first ones, the school's name and contacts, without which a letter says neither who writes nor whom to call (S11). */
export function LettersStep({ register, ...letters }: LettersStepProps) {
  const { t } = useTranslation();
  const school = useViewValue(ownSchool, register);
  const [isSaved, setSaved] = useState(false);
  if (!letters.opened || !school || isSaved || isReadyForLetters(school))
    return <LettersDialog {...letters} />;
  const name = school.name === school.school ? '' : school.name;
  return (
    <TextFieldsDialog
      {...schoolDetailsTexts(t)}
      values={{ name, ...contactsOf(school) }}
      because={t('accounts.letters.detailsFirst')}
      onSave={(details) => letters.api.ask(changeContacts, { body: details })}
      onSaved={() => setSaved(true)}
      onClose={letters.onClose}
    />
  );
}
