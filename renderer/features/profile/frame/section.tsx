import { useId, type ReactNode } from 'react';
import classes from './profile.module.css';

interface SectionProps {
  readonly title: string;
  /** The state at a glance, beside the title. */
  readonly state?: ReactNode;
  readonly children: ReactNode;
}

/** One part of the profile. */
export function Section({ title, state, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {state}
      </header>
      {children}
    </section>
  );
}
