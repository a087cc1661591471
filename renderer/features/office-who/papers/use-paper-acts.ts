import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryId } from '../../../../domain/base/ids.ts';
import type { Result } from '../../../../domain/base/result.ts';
import {
  cancelPaper,
  changePaper,
  writePapers,
} from '../../../../domain/protocol/endpoints/office-papers/office-papers-endpoints.ts';
import type { Paper } from '../../../../domain/school/who/paper.ts';
import type { Api, ApiFailure } from '../../../data/api/api-request.ts';
import type { Register } from '../../../data/register.ts';
import type { PaperTexts } from './paper-section.ts';

interface Stored {
  readonly id: string;
  readonly entry: EntryId;
}

/** What came of an act, and the way back where there is one. */
interface ActNotice {
  readonly tone: 'ok' | 'danger';
  readonly text: string;
  readonly undo?: () => Promise<void>;
}

type Outcome = Promise<Result<unknown, ApiFailure>>;

/** What can be done with papers: each act asks the school, and the device fetches what follows from it. */
export interface PaperActs {
  readonly notice: ActNotice | undefined;
  readonly write: (...papers: readonly Paper[]) => Outcome;
  readonly change: (stored: Stored, paper: Paper) => Outcome;
  readonly takeBack: (row: Pick<PaperTexts, 'who'> & { readonly paper: Stored }, paper: Paper) => Outcome;
}

/** The acts on papers; `papers` are those that this device has, those that were taken back among them. */
export function usePaperActs(register: Register, api: Api, papers: readonly Stored[]): PaperActs {
  const { t } = useTranslation();
  const [notice, setNotice] = useState<ActNotice>();
  /** The paper that was taken back last, and what it said. */
  const [taken, setTaken] = useState<{ readonly id: string; readonly paper: Paper; readonly who: string }>();

  const done = async (asked: Outcome, said: ActNotice, takenBack?: typeof taken): Outcome => {
    const result = await asked;
    if (!result.ok) return result;
    setNotice(said);
    setTaken(takenBack);
    register.status.syncNow();
    return result;
  };
  const change = async ({ id, entry }: Stored, paper: Paper) =>
    await done(api.ask(changePaper, { body: { id, seen: entry, paper } }), {
      tone: 'ok',
      text: t('who.changed'),
    });
  const bringBack = async () => {
    const stored = papers.find(({ id }) => id === taken?.id);
    if (!stored || !taken) return;
    const result = await done(
      api.ask(changePaper, { body: { id: stored.id, seen: stored.entry, paper: taken.paper } }),
      { tone: 'ok', text: t('who.broughtBack', { name: taken.who }) },
    );
    if (!result.ok) setNotice({ tone: 'danger', text: t('who.notBroughtBack') });
  };
  return {
    notice: notice && taken ? { ...notice, undo: bringBack } : notice,
    write: async (...all) =>
      await done(api.ask(writePapers, { body: { papers: all } }), {
        tone: 'ok',
        text: t('who.written', { count: all.length }),
      }),
    change,
    takeBack: async ({ who, paper: { id, entry } }, paper) =>
      await done(
        api.ask(cancelPaper, { body: { id, seen: entry } }),
        { tone: 'ok', text: t('who.takenBack', { name: who }) },
        { id, paper, who },
      ),
  };
}
