/** More links than a school will ever have, so that the places of two schools never meet. */
const LINKS_OF_A_SCHOOL = 2 ** 32;

/** Where a link of a school's history is kept: one integer in the order of the numbers, so that new links come last. */
export function placeOf(schoolKey: number, number: number): number {
  return schoolKey * LINKS_OF_A_SCHOOL + number;
}

/** The number of the link at a place. */
export function numberAt(place: number): number {
  return place % LINKS_OF_A_SCHOOL;
}
