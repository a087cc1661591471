import { usePageTitle } from '../../../ui/focus/use-page-title.ts';
import classes from './door.module.css';

/** What the door asks now: the heading of the page, and the title of the window. */
export function DoorHeading({ children }: { readonly children: string }) {
  usePageTitle(children, 'part');
  return <h1 className={classes['heading']}>{children}</h1>;
}
