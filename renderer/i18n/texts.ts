/** The shape of a catalogue without its words: what a translation of it must fill, key by key. */
export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
