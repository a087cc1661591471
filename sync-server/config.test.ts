import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('everything has a default that is safe on a machine of one’s own', () => {
  expect(readConfig({ CAMPANELLA_HOST: ' ' })).toMatchObject({
    host: '127.0.0.1',
    port: 8440,
    dataFolder: './data',
    heartbeatSeconds: 15,
    requestsPerMinute: 1200,
    metricsToken: undefined,
    logLevel: 'info',
  });
});

test.each([
  ['CAMPANELLA_PORT', '99999'],
  ['CAMPANELLA_PORT', 'eighty'],
  ['CAMPANELLA_PORT', '-1'],
  ['CAMPANELLA_HEARTBEAT_SECONDS', '0'],
  ['CAMPANELLA_REQUESTS_PER_MINUTE', '1.5'],
  ['CAMPANELLA_METRICS_TOKEN', 'short'],
  ['CAMPANELLA_LOG_LEVEL', 'loud'],
  ['CAMPANELLA_PUBLIC_URL', 'register.example.it'],
  ['CAMPANELLA_PUBLIC_URL', 'javascript:alert(1)'],
  ['CAMPANELLA_PUBLIC_URL', 'https://register.example.it/?next='],
])('names %s when it is "%s"', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(name);
});
