import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './table.module.css';

interface TableStatesProps<T> {
  /** What was loaded last; undefined until the first answer. */
  readonly data: T | undefined;
  /** Why the last try failed and what to do about it; what was loaded before stays below it. */
  readonly failure: ReactNode;
  /** What is being loaded. */
  readonly loading?: string;
  readonly children: (data: T) => ReactNode;
}

/** What stands where a table comes: that it is being loaded, why it could not be, or what was loaded. */
export function TableStates<T>({ data, failure, loading, children }: TableStatesProps<T>) {
  const { t } = useTranslation();
  const hasFailed = failure !== undefined && failure !== null && failure !== false;
  return (
    <>
      {hasFailed && failure}
      {data === undefined && !hasFailed && (
        <p className={classes['loading']} role="status">
          <Loader size="xs" aria-hidden="true" /> {loading ?? t('table.loading')}
        </p>
      )}
      {data !== undefined && children(data)}
    </>
  );
}

/** What is said in a table without rows. */
export function NothingToShow({ children }: { readonly children: ReactNode }) {
  return <p className={classes['nothing']}>{children}</p>;
}
