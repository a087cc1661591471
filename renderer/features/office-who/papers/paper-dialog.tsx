import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../../../domain/base/result.ts';
import type { RecordOfKind } from '../../../../domain/kinds/registry.ts';
import type { PaperKind, PaperOf } from '../../../../domain/school/who/paper.ts';
import type { ApiFailure } from '../../../data/api/api-request.ts';
import { FailureNotice } from '../../../ui/notice/failure-notice.tsx';
import { useAttempt } from '../../../ui/use-attempt.ts';
import classes from '../office-who.module.css';
import { focusField } from '../../../ui/focus/focus-field.ts';
import { FormDialog } from '../../../ui/form/form-dialog.tsx';
import { formFaults, type FieldFault } from './form-faults.ts';
import { FormField } from './form-fields.tsx';
import type { PaperSection, Words } from './paper-section.ts';

interface PaperDialogProps<K extends PaperKind> {
  readonly section: PaperSection<K>;
  readonly words: Words;
  /** The paper to put right; undefined for a new one. */
  readonly paper: RecordOfKind<K> | undefined;
  readonly onSave: (paper: PaperOf<K>) => Promise<Result<unknown, ApiFailure>>;
  readonly onClose: () => void;
}

const NONE: ReadonlyMap<string, FieldFault> = new Map();

/** The form of a paper: what has to be said, and no more of it than what is typed asks for. */
export function PaperDialog<K extends PaperKind>(props: PaperDialogProps<K>) {
  const { section, words, paper, onSave, onClose } = props;
  const { t } = useTranslation();
  const attempt = useAttempt();
  const [draft, setDraft] = useState(() => section.draftOf(paper, words));
  const [faults, setFaults] = useState(NONE);
  const kind: PaperKind = section.kind;
  const fields = section.fieldsOf(draft, words);

  const submit = async (form: HTMLFormElement) => {
    const found = formFaults(fields, draft);
    setFaults(found);
    const faulty = fields.find(({ name }) => found.has(name));
    if (faulty) {
      focusField(form, faulty.name);
      return;
    }
    const result = await attempt.run(() => onSave(section.paperOf(draft)));
    if (result.ok) onClose();
  };

  return (
    <FormDialog
      title={t(`who.${paper ? 'edit' : 'add'}.${kind}`)}
      confirm={t('who.form.save')}
      busy={attempt.busy}
      isWaiting={attempt.waitSeconds > 0}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className={classes['fields']}>
        {fields.map((field, place) => {
          const fault = faults.get(field.name);
          return (
            <div key={field.name} data-field={field.name} data-half={field.isHalf}>
              <FormField
                field={field}
                value={draft[field.name] ?? ''}
                error={fault && t(`who.form.${fault}`)}
                hasFocus={place === 0}
                today={words.today}
                onChange={(value) => {
                  attempt.amend();
                  setFaults(NONE);
                  setDraft({ ...draft, [field.name]: value });
                }}
              />
            </div>
          );
        })}
      </div>
      <FailureNotice attempt={attempt} />
    </FormDialog>
  );
}
