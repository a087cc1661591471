import { first } from './0001-first.ts';
import { accounts } from './0002-accounts.ts';
import { devices } from './0003-devices.ts';
import { notes } from './0004-notes.ts';
import { proofs } from './0005-proofs.ts';
import { stagedVersions } from './0006-staged-versions.ts';
import { heldLookedAt } from './0007-held-looked-at.ts';
import { bucketLayout } from './0008-bucket-layout.ts';
import { refusedValues } from './0009-refused-values.ts';
import { heldKind } from './0010-held-kind.ts';
import { tracedVersions } from './0011-traced-versions.ts';
import { tracedBases } from './0012-traced-bases.ts';
import type { Migration } from './migration.ts';

/** Every migration, oldest first; a released one is never edited. */
export const migrations: readonly Migration[] = [
  first,
  accounts,
  devices,
  notes,
  proofs,
  stagedVersions,
  heldLookedAt,
  bucketLayout,
  refusedValues,
  heldKind,
  tracedVersions,
  tracedBases,
];
