import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { FailureNotice } from './notice/failure-notice.tsx';
import { Notice } from './notice/notice.tsx';
import { useAttempt, type AttemptFailure } from './use-attempt.ts';
import type { Result } from '../../domain/base/result.ts';
import { focusField } from './focus/focus-field.ts';
import { FormDialog } from './form/form-dialog.tsx';

interface TextFieldsDialogProps<Name extends string> {
  readonly title: string;
  readonly text: string;
  /** Why it is asked now, where somebody wanted something else first. */
  readonly because?: string | undefined;
  /** The fields in the order in which they are read, by name. */
  readonly labels: Readonly<Record<Name, string>>;
  readonly values: Readonly<Record<Name, string>>;
  readonly save: string;
  /** What is wrong with what was typed, by field: nothing is sent before it is mended. */
  readonly faultsOf?: (typed: Readonly<Record<Name, string>>) => Partial<Record<Name, string>>;
  /** What to think about first: the second press saves. */
  readonly warningOf?: (typed: Readonly<Record<Name, string>>) => string | undefined;
  readonly onSave: (values: Readonly<Record<Name, string>>) => Promise<Result<unknown, AttemptFailure>>;
  /** What follows a save; without it the dialog closes. */
  readonly onSaved?: (() => void) | undefined;
  readonly onClose: () => void;
}

const LONGEST = 200;

/** A few short texts, changed together. */
export function TextFieldsDialog<Name extends string>(props: TextFieldsDialogProps<Name>) {
  const { title, text, because, labels, values, save, faultsOf, warningOf, onSave, onSaved, onClose } = props;
  const attempt = useAttempt();
  const [typed, setTyped] = useState(values);
  const [faults, setFaults] = useState<Partial<Record<Name, string>>>({});
  const [warning, setWarning] = useState<string>();
  // The labels are written with these names and no others.
  const names = Object.keys(labels) as Name[];

  const submit = async (form: HTMLFormElement) => {
    const found: Partial<Record<Name, string>> = faultsOf?.(typed) ?? {};
    setFaults(found);
    const faulty = names.find((name) => found[name] !== undefined);
    if (faulty !== undefined) {
      focusField(form, faulty);
      return;
    }
    const thought = warningOf?.(typed);
    setWarning(thought);
    if (thought !== undefined && thought !== warning) return;
    const result = await attempt.run(() => onSave(typed));
    if (result.ok) (onSaved ?? onClose)();
  };

  return (
    <FormDialog
      title={title}
      confirm={save}
      busy={attempt.busy}
      isWaiting={attempt.waitSeconds > 0}
      onSubmit={submit}
      onClose={onClose}
    >
      {because !== undefined && <Notice tone="info">{because}</Notice>}
      <p style={{ margin: 0 }}>{text}</p>
      <FailureNotice attempt={attempt} />
      {names.map((name, index) => (
        <TextInput
          key={name}
          name={name}
          error={faults[name]}
          label={labels[name]}
          value={typed[name]}
          maxLength={LONGEST}
          spellCheck={false}
          {...(index === 0 ? { 'data-autofocus': true } : {})}
          onChange={(event) => {
            setTyped({ ...typed, [name]: event.currentTarget.value });
            setWarning(undefined);
          }}
        />
      ))}
      {warning !== undefined && (
        <Notice tone="warn" urgent>
          {warning}
        </Notice>
      )}
    </FormDialog>
  );
}
