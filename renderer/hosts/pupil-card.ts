import { create } from 'zustand';
import type { PersonId } from '../../domain/base/ids.ts';
import type { HourPlace } from '../../domain/school/hour-place.ts';

/** The card that is open. */
export interface OpenCard {
  readonly pupil: PersonId;
  /** The list from which it was opened, in its order: the arrows lead from one to the next. */
  readonly among: readonly PersonId[];
  readonly place: HourPlace;
  /** Told when the card closes, with the pupil shown last: the focus goes back into the list. */
  readonly onClose: (pupil: PersonId) => void;
}

/** The card of a pupil, over whatever section is on the screen. */
export const usePupilCard = create<{ readonly card: OpenCard | undefined }>(() => ({ card: undefined }));

/** Opens the card of a pupil. */
export function openPupilCard(card: OpenCard): void {
  usePupilCard.setState({ card });
}

/** Shows the pupil so many places further in the list; at its ends nothing. */
export function stepPupilCard(by: number): void {
  usePupilCard.setState(({ card }) => {
    const next = card?.among[card.among.indexOf(card.pupil) + by];
    return card && next !== undefined ? { card: { ...card, pupil: next } } : {};
  });
}

/** Closes it, and gives the focus back. */
export function closePupilCard(): void {
  const { card } = usePupilCard.getState();
  usePupilCard.setState({ card: undefined });
  card?.onClose(card.pupil);
}
