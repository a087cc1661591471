import { expect, test } from 'vitest';
import { deviceNames } from './device-names.ts';

test('a device has its name, and an id only where two share it', () => {
  const labels = ['Aula 12 (12cd1816)', 'Aula 12 (12cd1816)', 'Atrio (aaaa1111)', 'Atrio (bbbb2222)', 'Casa'];
  expect(labels.map(deviceNames(labels))).toEqual([
    'Aula 12',
    'Aula 12',
    'Atrio (aaaa1111)',
    'Atrio (bbbb2222)',
    'Casa',
  ]);
});

test('a device without a name keeps its id', () => {
  expect(deviceNames([' (12cd1816)'])(' (12cd1816)')).toBe(' (12cd1816)');
});
