import { Button, Group, Modal, Stack, type ModalProps } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useId, useRef, useState, type ComponentType, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './form-dialog.module.css';

interface FormDialogProps {
  /** What it is drawn in; absent: a dialog like any other. */
  readonly frame?: ComponentType<ModalProps>;
  readonly opened?: boolean;
  readonly title: string;
  readonly size?: 'lg';
  /** What the button says that carries it out. */
  readonly confirm: string;
  /** It takes something away, and its button is red. */
  readonly isHard?: boolean;
  /** What the button says that leaves all as it is, where that is not "cancel". */
  readonly cancel?: string;
  /** Whether the focus begins on the button that leaves all as it is. */
  readonly beginsOnCancel?: boolean;
  readonly busy?: boolean;
  /** What the press is about that the fields may have been scrolled away with: the day, for one. */
  readonly about?: string | undefined;
  /** Why nothing can be carried out yet: it is said beside the button, which is disabled. */
  readonly lacking?: string | undefined;
  /** Nothing can be carried out for a while. */
  readonly isWaiting?: boolean;
  /** Carries it out, or says in the form what is missing. It is not asked again while it is busy. */
  readonly onSubmit: (form: HTMLFormElement) => unknown;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * A dialog with a form: what is asked, the way out, and the button that carries it out. Once something was typed a press beside it closes nothing; of a long form
 * Escape goes to the way out first, and closes there.
 */
export function FormDialog(props: FormDialogProps) {
  const {
    frame: Frame = Modal,
    opened = true,
    title,
    size,
    confirm,
    isHard = false,
    cancel,
    beginsOnCancel = false,
  } = props;
  const { about, lacking, busy = false, isWaiting = false, onSubmit, onClose, children } = props;
  const { t } = useTranslation();
  const id = useId();
  const [isTouched, setTouched] = useState(false);
  const wayOut = useRef<HTMLButtonElement>(null);
  const isKept = isTouched && size !== undefined;
  // Also once a press beside it has taken the focus out of it.
  useWindowEvent('keydown', ({ key, target }) => {
    // A list that is open closes by it, and nothing else does.
    const isOfList =
      target instanceof Element && target.getAttribute('data-mantine-stop-propagation') === 'true';
    if (key !== 'Escape' || !isKept || isOfList) return;
    if (document.activeElement === wayOut.current) onClose();
    else wayOut.current?.focus();
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!busy && lacking === undefined) void onSubmit(event.currentTarget);
  };
  return (
    <Frame
      opened={opened}
      onClose={onClose}
      title={title}
      closeOnClickOutside={!isTouched}
      closeOnEscape={!isKept}
      {...(size ? { size } : {})}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit} onInput={() => setTouched(true)} noValidate>
        <Stack gap="sm">
          {children}
          <Group justify="flex-end" gap="xs">
            <p id={id} className={classes['about']}>
              {[about, lacking].filter((text) => text !== undefined).join(' · ')}
            </p>
            <Button
              ref={wayOut}
              variant="default"
              data-autofocus={beginsOnCancel || undefined}
              onClick={onClose}
            >
              {cancel ?? t('common.cancel')}
            </Button>
            <Button
              type="submit"
              {...(isHard ? { color: 'red' } : {})}
              {...(about === undefined && lacking === undefined ? {} : { 'aria-describedby': id })}
              loading={busy}
              disabled={isWaiting || lacking !== undefined}
            >
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Frame>
  );
}
