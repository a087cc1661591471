import type { Person } from '../../../domain/kinds/person/record.ts';
import { PupilDialog } from '../../hosts/pupils/pupil-dialog.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useScaleTexts } from '../../i18n/scale-texts.ts';
import { proposedText } from '../../kinds/proposal/proposed-text.ts';
import { FormDialog } from '../../ui/form/form-dialog.tsx';
import { Explained } from '../../ui/section/section.tsx';
import classes from './proposals.module.css';
import type { ToConfirm } from './use-proposing.ts';

interface ConfirmAllProps {
  readonly all: readonly ToConfirm[];
  readonly subject: string;
  readonly period: string;
  readonly nameOf: (person: Person) => string;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Names everybody whose proposal is about to be confirmed, with what is proposed: no automatism decides (D73). */
export function ConfirmAllDialog({
  all,
  subject,
  period,
  nameOf,
  busy,
  onConfirm,
  onClose,
}: ConfirmAllProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  return (
    <FormDialog
      frame={PupilDialog}
      title={t('proposals.allTitle', { count: all.length })}
      confirm={t('proposals.allConfirm')}
      busy={busy}
      onSubmit={onConfirm}
      onClose={onClose}
    >
      <Explained>{t('proposals.allText', { subject, period })}</Explained>
      <ul className={classes['names']}>
        {all.map(({ row, said }) => (
          <li key={row.person.id}>
            {nameOf(row.person)}: <strong>{proposedText(said, { t, format })}</strong>
          </li>
        ))}
      </ul>
    </FormDialog>
  );
}
