import { createInstance } from 'i18next';
import { describe, expect, test } from 'vitest';
import { grade } from '../../kinds/grade/words.ts';
import { proposal } from '../../kinds/proposal/words.ts';
import { readProposal } from './typed-proposal.ts';

const i18n = createInstance();
await i18n.init({
  lng: 'it',
  resources: { it: { translation: { ...grade.texts.it, ...proposal.texts.it } } },
});
const { t } = i18n;
const read = (text: string, scale: 'tenths' | 'primary' | 'religion' = 'tenths') => {
  const said = readProposal(text, scale, t);
  return said.ok ? said.value : said.failure;
};

describe('a typed proposal', () => {
  test.each([
    ['8', { grade: 8 }],
    [' 10 ', { grade: 10 }],
    ['nc', { notClassified: true }],
    ['N.C.', { notClassified: true }],
    ['non classificato', { notClassified: true }],
    ['', {}],
  ] as const)('%s is read', (text, said) => expect(read(text)).toEqual(said));

  test.each(['7½', '7,5', '0', '11', 'buono', '6+'])(
    'D74: %s is no whole grade, and is refused and not rounded',
    (text) => expect(read(text)).toBe('unread'),
  );

  test('D67: in primary school it is one of the six judgements, by its word or its beginning', () => {
    expect(read('buono', 'primary')).toEqual({ level: 'good' });
    expect(read('DIST', 'primary')).toEqual({ level: 'distinguished' });
    expect(read('dis', 'primary')).toBe('several');
    expect(read('ds', 'primary')).toEqual({ level: 'distinguished' });
    expect(read('non', 'primary')).toBe('several');
    expect(read('mediocre', 'primary')).toBe('unread');
    expect(read('8', 'primary')).toBe('unread');
    expect(read('mediocre', 'religion')).toEqual({ level: 'mediocre' });
  });
});
