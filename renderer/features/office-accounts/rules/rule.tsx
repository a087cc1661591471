import type { ReactNode } from 'react';
import classes from '../office-accounts.module.css';

interface RuleProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

/** One thing that the office decides, with what it means. */
export function Rule({ title, text, children }: RuleProps) {
  return (
    <section className={classes['rule']}>
      <h2>{title}</h2>
      <p className={classes['muted']}>{text}</p>
      {children}
    </section>
  );
}
