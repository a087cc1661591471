import {
  BehaviorSubject,
  concat,
  defer,
  distinctUntilChanged,
  filter,
  from,
  map,
  of,
  switchMap,
  take,
  type Observable,
} from 'rxjs';
import type { AccountApi } from '../api/account-api.ts';
import type { SyncStatus } from '../status/sync-status.ts';
import type { KeptPicture, PictureBytes } from './kept-picture.ts';

/** The own picture, on the screen. */
export interface OwnPicture {
  /** First as this device has it, then as the school does; empty where there is none. */
  readonly bytes: Observable<PictureBytes>;
  /** The picture was changed or removed: what was known of it does not hold any more. */
  changed(): void;
}

/** What the own picture depends on. */
export interface OwnPictureParts {
  readonly api: Pick<AccountApi, 'picture'>;
  readonly kept: KeptPicture;
  readonly status: Observable<Pick<SyncStatus, 'connection'>>;
}

const NONE: PictureBytes = new Uint8Array();

/** The picture of the open account: shown at once where the device has it, fetched once in each opening as soon as there is a network. */
export function createOwnPicture({ api, kept, status }: OwnPictureParts): OwnPicture {
  const changes = new BehaviorSubject(0);
  const online = status.pipe(
    map(({ connection }) => connection === 'online'),
    distinctUntilChanged(),
    filter((isOnline) => isOnline),
  );
  const ofDevice = defer(() => kept.read()).pipe(map((bytes) => bytes ?? NONE));
  const ofSchool = online.pipe(
    switchMap(() => api.picture()),
    filter((answer) => answer.ok),
    take(1),
    switchMap(({ value }) =>
      from(kept.keep(value)).pipe(
        filter(Boolean),
        map(() => value),
      ),
    ),
  );
  return {
    bytes: changes.pipe(
      switchMap((change) => concat(change === 0 ? ofDevice : of(NONE), ofSchool)),
      distinctUntilChanged(isSame),
    ),
    changed() {
      kept.forget();
      changes.next(changes.value + 1);
    },
  };
}

function isSame(a: PictureBytes, b: PictureBytes): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
