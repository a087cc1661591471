import type { SchoolId } from '../../../domain/base/ids.ts';
import type { AccessTokens } from '../../auth/access-token.ts';
import type { Storage } from '../../storage/storage.ts';
import type { SchoolDirectory } from '../school-directory.ts';

/** What the session services work with. */
export interface SessionContext {
  readonly storage: Storage;
  readonly directory: SchoolDirectory;
  readonly tokens: AccessTokens;
  readonly now: () => number;
  /** Told when a session has ended, so that its live connections are cut. */
  readonly onEnded: (school: SchoolId, session: string) => void;
}
