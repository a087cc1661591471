import type { Bridge } from '../../../domain/protocol/bridge/bridge.ts';
import type { OpeningId } from '../../../domain/protocol/bridge/journal.ts';
import type { AccountRef } from '../../../domain/protocol/endpoints/session/session.ts';
import { fromBase64, toBase64 } from '../base64.ts';
import { pictureNameOf, type DeviceMemory } from '../device-memory.ts';
import { importStoreKey, openAll, sealAll } from '../store/sealed-json.ts';

/** The bytes of a picture; none where there is no picture. */
export type PictureBytes = Uint8Array<ArrayBuffer>;

/** The own picture on this device, for when there is no network: sealed with the key of the account's local store. */
export interface KeptPicture {
  /** Undefined where none is kept, or none that this account's key opens. */
  read(): Promise<PictureBytes | undefined>;
  /** Keeps what the school answered; tells whether the account is still the one that asked, and the answer hence its own. */
  keep(bytes: PictureBytes): Promise<boolean>;
  /** Forgets what is kept: the picture is another one, or none. */
  forget(): void;
}

/** What keeping a picture depends on. */
export interface KeptPictureParts {
  readonly bridge: Pick<Bridge, 'localStoreKey'>;
  readonly memory: DeviceMemory;
  readonly account: AccountRef;
  /** The opening of the account whose register this is. */
  readonly opening: OpeningId;
}

/** The picture of the account that is open. The key is asked for each time: after a lock there is none. */
export function createKeptPicture({ bridge, memory, account, opening }: KeptPictureParts): KeptPicture {
  const name = pictureNameOf(account);
  let changes = 0;

  async function storeKey(): Promise<CryptoKey | undefined> {
    const answer = await bridge.localStoreKey();
    if (!answer.ok) return undefined;
    const { key } = answer.value;
    try {
      return answer.value.opening === opening ? await importStoreKey(key) : undefined;
    } finally {
      key.fill(0);
    }
  }

  return {
    async read() {
      const sealed = memory.get(name);
      const key = sealed === undefined ? undefined : await storeKey();
      if (!key) return undefined;
      const [value] = await openAll(key, [{ boundTo: name, sealed }]);
      return typeof value === 'string' ? fromBase64(value) : undefined;
    },
    async keep(bytes) {
      const before = changes;
      const key = await storeKey();
      // The same opening before and after the question: nobody else's picture can have been the answer.
      if (!key) return false;
      const [sealed] = await sealAll(key, [{ boundTo: name, value: toBase64(bytes) }]);
      if (sealed === undefined || (await storeKey()) === undefined || changes !== before) return false;
      if (bytes.length === 0) memory.delete(name);
      else memory.set(name, sealed);
      return true;
    },
    forget() {
      changes += 1;
      memory.delete(name);
    },
  };
}
