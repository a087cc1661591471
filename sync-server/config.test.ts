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

test('reads a mail server and whom messages come from, which belong together', () => {
  const url = 'smtps://registro:segreta%21@mail.example.it:465';
  const from = 'Registro <registro@example.it>';
  const mail = { CAMPANELLA_SMTP_URL: url, CAMPANELLA_MAIL_FROM: from };
  expect(readConfig(mail).mail).toEqual({ url, from });
  expect(readConfig({}).mail).toBeUndefined();
  expect(() => readConfig({ CAMPANELLA_SMTP_URL: url })).toThrow('CAMPANELLA_MAIL_FROM');
  expect(() => readConfig({ CAMPANELLA_MAIL_FROM: from })).toThrow('CAMPANELLA_SMTP_URL');
});

test.each([
  ['CAMPANELLA_SMTP_URL', 'mail.example.it'],
  ['CAMPANELLA_SMTP_URL', 'https://registro:segreta@mail.example.it'],
  ['CAMPANELLA_SMTP_URL', 'smtp://registro:segreta@mail.example.it?requireTLS=false'],
  ['CAMPANELLA_MAIL_FROM', 'registro'],
  ['CAMPANELLA_MAIL_FROM', 'Registro <registro@example.it>, x@example.it'],
  ['CAMPANELLA_MAIL_FROM', 'Registro\r\nBcc: x <registro@example.it>'],
])('names %s when it is "%s", and not the password in it', (name, value) => {
  const good = { CAMPANELLA_SMTP_URL: 'smtp://mail.example.it', CAMPANELLA_MAIL_FROM: 'registro@example.it' };
  const read = () => readConfig({ ...good, [name]: value });
  expect(read).toThrow(name);
  expect(read).not.toThrow('segreta');
});
