/** The shape of texts without their words: what a translation must fill, key by key. */
export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };

/** The texts of one page, kind or room: the Italian ones are the source of the keys. */
export interface RoomTexts {
  readonly it: object;
  readonly en: object;
}

type Together<U> = (U extends unknown ? (each: U) => void : never) extends (each: infer I) => void
  ? I
  : never;

/** The Italian texts of several rooms as one catalogue. */
export type CatalogueOf<R extends RoomTexts> =
  Together<R extends RoomTexts ? R['it'] : never> extends infer All
    ? { readonly [K in keyof All]: All[K] }
    : never;
