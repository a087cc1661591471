import { expect, test } from 'vitest';
import { faultName } from './fault-name.ts';

const named = (name: string, more: object = {}, cause?: unknown) =>
  Object.assign(new Error('Anna Rossi, 10 in matematica', { cause }), { name, ...more });

test.each([
  [
    named('AuthorizationResponseError', { code: 'OAUTH_AUTHORIZATION_RESPONSE_ERROR' }),
    'AuthorizationResponseError < OAUTH_AUTHORIZATION_RESPONSE_ERROR',
  ],
  [named('Error', { code: 'Anna Rossi' }), 'Error'],
  [named('Error', { error_description: 'Anna Rossi', error: 'Anna' }), 'Error'],
  [named('TypeError', {}, named('Error', { code: 'ECONNREFUSED' })), 'TypeError < Error < ECONNREFUSED'],
  ['Anna Rossi', 'unknown'],
  [{ message: 'Anna Rossi' }, 'unknown'],
])('%s is logged as what it is, with no word of its text', (error, name) => {
  expect(faultName(error)).toBe(name);
});
