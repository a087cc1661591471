import { useLayoutEffect, useRef } from 'react';
import { reveal } from '../desk/reveal.ts';
import classes from './grid.module.css';

/** The reason at a cell that did not take its text, brought into sight whole; those who listen hear it from the cell. */
export function Why({ reason }: { readonly reason: string }) {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const region = element.current?.closest<HTMLElement>('[role=region]');
    if (element.current && region) reveal(element.current, region);
  });
  return (
    <span ref={element} className={classes['why']} aria-hidden="true">
      {reason}
    </span>
  );
}
