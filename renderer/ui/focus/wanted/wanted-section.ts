import { useEffect, useRef, type RefObject } from 'react';
import { giveFocus } from '../give-focus.ts';
import { createAsked } from './wanted.ts';

/** The section of a page that is to have the focus, by its page and its name. */
const { want, useWanted, forget } = createAsked<string>();

/** Asks for a section of a page that is on the screen already or opens now. */
export function wantSection(page: string, section: string): void {
  want(idOf(page, section));
}

/** The heading of a section, which takes the focus when it is asked for; with `tabIndex` -1. */
export function useSectionHeading(page: string, section: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const isWanted = useWanted() === idOf(page, section);
  // Looked at with each drawing: what a section shows may come later than the section.
  useEffect(() => {
    if (!isWanted || !heading.current) return;
    forget();
    heading.current.scrollIntoView({ block: 'start' });
    giveFocus(heading.current);
  });
  return heading;
}

function idOf(page: string, section: string): string {
  return `${page}.${section}`;
}
