import { expect, test } from 'vitest';
import type { TFunction } from 'i18next';
import { classOptions } from './class-options.ts';

const t = ((key: string) => key) as unknown as TFunction;
const optionOf = ({ name }: { readonly name: string }) => ({ value: name, label: name });
const of = (level: 'primary' | 'lowerSecondary', ...names: readonly string[]) =>
  names.map((name) => ({ name, level }));

test('classes of several levels stand under the name of their level, in the order of the levels', () => {
  const options = classOptions([...of('lowerSecondary', '1A', '2A'), ...of('primary', '1B')], optionOf, t);
  expect(options).toEqual([
    { group: 'common.level.primary', items: [{ value: '1B', label: '1B' }] },
    {
      group: 'common.level.lowerSecondary',
      items: [
        { value: '1A', label: '1A' },
        { value: '2A', label: '2A' },
      ],
    },
  ]);
});

test('classes of one level, and none, stand alone', () => {
  expect(classOptions(of('primary', '1A', '1B'), optionOf, t)).toEqual([
    { value: '1A', label: '1A' },
    { value: '1B', label: '1B' },
  ]);
  expect(classOptions([], optionOf, t)).toEqual([]);
});
