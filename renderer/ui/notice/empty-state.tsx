import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** True where it is all there is: its title is the page's. */
  readonly wholePage?: boolean;
}

/** What stands where a list or a page has nothing to show, and why. */
export function EmptyState({ icon, title, children, action, wholePage = false }: EmptyStateProps) {
  const Title = wholePage ? 'h1' : 'h2';
  return (
    <div className={classes['empty']}>
      <span className={classes['icon']} aria-hidden="true">
        {icon}
      </span>
      <Title className={classes['title']}>{title}</Title>
      {children !== undefined && <p className={classes['text']}>{children}</p>}
      {action}
    </div>
  );
}
