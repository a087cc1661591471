/**
 * The subset of JSON Schema (draft 7) in which records and messages are written.
 *
 * A schema is a constant (`as const satisfies JsonSchema`); {@link Infer} derives the TypeScript type from it, RxDB takes it as a
 * collection's schema and the server compiles it into a validator, so that a shape is written once.
 */
export interface JsonSchema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';
  readonly title?: string;
  readonly description?: string;
  readonly const?: string | number | boolean | null;
  readonly enum?: readonly (string | number)[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  /** Brands the inferred string type, so that two kinds of identifier cannot be swapped. */
  readonly brand?: string;
}

declare const brandOf: unique symbol;

/** A string that stands for one kind of thing; made only by the constructors of `ids.ts` or by validation. */
export type Branded<Name extends string> = string & { readonly [brandOf]: Name };

/** The TypeScript type of the values that a schema constant accepts. */
export type Infer<S> = S extends { readonly const: infer C }
  ? C
  : S extends { readonly enum: readonly (infer E)[] }
    ? E
    : S extends { readonly anyOf: readonly (infer A)[] }
      ? Infer<A>
      : S extends { readonly type: 'string'; readonly brand: infer B extends string }
        ? Branded<B>
        : S extends { readonly type: 'string' }
          ? string
          : S extends { readonly type: 'integer' | 'number' }
            ? number
            : S extends { readonly type: 'boolean' }
              ? boolean
              : S extends { readonly type: 'null' }
                ? null
                : S extends { readonly type: 'array'; readonly items: infer I }
                  ? readonly Infer<I>[]
                  : S extends { readonly type: 'object' }
                    ? InferObject<S>
                    : unknown;

type RequiredKey<S> = S extends { readonly required: readonly (infer K)[] } ? K : never;

type InferObject<S> = S extends { readonly properties: infer P }
  ? Flatten<
      { readonly [K in keyof P as K extends RequiredKey<S> ? K : never]: Infer<P[K]> } & {
        readonly [K in keyof P as K extends RequiredKey<S> ? never : K]?: Infer<P[K]>;
      }
    >
  : S extends { readonly additionalProperties: infer A }
    ? Readonly<Record<string, Infer<A>>>
    : Readonly<Record<string, unknown>>;

type Flatten<T> = { readonly [K in keyof T]: T[K] };
