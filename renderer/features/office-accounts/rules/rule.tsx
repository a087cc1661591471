import { useId, type ReactNode } from 'react';
import classes from '../office-accounts.module.css';
import ofRules from './rules.module.css';

interface RuleProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

/** One thing that the office decides, with what it means. */
export function Rule({ title, text, children }: RuleProps) {
  const id = useId();
  return (
    <section className={ofRules['rule']} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className={classes['muted']}>{text}</p>
      {children}
    </section>
  );
}
