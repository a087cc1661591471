import { must } from '../../../domain/base/assert.ts';
import { can, type Member } from '../../../domain/access/capabilities.ts';
import type { ClassSection, PageManifest, PupilCardPart, ToDoSource } from '../../hosts/page.ts';
import { PAGES } from './page-list.ts';

const all: readonly PageManifest[] = PAGES;

/** The pages that somebody may open, one for each path. */
export function pagesOf(member: Member): readonly PageManifest[] {
  const open = all.filter(({ needs }) => can(member, needs));
  return open.filter(({ path }, place) => open.findIndex((each) => each.path === path) === place);
}

/** The page that an address is for somebody; undefined where there is none, or none that they may open. */
export function pageAt(address: string, member: Member): PageManifest | undefined {
  return all.find(({ needs, path, owns }) => can(member, needs) && (owns ? owns(address) : address === path));
}

/** The sections of a class that somebody may open, in their order. */
export function sectionsOf(member: Member): readonly ClassSection[] {
  const open = all.flatMap(({ needs, classSection }) =>
    classSection && can(member, needs) ? [classSection] : [],
  );
  return open
    .filter(({ order }, place) => open.findIndex((each) => each.order === order) === place)
    .toSorted((a, b) => a.order - b.order);
}

const framing = must(
  all.find((page) => page.classFrame),
  'a frame of the class',
);

/** What draws a class around its sections. */
export const classFrame = must(framing.classFrame, 'a frame of the class');

/** The place at the edge to which a page belongs: every section of a class to the day from which it is reached. */
export function railPathOf({ path, classSection }: PageManifest): string {
  return classSection ? framing.path : path;
}

/** What the card of a pupil says to somebody, in its order. */
export function cardPartsOf(member: Member): readonly PupilCardPart[] {
  return all
    .flatMap(({ needs, pupilCard = [] }) => (can(member, needs) ? pupilCard : []))
    .filter(({ needs }) => needs === undefined || can(member, needs))
    .toSorted((a, b) => a.order - b.order);
}

/** The lists of what waits for somebody, in their order. */
export function toDoOf(member: Member): readonly ToDoSource[] {
  return all
    .flatMap(({ needs, toDo = [] }) => (can(member, needs) ? toDo : []))
    .filter(({ needs }) => needs === undefined || can(member, needs))
    .toSorted((a, b) => a.order - b.order);
}
