import { fail, ok, type Result } from '../../../domain/base/result.ts';
import type { Failure } from '../../../domain/protocol/failure.ts';
import type { Picture } from '../../storage/contract/accounts.ts';
import type { SignedIn } from '../accounts/authenticate.ts';
import { requireSession } from '../accounts/still-signed-in.ts';
import type { IdentityContext } from '../accounts/identity-context.ts';
import { changeAccounts } from '../accounts/account-change.ts';
import { addOwnEvent } from '../accounts/own-account.ts';

/** The picture of an account; families and staff see their own alone (S36). */
export interface Pictures {
  read(actor: SignedIn): Promise<Picture | undefined>;
  /** Saves a picture of one of the known kinds, or removes it. */
  save(actor: SignedIn, bytes: Uint8Array | undefined): Promise<Result<null, Failure>>;
}

/** The pictures of accounts. */
export function createPictures(context: IdentityContext): Pictures {
  return {
    read: async ({ username }) => await context.storage.accounts.read((reader) => reader.picture(username)),
    async save(actor, bytes) {
      const mediaType = bytes && mediaTypeOf(bytes);
      if (bytes && mediaType === undefined) return fail({ kind: 'badRequest', message: 'Not a picture' });
      const picture = bytes && mediaType ? { mediaType, bytes } : undefined;
      await changeAccounts(context, async (transaction, after) => {
        await requireSession(transaction, actor);
        await transaction.savePicture(actor.username, picture);
        const details = { removed: picture === undefined };
        await addOwnEvent(transaction, actor, context.now(), 'pictureChanged', details);
        after.changed([actor.username]);
      });
      return ok(null);
    },
  };
}

/** Reads what a picture is from its first bytes: a type that its sender announces could make a browser run it. */
function mediaTypeOf(bytes: Uint8Array): Picture['mediaType'] | undefined {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\u0089PNG\r\n\u001a\n')) return 'image/png';
  if (head.startsWith('\u00ff\u00d8\u00ff')) return 'image/jpeg';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp';
  return undefined;
}
