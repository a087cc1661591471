import { useEffect, useMemo, useState } from 'react';
import type { AccountApi } from '../../data/api/account-api.ts';
import { createOwnPicture } from '../../data/pictures/own-picture.ts';
import type { Register } from '../../data/register.ts';

/** The own picture of the open account, for as long as its pages are on the screen, and the way to look for it again when it has changed. */
export function usePicture(
  register: Register,
  api: AccountApi,
): readonly [picture: string | undefined, changed: () => void] {
  const own = useMemo(
    () => createOwnPicture({ api, kept: register.status.picture, status: register.status.sync$ }),
    [register, api],
  );
  const [picture, setPicture] = useState<string>();
  useEffect(() => {
    let address: string | undefined;
    // The bytes go with the account that they belong to.
    const release = () => {
      if (address !== undefined) URL.revokeObjectURL(address);
    };
    const subscription = own.bytes.subscribe((bytes) => {
      release();
      address = bytes.length > 0 ? URL.createObjectURL(new Blob([bytes])) : undefined;
      setPicture(address);
    });
    return () => {
      subscription.unsubscribe();
      release();
    };
  }, [own]);
  return [picture, own.changed];
}
