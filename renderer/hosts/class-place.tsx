import { createContext, useContext, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { must } from '../../domain/base/assert.ts';
import type { HourPlace } from '../../domain/school/hour-place.ts';

/** What the frame of a class gives to the section within it. */
export interface ClassRoom {
  readonly place: HourPlace;
  /** Where in the header of the class a section may draw, once it is on the screen. */
  readonly header: Readonly<Record<HeaderPart, HTMLElement | null>>;
}

/** Beside the name of the lesson, or among the buttons at the end. */
type HeaderPart = 'chips' | 'tools';

/** What stands above a section of the class. */
export const ClassRoomContext = createContext<ClassRoom | undefined>(undefined);

/** Which hour of which class a section is to show: the same object as long as it is the same. */
export function useClassPlace(): HourPlace {
  return must(useContext(ClassRoomContext), 'the frame of a class above').place;
}

/** Draws something of a section in the header of its class. */
export function InClassHeader({
  part,
  children,
}: {
  readonly part: HeaderPart;
  readonly children: ReactNode;
}) {
  const into = must(useContext(ClassRoomContext), 'the frame of a class above').header[part];
  return into && createPortal(children, into);
}
