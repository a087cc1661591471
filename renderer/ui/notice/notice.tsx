import { CloseButton } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './notice.module.css';

interface NoticeProps {
  readonly tone: 'info' | 'warn' | 'danger' | 'ok';
  readonly title?: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** Read out when it appears: for failures of what the user has just done. */
  readonly urgent?: boolean;
  readonly onClose?: () => void;
  readonly closeLabel?: string;
}

/** A message in the page about a state, with what to do about it. */
export function Notice({ tone, title, children, action, urgent, onClose, closeLabel }: NoticeProps) {
  // A line of text and a button stand on one height.
  const isRow = action !== undefined && title === undefined;
  const Icon = tone === 'ok' ? IconCircleCheck : tone === 'info' ? IconInfoCircle : IconAlertTriangle;
  return (
    <div
      className={classes['notice']}
      data-tone={tone}
      data-row={isRow || undefined}
      role={urgent ? 'alert' : undefined}
    >
      <Icon className={classes['icon']} size={18} stroke={1.8} aria-hidden="true" />
      <div className={classes['body']}>
        {title !== undefined && <p className={classes['title']}>{title}</p>}
        {children !== undefined && <div>{children}</div>}
      </div>
      {action}
      {onClose && <CloseButton size="sm" aria-label={closeLabel} onClick={onClose} />}
    </div>
  );
}
