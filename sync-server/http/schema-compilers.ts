import { Ajv, type ValidateFunction } from 'ajv';
import fastJsonStringify, { type Schema } from 'fast-json-stringify';
import type { FastifyInstance } from 'fastify';

/** A request is taken as it is or refused: nothing in it is converted, filled in or dropped. */
const ajv = new Ajv({ removeAdditional: false, coerceTypes: false, useDefaults: false, strict: false });
const serializers = new WeakMap<object, (value: unknown) => string>();

/**
 * Compiles each schema once in a process, however many routes and applications use it: what a server's start mostly consists of. Every
 * route names the schema of its failures, for one.
 */
export function shareCompiledSchemas(app: FastifyInstance): void {
  app.setValidatorCompiler<object>(({ schema }) => validatorOf(schema));
  app.setSerializerCompiler<Schema>(({ schema }) => {
    const known = serializers.get(schema);
    if (known) return known;
    const serialize = fastJsonStringify(schema);
    serializers.set(schema, serialize);
    return serialize;
  });
}

/** Ajv knows a schema that it has compiled again by its identity. */
function validatorOf(schema: object): ValidateFunction {
  return ajv.compile(schema);
}
