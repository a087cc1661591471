import { useCallback, useState } from 'react';
import type { Person } from '../../../domain/kinds/person/record.ts';
import type { Proposed } from '../../../domain/kinds/proposal/record.ts';
import type { HourPlace } from '../../../domain/school/hour-place.ts';
import { oneAct } from '../../data/commands/one-act.ts';
import type { CommandFailure } from '../../data/commands/outcome.ts';
import type { Register } from '../../data/register.ts';
import { useDone, type LastDone } from '../../hosts/class-acts/use-done.ts';
import { useFormat } from '../../i18n/format.ts';
import { useScaleTexts } from '../../i18n/scale-texts.ts';
import { propose } from '../../kinds/proposal/commands.ts';
import { proposedText } from '../../kinds/proposal/proposed-text.ts';
import { toProposed, type SaidProposal } from '../../../domain/kinds/proposal/from-average.ts';
import { failureText } from '../../views/failure-text.ts';
import type { CourseProposals, ProposalRow } from './view.ts';

/** One proposal to be confirmed. */
export interface ToConfirm {
  readonly row: ProposalRow;
  readonly said: SaidProposal;
  /** What was seen in its place; absent: what the row has. */
  readonly over?: Proposed;
}

/** How proposals are written: each by itself, or all that wait as one act, and taken back in the same way. */
export interface Proposing {
  readonly done: LastDone;
  /** Why the last ones were not written. */
  readonly failure: CommandFailure | undefined;
  readonly busy: boolean;
  clearFailure(): void;
  /** Writes one; nothing said takes it back. Answers why it was not taken, as a sentence. The same function from render to render. */
  readonly confirm: (one: ToConfirm) => Promise<string | undefined>;
  /** Writes all of them or none. */
  confirmAll(all: readonly ToConfirm[]): Promise<boolean>;
}

/** Writes proposals of a course in one’s own name, and says what was written. */
export function useProposing(
  register: Pick<Register, 'run' | 'now' | 'identity'>,
  { schoolClass }: Pick<HourPlace, 'schoolClass'>,
  shown: CourseProposals,
  {
    announce,
    nameOf,
  }: { readonly announce: (text: string) => void; readonly nameOf: (person: Person) => string },
): Proposing {
  const { t } = useScaleTexts();
  const format = useFormat();
  const done = useDone(announce);
  const [failure, setFailure] = useState<CommandFailure>();
  const [busy, setBusy] = useState(false);
  const { period } = shown;
  const subject = shown.course.subject.id;
  const write = useCallback(
    ({ row, said, over = row.own ?? {} }: ToConfirm) =>
      propose(register, { schoolClass, subject, period, pupil: row.person.id }, toProposed(said, row), over),
    [register, schoolClass, subject, period],
  );
  const { note, clearFailure } = done;
  const confirm = useCallback(
    async (one: ToConfirm) => {
      const { row, said } = one;
      const written = await write(one);
      setFailure(written.ok ? undefined : written.failure);
      if (!written.ok) return failureText(written.failure, t);
      const isNothing = Object.keys(said).length === 0;
      const name = nameOf(row.person);
      note({
        pupils: [row.person.id],
        said: isNothing
          ? t('proposals.withdrawn', { name })
          : t('proposals.confirmedOne', { name, value: proposedText(said, { t, format }) }),
        undo: written.value.undo,
      });
      return undefined;
    },
    [write, note, nameOf, t, format],
  );
  return {
    done,
    failure: failure ?? done.failure,
    busy,
    clearFailure() {
      setFailure(undefined);
      clearFailure();
    },
    confirm,
    async confirmAll(all) {
      setBusy(true);
      const written = await oneAct(all.map((one) => ({ pupil: one.row.person.id, run: () => write(one) })));
      setBusy(false);
      setFailure(written.ok ? undefined : written.failure.failure);
      if (!written.ok) return false;
      note({
        pupils: all.map(({ row }) => row.person.id),
        said: t('proposals.confirmedAll', { count: all.length }),
        undo: written.value.undo,
      });
      return true;
    },
  };
}
