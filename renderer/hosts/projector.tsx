import { Button } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import { KEYS } from '../ui/actions/keys.ts';
import { useKeyHint } from '../ui/actions/use-key-text.ts';
import { topDialog } from '../ui/focus/top-dialog.ts';
import { wantRoll } from '../ui/focus/wanted/wanted-focus.ts';
import classes from './projector.module.css';
import { EmptyState } from '../ui/notice/empty-state.tsx';

const useStore = create<{ readonly isOn: boolean }>(() => ({ isOn: false }));

/** Whether the screen is shown to the class: then it says of nobody whether they are here, nor how they do. */
export function useProjector(): boolean {
  return useStore(({ isOn }) => isOn);
}

/** Hides marks and absences, or shows them again. The roll takes the focus then, unless a dialog lies over it. A time that is being typed has its keys for itself, and is saved when it is left: nothing half written is hidden. */
export function toggleProjector(): void {
  const { isOn } = useStore.getState();
  useStore.setState({ isOn: !isOn });
  if (isOn && !topDialog()) wantRoll();
}

/** What loses the focus when this is hidden: what has it in there, or is about to be given it by a dialog that has only just opened. */
function losesFocus(hidden: HTMLElement): HTMLElement | null {
  const { activeElement } = document;
  if (activeElement instanceof HTMLElement && hidden.contains(activeElement)) return activeElement;
  const dialog = topDialog();
  if (dialog?.contains(hidden) !== true || dialog.contains(activeElement)) return null;
  return (
    hidden.querySelector<HTMLElement>('[data-autofocus]') ??
    hidden.querySelector<HTMLElement>('input, button')
  );
}

interface HiddenOnProjectorProps {
  /** Where it is all there is to a page: its heading, which is then hidden with it (WCAG 2.4.6). */
  readonly title?: string | undefined;
  readonly children: ReactNode;
}

/** What the class must not read from the wall: it stays as it is behind a sign that says how to see it again. */
export function HiddenOnProjector({ title, children }: HiddenOnProjectorProps) {
  const { t } = useTranslation();
  const hint = useKeyHint();
  const isOn = useProjector();
  const hidden = useRef<HTMLDivElement>(null);
  const show = useRef<HTMLButtonElement>(null);
  const had = useRef<HTMLElement>(null);
  // What has the focus goes out of sight: the way back to it takes it, and gives it back.
  useLayoutEffect(() => {
    if (!isOn) {
      if (document.activeElement === document.body) had.current?.focus();
      had.current = null;
    } else if (hidden.current) {
      had.current = losesFocus(hidden.current);
      if (had.current) show.current?.focus();
    }
  }, [isOn]);
  return (
    <>
      {isOn && title !== undefined && (
        <h1 tabIndex={-1} className={classes['title']}>
          {title}
        </h1>
      )}
      <div ref={hidden} data-hidden-on-projector="" style={{ display: isOn ? 'none' : 'contents' }}>
        {children}
      </div>
      {isOn && (
        <EmptyState
          icon={<IconEyeOff size={28} stroke={1.5} />}
          title={t('shell.projector.hidden')}
          action={
            <Button ref={show} variant="default" onClick={toggleProjector} {...hint(KEYS.projector)}>
              {t('shell.projector.show')}
            </Button>
          }
        >
          {t('shell.projector.hiddenText')}
        </EmptyState>
      )}
    </>
  );
}
