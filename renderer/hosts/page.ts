import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { Capability } from '../../domain/access/capabilities.ts';
import type { LocalDate, PersonId } from '../../domain/base/ids.ts';
import type { HourPlace } from '../../domain/school/hour-place.ts';
import type { AccountRef } from '../../domain/protocol/endpoints/session/session.ts';
import type { Register } from '../data/register.ts';
import type { SchoolFacts } from '../data/school/school-facts.ts';
import type { Format } from '../i18n/format.ts';
import type { RoomTexts } from '../i18n/texts.ts';
import { classAddressOf } from '../ui/day-address.ts';
import { sectionPath } from '../ui/routes.ts';
import type { ToDoList } from '../views/to-do.ts';
import type { Apis } from './use-apis.ts';

/** A text of a manifest, in the language of now. */
type Text = (t: TFunction) => string;

/** An account to go over to, with the name by which the person knows it. */
export interface SwitchTarget extends AccountRef {
  readonly name: string;
}

/** What every page is given. */
export interface PageProps {
  readonly register: Register;
  readonly apis: Apis;
  readonly picture: string | undefined;
  readonly onPicture: () => void;
  readonly onSwitch: (target: SwitchTarget) => void;
  readonly onSignInAgain: () => void;
  /** The lists of what waits for the person (Da fare). */
  readonly toDo: readonly ToDoList[];
}

/** How a page stands at the left edge: a short label, and the whole name for whoever points at it. */
export interface RailEntry {
  readonly label: Text;
  readonly icon: (props: { readonly size: number; readonly stroke: number }) => ReactNode;
  /** Shown to whom, where that is not everybody who may open the page. */
  readonly needs?: Capability;
  /** Whether a number stands beside it: what waits for the person. */
  readonly counts?: 'toDo';
}

/** A part of a page that is found by its name: at an address of its own, else by its heading (`useSectionHeading`). */
export interface PageSection {
  /** Unique in its page. */
  readonly id: string;
  readonly title: Text;
  /** Words by which it is found as well. */
  readonly words?: Text;
  readonly path?: string;
  /** Shown to whom, where that is not everybody who may open the page. */
  readonly needs?: Capability;
}

/** What the name of a page may say beside its title: the day that it shows. */
export interface Shown {
  readonly address: string;
  readonly today: LocalDate;
  readonly format: Format;
  /** Whether that day is the last one of a school year that is over. */
  readonly isPast: boolean;
}

/** Whom a view of a section is offered: what the school knows of whoever looks, and of the class. */
export interface ViewOffer {
  readonly facts: SchoolFacts;
  readonly identity: Register['identity'];
  readonly place: HourPlace;
}

/** One of several views of a section of the class. */
export interface SectionView {
  readonly label: Text;
  /** Whether it has anything to show of this class to whoever looks; others are not offered it. */
  readonly isOffered: (of: ViewOffer) => boolean;
}

/** A page as a section of the class: it stands in the row below the class's header, and in the palette. */
export interface ClassSection {
  /** Its place in the row, and the digit of its key: the same for every class. */
  readonly order: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
  readonly label: Text;
  /** Words by which it is found as well. */
  readonly words?: Text;
  readonly pathOf: (place: HourPlace) => string;
  /** Open too to whoever stands in for an hour, and has nothing else of the class (D209). */
  readonly forStandIns?: true;
  /** Pages with the same place in the row are views of one section, in a row of their own below it: as which of them it is chosen there. */
  readonly view?: SectionView;
  /** It may be shown to the class on a projector, or hides by itself what may not; else all of it is hidden there. */
  readonly onProjector?: 'shown';
}

/** Whose card is open, and at which hour of which class. */
export interface PupilCardProps {
  readonly register: Register;
  readonly pupil: PersonId;
  readonly place: HourPlace;
}

/** Something that the card of a pupil says: its view draws a `CardPart`, or nothing where it has nothing to say. */
export interface PupilCardPart {
  /** Unique among all parts. */
  readonly id: string;
  /** Parts stand in this order: 10 who it is, 20 today, 30 the year, 40 support, 90 contacts. */
  readonly order: number;
  /** Shown to whom, where that is not everybody who may open the card. */
  readonly needs?: Capability;
  readonly view: (props: PupilCardProps) => ReactNode;
}

/** What waits for somebody, as a feature adds it to the one list of it (Da fare). */
export interface ToDoSource extends ToDoList {
  /** Lists stand in this order: 10 hours to sign, 20 topics, 30 absences, 80 entries that were not taken. */
  readonly order: number;
  /** Shown to whom, where that is not everybody who may open the page that adds it. */
  readonly needs?: Capability;
}

/** What draws a class around its sections. */
export interface ClassFrameProps extends PageProps {
  readonly section: ClassSection;
  /** The sections that the person may open, in their order, with every view of each. */
  readonly sections: readonly ClassSection[];
  readonly children: ReactNode;
}

/**
 * A page, announced once: address, title, texts, place at the edge and in the palette, and what somebody must be able to do to see it,
 * are derived from it. Of several pages at one path everybody has the first that they may open.
 */
export interface PageManifest<T extends RoomTexts = RoomTexts> {
  readonly id: string;
  readonly path: string;
  /** Which addresses are the page's, where that is more than its path. */
  readonly owns?: (address: string) => boolean;
  readonly title: Text;
  /** The name in the title of the window, where it says more than the title. */
  readonly windowTitle?: (t: TFunction, shown: Shown) => string;
  readonly needs: Capability;
  /**
   * It shows a school year that is over as well, and writes nothing there: under another name where its own would be untrue. `leaves`: it
   * is offered there too, since it is of the device, the account or this very minute, and leads back to the year under way. Others are
   * not offered, and lead back as well where something else leads to them.
   */
  readonly ofPastYears?: true | { readonly title: Text } | 'leaves';
  readonly texts?: T;
  readonly rail?: RailEntry;
  /** The line of the palette, where there is one: its label if that is not the title, and words by which it is found as well. */
  readonly command?: { readonly label?: Text; readonly words?: (t: TFunction, schoolName: string) => string };
  /** It is a section of the class: its view stands in the frame of the class and learns by `useClassPlace` which hour of which class. */
  readonly classSection?: ClassSection;
  /** The frame around every section of a class; the first page that has one draws it. */
  readonly classFrame?: (props: ClassFrameProps) => ReactNode;
  /** Out of a class: it names no pupil, or hides by itself where it does; else all of it is hidden while the screen is shown to the class. */
  readonly onProjector?: 'shown';
  /** What it adds to the list of what waits. */
  readonly toDo?: readonly ToDoSource[];
  /** What it adds to the card of a pupil. */
  readonly pupilCard?: readonly PupilCardPart[];
  /** Its parts, for the palette. */
  readonly sections?: readonly PageSection[];
  readonly view: (props: PageProps) => ReactNode;
  /** Its keys that work while another page is shown. */
  readonly elsewhere?: (props: Pick<PageProps, 'register'>) => ReactNode;
}

/** The addresses of a page that has some below its path. */
export function isAtOrBelow(path: string): (address: string) => boolean {
  return (address) => address === path || address.startsWith(`${path}/`);
}

/** What makes a page a section of the class: its address by its name, and its place in the row. */
export function sectionOfClass(
  name: string,
  section: Omit<ClassSection, 'pathOf'>,
): Required<Pick<PageManifest, 'path' | 'owns' | 'classSection'>> {
  return {
    path: `/class/${name}`,
    owns: (address) => classAddressOf(address)?.section === name,
    classSection: { ...section, pathOf: (place) => sectionPath(name, place) },
  };
}
