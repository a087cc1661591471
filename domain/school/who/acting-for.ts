import type { Actor } from '../../access/actor.ts';
import type { LocalDate, PersonId } from '../../base/ids.ts';
import type { WriteFacts } from '../write-facts.ts';

/**
 * Whether somebody of a pupil's family may act for the pupil on a day (D87, D233): a guardian with all rights, or the pupil who is of age
 * and has been given them. What a guardian has lost since counts at once, whatever held when it was written.
 */
export function isActingFor(
  actor: Actor,
  pupil: PersonId,
  on: LocalDate,
  { justifying }: Pick<WriteFacts, 'justifying'>,
): boolean {
  if (actor.child !== pupil || actor.isReadOnly === true) return false;
  const usual = actor.person === pupil ? 'readOnly' : 'full';
  return (justifying?.familyRight?.(on) ?? usual) === 'full';
}
