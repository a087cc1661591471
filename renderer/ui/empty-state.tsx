import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** What stands where a list or a page has nothing to show, and why. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={classes['empty']}>
      <span className={classes['icon']} aria-hidden="true">
        {icon}
      </span>
      <h2 className={classes['title']}>{title}</h2>
      {children !== undefined && <p className={classes['text']}>{children}</p>}
      {action}
    </div>
  );
}
