import { must } from '../../../domain/base/assert.ts';
import type { LocalDate } from '../../../domain/base/ids.ts';
import { startYearOf } from '../../../domain/school/calendar.ts';
import { yearOfAddress } from './address-year.ts';
import { can } from '../../../domain/access/capabilities.ts';
import type { ClassSection, PageManifest, PupilCardPart, ToDoSource } from '../../hosts/page.ts';
import type { Register } from '../../data/register.ts';
import { PAGES } from './page-list.ts';

const all: readonly PageManifest[] = PAGES;

/** Whose register is on the screen, and of which school year where that one is over. */
export type Shown = Pick<Register, 'identity' | 'pastYear'>;

/** Whether somebody may open a page; of a school year that is over there are those alone that say so. */
function isOpen({ needs, ofPastYears }: PageManifest, { identity, pastYear }: Shown): boolean {
  const isOfYear = ofPastYears !== undefined && ofPastYears !== 'leaves';
  return can(identity, needs) && (pastYear === undefined || isOfYear);
}

/** The pages that somebody is offered, one for each path; in a school year that is over those with which it is left among them. */
export function pagesOf(shown: Shown): readonly PageManifest[] {
  const open = all.filter((page) => isOpen(page, shown) || isAlwaysOpen(page, shown));
  return open.filter(({ path }, place) => open.findIndex((each) => each.path === path) === place);
}

/** The page that an address is for somebody; undefined where there is none, or none that they may open. */
export function pageAt(address: string, shown: Shown): PageManifest | undefined {
  return all.find((page) => {
    const { path, owns } = page;
    return isOpen(page, shown) && (owns ? owns(address) : address === path);
  });
}

/** Whether somebody may open a page whichever school year is on the screen. */
export function isAlwaysOpen({ needs, ofPastYears }: PageManifest, { identity }: Shown): boolean {
  return ofPastYears === 'leaves' && can(identity, needs);
}

/** Whether an address is that of a page of the year under way alone: whoever goes there from a year that is over leaves it. */
export function leavesYear(address: string, { identity, pastYear }: Shown): boolean {
  if (pastYear === undefined || pageAt(address, { identity, pastYear }) !== undefined) return false;
  return pageAt(address, { identity }) !== undefined;
}

/**
 * The school year that an address is about, where that is not the one on the screen: nothing of it is here. From the year under way one
 * looks ahead, so that it is an earlier one there.
 *
 * @param today the day by the clock of what is on the screen
 */
export function otherYearAt(address: string, shown: Shown, today: LocalDate): number | undefined {
  const page = pageAt(address, shown);
  const asked = yearOfAddress(address);
  const current = startYearOf(today);
  if (!page?.ofPastYears || page.ofPastYears === 'leaves' || asked === undefined) return undefined;
  const isOther = shown.pastYear === undefined ? asked < current : asked !== current;
  return isOther ? asked : undefined;
}

/** How a page is called in the year that is on the screen. */
export function titleOf({ title, ofPastYears }: PageManifest, { pastYear }: Shown): PageManifest['title'] {
  return pastYear !== undefined && typeof ofPastYears === 'object' ? ofPastYears.title : title;
}

/** The sections of a class that somebody may open, in their order, with every view of each. */
export function viewsOfSections(shown: Shown): readonly ClassSection[] {
  // Whoever may read an hour by more than one right has more than one page of it.
  const open = all.flatMap((page) => (page.classSection && isOpen(page, shown) ? [page.classSection] : []));
  return [...new Set(open)].toSorted((a, b) => a.order - b.order);
}

/** The sections of a class that somebody may open, in their order. */
export function sectionsOf(shown: Shown): readonly ClassSection[] {
  const open = viewsOfSections(shown);
  return open.filter(({ order }, place) => open.findIndex((each) => each.order === order) === place);
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
export function cardPartsOf(shown: Shown): readonly PupilCardPart[] {
  return all
    .flatMap((page) => (isOpen(page, shown) ? (page.pupilCard ?? []) : []))
    .filter(({ needs }) => needs === undefined || can(shown.identity, needs))
    .toSorted((a, b) => a.order - b.order);
}

/** The lists of what waits for somebody, in their order; nothing waits in a school year that is over. */
export function toDoOf({ identity: member, pastYear }: Shown): readonly ToDoSource[] {
  if (pastYear !== undefined) return [];
  return all
    .flatMap(({ needs, toDo = [] }) => (can(member, needs) ? toDo : []))
    .filter(({ needs }) => needs === undefined || can(member, needs))
    .toSorted((a, b) => a.order - b.order);
}
