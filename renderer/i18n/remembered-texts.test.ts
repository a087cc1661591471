import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { rememberTexts } from './remembered-texts.ts';

const catalogues = {
  it: { translation: { name: 'nome', pupils_one: '{{count}} alunno', pupils_other: '{{count}} alunni' } },
  en: { translation: { name: 'name', pupils_one: '{{count}} pupil', pupils_other: '{{count}} pupils' } },
};

/** The texts, and how often one was looked up. */
async function started() {
  const texts = createInstance();
  await texts.init({ lng: 'it', resources: catalogues });
  let asked = 0;
  const ask = texts.t.bind(texts) as unknown as (...given: unknown[]) => unknown;
  texts.t = ((...given: unknown[]) => {
    asked += 1;
    return ask(...given);
  }) as unknown as typeof texts.t;
  rememberTexts(texts);
  return { texts, asked: () => asked };
}

const of = (language: string, texts: Awaited<ReturnType<typeof started>>['texts']) =>
  texts.getFixedT(language, 'translation') as unknown as (
    key: string,
    options?: Readonly<Record<string, unknown>>,
  ) => string;

test('a text that takes nothing is looked up once, whoever asks for it', async () => {
  const { texts, asked } = await started();
  expect(of('it', texts)('name')).toBe('nome');
  expect(of('it', texts)('name')).toBe('nome');
  expect(asked()).toBe(1);
});

test('each language has its own', async () => {
  const { texts } = await started();
  expect(of('it', texts)('name')).toBe('nome');
  expect(of('en', texts)('name')).toBe('name');
});

test('a text with a number says each number', async () => {
  const { texts } = await started();
  expect(of('it', texts)('pupils', { count: 1 })).toBe('1 alunno');
  expect(of('it', texts)('pupils', { count: 28 })).toBe('28 alunni');
});
