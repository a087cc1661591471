import type { WhenBlocked } from '../record/kind.ts';
import { kindNamed } from './registry.ts';

/**
 * What happens to an entry of this kind after a block (docs/adr/0009). Of a kind that is not known nothing is dropped: it may have been
 * written by a later version of the app.
 */
export function whenBlocked(kind: unknown): WhenBlocked {
  return kindNamed(kind)?.whenBlocked ?? 'toOffice';
}
