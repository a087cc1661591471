import { expect, test } from 'vitest';
import type { School } from '../../../domain/kinds/school/record.ts';
import { keptOf, readContacts } from './kept-contacts.ts';

const school = {
  school: 'ALFA0001',
  name: 'ALFA0001',
  phone: '',
  email: '',
  address: '',
  city: '',
} as School;

test('S8 S11 S20 contacts that the office has not written yet replace none that are known', () => {
  expect(keptOf(school)).toEqual({});
  expect(keptOf({ ...school, name: 'Istituto Alfa', phone: '059 1' })).toEqual({
    name: 'Istituto Alfa',
    phone: '059 1',
  });
});

test('S8 S11 S20 empty ones that an earlier version has kept do not either', () => {
  expect(readContacts(JSON.stringify({ name: '', phone: '', email: 'a@b.example', city: 7 }))).toEqual({
    email: 'a@b.example',
  });
  for (const damaged of [null, '', 'null', '[', '"x"']) expect(readContacts(damaged)).toEqual({});
});
