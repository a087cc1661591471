import { checkSchema } from '../../domain/base/check-schema.ts';
import type { Verb } from '../../domain/protocol/bridge/verbs/verb.ts';
import { isPlainWithin } from './plain-size.ts';

/** Whether the arguments that came from the page are what the verb takes. */
export function areArgumentsOf({ takes, bytes }: Verb, given: readonly unknown[]): boolean {
  if (given.length !== takes.length || !isPlainWithin(given, bytes)) return false;
  return takes.every((schema, index) => checkSchema(schema, given[index]));
}
