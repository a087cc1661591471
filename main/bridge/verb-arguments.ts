import type { JsonSchema } from '../../domain/base/schema.ts';
import { REFUSAL_REASONS } from '../../domain/access/refusal.ts';
import { accountActSchema, recoveryRequestSchema } from '../../domain/protocol/endpoints/account/account.ts';
import type { BridgeVerb } from '../../domain/protocol/bridge/bridge.ts';
import { MAIL_LANGUAGES } from '../../domain/protocol/mail-language.ts';
import { startProviderRequestSchema } from '../../domain/protocol/endpoints/session/session.ts';
import { COLLECTION_NAMES } from '../../domain/record/collection-names.ts';
import { field } from '../../domain/record/fields.ts';
import { checkSchema } from '../../domain/base/check-schema.ts';
import { isPlainWithin } from './plain-size.ts';

/** What a verb takes: one schema per argument, and how large all of them may be together. */
interface VerbArguments {
  readonly schemas: readonly JsonSchema[];
  readonly bytes: number;
}

const none: VerbArguments = { schemas: [], bytes: 1_000 };
const password = { type: 'string', minLength: 1, maxLength: 1000 } as const satisfies JsonSchema;
const school = field.schoolId;
const account = { school, username: { type: 'string', minLength: 1, maxLength: 200 } } as const;
const typedName = { type: 'string', minLength: 1, maxLength: 254 } as const satisfies JsonSchema;
const { purpose } = startProviderRequestSchema.properties;
const code = { type: 'string', minLength: 1, maxLength: 50 } as const satisfies JsonSchema;
const language = { type: 'string', enum: MAIL_LANGUAGES } as const satisfies JsonSchema;
/** How many entries the person has been told of. */
const confirmed = { type: 'integer', minimum: 0, maximum: 10_000_000 } as const satisfies JsonSchema;
/** Whether it is a good one is for `main/pin/` to say. */
const pin = { type: 'string', minLength: 1, maxLength: 20 } as const satisfies JsonSchema;
const uuid = { type: 'string', pattern: '^[0-9a-fA-F-]{36}$' } as const satisfies JsonSchema;
const entry = uuid;
const refusal = {
  type: 'object',
  properties: {
    reason: { type: 'string', enum: REFUSAL_REASONS },
    path: { type: 'string', maxLength: 200 },
    refusedAt: field.instant,
  },
  required: ['reason', 'refusedAt'],
  additionalProperties: false,
} as const satisfies JsonSchema;
/** A record is checked by its kind where it is written and by the server; here only its outline. */
const record = {
  type: 'object',
  properties: { id: field.id, kind: { type: 'string', maxLength: 40 } },
  required: ['id', 'kind'],
} as const satisfies JsonSchema;

const journalEntry = {
  type: 'object',
  properties: {
    entry,
    collection: { type: 'string', enum: COLLECTION_NAMES },
    record,
    assumed: { anyOf: [{ type: 'null' }, record] },
    refusal,
  },
  required: ['entry', 'collection', 'record', 'assumed'],
  additionalProperties: false,
} as const satisfies JsonSchema;

function object(
  properties: Readonly<Record<string, JsonSchema>>,
  optional: Readonly<Record<string, JsonSchema>> = {},
): JsonSchema {
  return {
    type: 'object',
    properties: { ...properties, ...optional },
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

/** The requests for a new password, each with the school that it is asked of. */
function atSchool({ anyOf }: typeof recoveryRequestSchema): JsonSchema {
  return { anyOf: anyOf.map((one) => ({ ...one, properties: { ...one.properties, school } })) };
}

function one(schema: JsonSchema, bytes = 10_000): VerbArguments {
  return { schemas: [schema], bytes };
}

/** What a verb of the journal takes: what it is about, if anything, and the opening. */
function ofJournal(schemas: readonly JsonSchema[], bytes = 10_000): VerbArguments {
  return { schemas: [...schemas, uuid], bytes };
}

/** The arguments of every verb; the compiler demands one line for each. */
const VERB_ARGUMENTS: Readonly<Record<BridgeVerb, VerbArguments>> = {
  installedSchool: none,
  sessionState: none,
  deviceAccounts: none,
  signIn: one(object({ username: typedName, password }, { school })),
  answerStep: one({
    anyOf: [
      object({ kind: { type: 'string', enum: ['code', 'enrolCode'] }, code }),
      object({ kind: { type: 'string', enum: ['localPassword', 'newLocalPassword'] }, password }),
      object({ kind: { type: 'string', enum: ['newPassword'] }, password }, { language }),
    ],
  }),
  cancelStep: none,
  signInWays: one(object({ school })),
  startProvider: one(object({ school }, { only: object(account), purpose })),
  reopenProvider: none,
  finishProvider: one(object({ code })),
  unlock: one(object({ ...account, password })),
  unlockWithPin: one(object({ pin })),
  setPin: one(object({ pin: { anyOf: [{ type: 'null' }, pin] }, password })),
  hasPin: none,
  switchAccount: one(object(account, { password })),
  accountAct: one(accountActSchema),
  recover: one(atSchool(recoveryRequestSchema)),
  handOver: one(object({ ...account, password }, { code, opens: password })),
  reachableSchools: none,
  lock: none,
  unsentEntries: one(object(account)),
  signOut: one(object({ confirmed })),
  removeAccount: one(object({ ...account, confirmed })),
  lostEntries: none,
  forgetLost: one(object({ folder: { type: 'string', minLength: 1, maxLength: 255 }, confirmed })),
  localStoreKey: none,
  journalAppend: ofJournal([{ type: 'array', items: journalEntry, maxItems: 2_000 }], 16_000_000),
  journalSettle: ofJournal([{ type: 'array', items: entry, maxItems: 20_000 }], 4_000_000),
  journalRefuse: ofJournal(
    [{ type: 'array', items: object({ entry, refusal }), maxItems: 2_000 }],
    4_000_000,
  ),
  journalRead: ofJournal([]),
  reportUnsent: ofJournal([{ type: 'integer', minimum: 0, maximum: 10_000_000 }]),
  saveFile: one(
    object({
      suggestedName: { type: 'string', minLength: 1, maxLength: 120 },
      mediaType: { type: 'string', enum: ['application/json', 'text/csv', 'application/pdf', 'text/plain'] },
      content: { type: 'string', maxLength: 50_000_000 },
    }),
    100_100_000,
  ),
  setLanguage: one(language),
  confirmClose: one(object({ confirmed })),
};

/** Whether the arguments that came from the page are what the verb takes. */
export function areVerbArguments(verb: BridgeVerb, given: readonly unknown[]): boolean {
  const { schemas, bytes } = VERB_ARGUMENTS[verb];
  if (given.length !== schemas.length || !isPlainWithin(given, bytes)) return false;
  return schemas.every((schema, index) => checkSchema(schema, given[index]));
}
