import type { ReactNode } from 'react';
import classes from './shell-notices.module.css';

interface NoticeStripProps {
  readonly tone: 'info' | 'warn' | 'danger';
  readonly text: string;
  readonly icon: ReactNode;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** One line above every page. */
export function NoticeStrip({ tone, text, icon, children }: NoticeStripProps) {
  return (
    <div className={classes['strip']} data-tone={tone}>
      <span className={classes['icon']} aria-hidden="true">
        {icon}
      </span>
      <span className={classes['text']} title={text}>
        {text}
      </span>
      {children}
    </div>
  );
}
