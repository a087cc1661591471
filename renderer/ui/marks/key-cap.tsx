import { useKeyText } from '../actions/use-key-text.ts';
import classes from './key-cap.module.css';

/** Keys of the keyboard, as drawn in hints: `mod+K`, or any text that is on a key. */
export function KeyCap({ children }: { readonly children: string }) {
  const textOf = useKeyText();
  return <kbd className={classes['key']}>{textOf(children)}</kbd>;
}
