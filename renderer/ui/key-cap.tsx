import classes from './key-cap.module.css';

/** One key of the keyboard, as drawn in hints. */
export function KeyCap({ children }: { readonly children: string }) {
  return <kbd className={classes['key']}>{children}</kbd>;
}
