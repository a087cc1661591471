import { useTranslation } from 'react-i18next';
import { fail } from '../../../../domain/base/result.ts';
import type { ClassId } from '../../../../domain/base/ids.ts';
import type { Register } from '../../../data/register.ts';
import { usePupilNames } from '../../../hosts/pupils/use-pupil-names.ts';
import { justify, reject, revoke, splitOff } from '../../../kinds/justification/commands.ts';
import type { JustifyingLine } from '../../../views/class-justifications.ts';
import { FailedNotice } from './failed-notice.tsx';
import { whatText, type LineWords } from './line-texts.ts';
import { SplitDialog } from './split-dialog.tsx';
import { decidable, type Deciding } from './use-deciding.ts';
import type { LineAct } from './use-line-columns.tsx';
import { WhyDialog } from './why-dialog.tsx';
import { WriteDialog } from './write-dialog.tsx';

/** What somebody wants to do about a line, of which something has to be asked first. */
export interface Asked {
  readonly line: JustifyingLine;
  readonly act: Exclude<LineAct, 'validate'>;
}

interface DecidingDialogProps {
  readonly register: Register;
  readonly schoolClass: ClassId;
  readonly asked: Asked;
  readonly words: LineWords;
  readonly deciding: Deciding;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

/** Asks what an act needs, and carries it out. */
export function DecidingDialog(props: DecidingDialogProps) {
  const { register, schoolClass, asked, words, deciding, onDone, onClose } = props;
  const { t } = useTranslation();
  const { line, act } = asked;
  const nameOf = usePupilNames(register, schoolClass);
  const named = { name: nameOf(line.person), what: whatText(line, words) };
  const run = async (said: string, work: Parameters<Deciding['decide']>[1]) => {
    const done = await deciding.decide(said, work);
    if (done) onDone(said);
    return done;
  };
  const failure = <FailedNotice deciding={deciding} />;
  const close = () => {
    deciding.clearFailure();
    onClose();
  };
  const sent = () =>
    decidable(
      line.open.filter(({ state }) => state === 'sent'),
      schoolClass,
    );
  switch (act) {
    case 'reject':
      return (
        <WhyDialog
          title={t('classAbsences.justify.rejectTitle')}
          text={t('classAbsences.justify.rejectText', named)}
          confirm={t('classAbsences.justify.reject')}
          onConfirm={(why) =>
            run(t('classAbsences.justify.done.reject', named), () => reject(register, sent(), why))
          }
          failure={failure}
          onClose={close}
        />
      );
    case 'write':
      return (
        <WriteDialog
          text={t('classAbsences.justify.writeText', named)}
          onConfirm={(written) =>
            run(t('classAbsences.justify.done.justify', named), () =>
              justify(register, decidable(line.open, schoolClass), written),
            )
          }
          failure={failure}
          onClose={close}
        />
      );
    case 'split':
      return (
        <SplitDialog
          text={t('classAbsences.justify.splitText', named)}
          days={line.open}
          onConfirm={(day) => {
            const [only] = decidable([day], schoolClass);
            const what = words.format.shortDay(day.day);
            return run(t('classAbsences.justify.done.splitOff', { ...named, what }), async () =>
              only ? await splitOff(register, only) : fail({ kind: 'refused', reason: 'invalid' }),
            );
          }}
          failure={failure}
          onClose={close}
        />
      );
    case 'revoke':
      return (
        <WhyDialog
          title={t('classAbsences.justify.revokeTitle')}
          text={t('classAbsences.justify.revokeText', named)}
          confirm={t('classAbsences.justify.revoke')}
          onConfirm={(why) =>
            run(t('classAbsences.justify.done.revoke', named), () =>
              revoke(
                register,
                decidable(
                  line.items.map((one) => ({ ...one, isGreyed: false })),
                  schoolClass,
                ),
                why,
              ),
            )
          }
          failure={failure}
          onClose={close}
        />
      );
  }
}
