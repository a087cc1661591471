import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { changeContacts } from '../../../domain/protocol/endpoints/office/office-endpoints.ts';
import { contactsOf, whereOf } from '../../../domain/protocol/endpoints/office/school-contacts.ts';
import type { Api } from '../../data/api/api-request.ts';
import type { Register } from '../../data/register.ts';
import { useFormat } from '../../i18n/format.ts';
import { schoolDetailsTexts } from '../../i18n/school-details-texts.ts';
import { TextFieldsDialog } from '../../ui/text-fields-dialog.tsx';
import { useSectionHeading } from '../../ui/focus/wanted/wanted-section.ts';
import { useAnnouncer } from '../../ui/focus/use-announcer.tsx';
import { useViewValue } from '../../ui/use-view.ts';
import { ownSchool, schoolYear } from '../../views/school.ts';
import classes from './school-day.module.css';

/** The page, by the name under which it is announced, and its section on the school. */
export const SCHOOL_DAY = 'school-day';
export const SCHOOL_SECTION = 'school';

interface SchoolCardProps {
  readonly register: Register;
  /** Absent for those who may not. */
  readonly api?: Api | undefined;
}

/** The school itself: contacts, which its office may change, span of the lessons, periods. */
export function SchoolCard({ register, api }: SchoolCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const heading = useSectionHeading(SCHOOL_DAY, SCHOOL_SECTION);
  const school = useViewValue(ownSchool, register);
  const year = useViewValue(schoolYear, register);
  const [editing, editor] = useDisclosure(false);
  const changeButton = useRef<HTMLButtonElement>(null);
  const [savedRegion, announce] = useAnnouncer();
  if (!school) return null;
  const close = () => {
    editor.close();
    changeButton.current?.focus();
  };
  return (
    <section className={classes['card']} aria-labelledby="school-title">
      <h2 ref={heading} id="school-title" tabIndex={-1}>
        {school.name}
      </h2>
      <dl className={classes['facts']}>
        <div>
          <dt>{t('schoolDay.contacts')}</dt>
          <dd>
            {[school.phone, school.email, whereOf(school)].filter((text) => text !== '').join(' · ') ||
              t('schoolDay.noContacts')}
            {api && (
              <Button
                variant="subtle"
                size="compact-sm"
                ml="xs"
                leftSection={<IconPencil size={15} stroke={1.7} />}
                ref={changeButton}
                onClick={editor.open}
              >
                {t('schoolDay.contactsChange')}
              </Button>
            )}
          </dd>
        </div>
        {year && (
          <div>
            <dt>
              {t('schoolDay.year')} {year.startYear}/{String(year.startYear + 1).slice(-2)}
            </dt>
            <dd>
              {t('schoolDay.lessons', {
                from: format.numericDay(year.lessonsFrom),
                to: format.numericDay(year.lessonsTo),
              })}
              <ul>
                {year.periods.map((period) => (
                  <li key={period.from}>
                    {period.name}: {format.numericDay(period.from)} – {format.numericDay(period.to)}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
      </dl>
      {savedRegion}
      {editing && api && (
        <TextFieldsDialog
          {...schoolDetailsTexts(t)}
          values={{ name: school.name, ...contactsOf(school) }}
          onSave={(details) => api.ask(changeContacts, { body: details })}
          onSaved={() => {
            close();
            announce(t('schoolDay.contactsSaved'));
          }}
          onClose={close}
        />
      )}
    </section>
  );
}
