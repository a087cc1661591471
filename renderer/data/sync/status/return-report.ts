/** What a device has to tell of a store that was put back from an older copy. */
export interface StoreReturn {
  readonly state: 'looking' | 'looked';
  /** Entries of this account that the store had lost and that are sent again. */
  readonly sentAgain: number;
  /** Records that only a colleague wrote, that the store lacks and this device still holds. */
  readonly ofColleagues: number;
}
