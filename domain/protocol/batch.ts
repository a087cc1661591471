import type { JsonSchema } from '../base/schema.ts';

/** The most things that one act of the office is about. */
export const BATCH_LIMIT = 200;

/** The things that one act of the office is about: some, each once, and not too many. */
export function batchOf<const S extends JsonSchema>(items: S) {
  return { type: 'array', items, minItems: 1, maxItems: BATCH_LIMIT, uniqueItems: true } as const;
}

/** Those for which an act could do nothing, each with the reason. */
export function leftOut<
  const P extends Readonly<Record<string, JsonSchema>> & { readonly reason: JsonSchema },
>(properties: P) {
  // The keys of a literal are those of its type.
  const required = Object.keys(properties) as (keyof P & string)[];
  return {
    type: 'array',
    items: { type: 'object', properties, required, additionalProperties: false },
  } as const;
}
