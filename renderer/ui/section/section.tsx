import type { ReactNode } from 'react';
import classes from './section.module.css';

interface SectionProps {
  /** By what its heading names it; without it the section is no landmark, because its table is one of the same name. */
  readonly headingId?: string;
  readonly title: string;
  /** What is chosen and done there, beside the heading. */
  readonly tools?: ReactNode;
  /** The page's own: how high it is, what it measures. */
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A section of a class: its heading, the tools beside it, and below what is there. */
export function Section({ headingId, title, tools, className, children }: SectionProps) {
  return (
    <section
      className={[classes['section'], className].filter(Boolean).join(' ')}
      aria-labelledby={headingId}
    >
      <header className={classes['head']}>
        <h2 id={headingId} className={classes['title']} tabIndex={-1}>
          {title}
        </h2>
        {Boolean(tools) && <div className={classes['tools']}>{tools}</div>}
      </header>
      {children}
    </section>
  );
}

/** What is explained below a heading, or said where there is nothing. */
export function Explained({ children }: { readonly children: ReactNode }) {
  return <p className={classes['explained']}>{children}</p>;
}
