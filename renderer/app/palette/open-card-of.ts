import type { PersonId } from '../../../domain/base/ids.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import { openPupilCard } from '../../hosts/pupil-card.ts';

/** Opens the card of somebody who was found by name; closed, it gives the focus back to what had it. */
export function openCardOf(pupil: PersonId, among: readonly PersonId[], place: HourPlace): void {
  const before = document.activeElement;
  const onClose = () => {
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  };
  openPupilCard({ pupil, among, place, onClose });
}
