import { describe, expect, it } from 'vitest';
import { checkSchema } from './check-schema.ts';

const schema = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 3, pattern: '^[a-z]+$' },
    hours: {
      type: 'array',
      items: { type: 'integer', minimum: 1, maximum: 20 },
      minItems: 1,
      maxItems: 3,
      uniqueItems: true,
    },
    state: { anyOf: [{ type: 'null' }, { type: 'string', enum: ['here', 'late'] }] },
    half: { type: 'number', multipleOf: 0.5 },
    sure: { type: 'boolean' },
    version: { const: 1 },
  },
  required: ['name'],
  additionalProperties: false,
} as const;

describe('check schema', () => {
  it('counts characters, as the server does, and not the units that they are written in', () => {
    expect(checkSchema({ type: 'string', maxLength: 3 }, '🙂🙂🙂')).toBe(true);
    expect(checkSchema({ type: 'string', maxLength: 3 }, '🙂🙂🙂🙂')).toBe(false);
    expect(checkSchema({ type: 'string', minLength: 2 }, '🙂')).toBe(false);
  });

  it.each([
    { name: 'abc' },
    { name: 'a', hours: [1, 20], state: null, half: 1.5, sure: false, version: 1 },
    { name: 'a', state: 'late' },
  ])('accepts %o', (value) => {
    expect(checkSchema(schema, value)).toBe(true);
  });

  it.each([
    null,
    [],
    'abc',
    {},
    { name: '' },
    { name: 'abcd' },
    { name: 'A' },
    { name: 'a', hours: [] },
    { name: 'a', hours: [0] },
    { name: 'a', hours: [1.5] },
    { name: 'a', hours: [1, 1] },
    { name: 'a', hours: [1, 2, 3, 4] },
    { name: 'a', state: 'gone' },
    { name: 'a', half: 0.3 },
    { name: 'a', half: Number.NaN },
    { name: 'a', sure: 1 },
    { name: 'a', version: 2 },
    { name: 'a', other: 1 },
    JSON.parse('{"name":"a","__proto__":{"x":1}}') as unknown,
    new Map([['name', 'a']]),
    Object.create({ name: 'a' }) as unknown,
  ])('refuses %o', (value) => {
    expect(checkSchema(schema, value)).toBe(false);
  });

  it('reads what a newer server adds, where told so', () => {
    expect(checkSchema(schema, { name: 'a', other: 1 }, 'lenient')).toBe(true);
    expect(checkSchema(schema, { name: 'A', other: 1 }, 'lenient')).toBe(false);
  });
});
