import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import classes from './print-sheet.module.css';

/** What stands at the head of a sheet: what it is of, and below it school and day. */
export interface SheetHead {
  readonly heading: string;
  readonly line: string;
}

interface SheetProps {
  /** The page's own widths. */
  readonly className?: string | undefined;
  /** An `h1`, a paragraph below it, tables. */
  readonly children: ReactNode;
}

/** What a page gives to paper, on one sheet. Seen by the printer alone, in place of the page. */
export function PrintSheet(props: SheetProps) {
  return createPortal(<Sheet {...props} isAlone />, document.body);
}

/** Several sheets, each of which begins a page. Seen by the printer alone, in place of the page. */
export function PrintSheets({ children }: { readonly children: ReactNode }) {
  return createPortal(
    <div className={classes['sheets']} data-print>
      {children}
    </div>,
    document.body,
  );
}

/** A sheet on paper; one of several where it does not stand alone. */
export function Sheet({ className, isAlone = false, children }: SheetProps & { readonly isAlone?: boolean }) {
  return (
    <section
      className={[classes['sheet'], className].filter(Boolean).join(' ')}
      {...(isAlone ? { 'data-print': true } : {})}
    >
      {children}
    </section>
  );
}

/** Who signs, and the line for it. */
export function SignatureLine({ children }: { readonly children: ReactNode }) {
  return (
    <p className={classes['signature']}>
      {children}
      <span />
    </p>
  );
}
