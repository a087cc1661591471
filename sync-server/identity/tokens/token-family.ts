import { refreshTokenHash, schoolOfToken } from './refresh-token.ts';
import type { Storage } from '../../storage/contract/storage.ts';

/** The session that a refresh token belongs to, ended or not; undefined for what nobody was ever given. */
export type FamilyOf = (refreshToken: string | undefined) => Promise<string | undefined>;

/** Finds families of refresh tokens. */
export function createFamilyOf(storage: Pick<Storage, 'read'>): FamilyOf {
  return async (refreshToken) => {
    const school = refreshToken === undefined ? undefined : schoolOfToken(refreshToken);
    if (refreshToken === undefined || school === undefined) return undefined;
    const hash = refreshTokenHash(refreshToken);
    return await storage.read(school, async (reader) => (await reader.refreshToken(hash))?.session);
  };
}
