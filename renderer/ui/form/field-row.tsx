import type { ReactNode } from 'react';
import classes from './field-row.module.css';

/** Fields that belong together: side by side where each has room for what stands in it, else one below the other (WCAG 1.4.10). */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={classes['row']}>{children}</div>;
}
