import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalDate } from '../../../../domain/base/ids.ts';
import { KEYS } from '../../../ui/actions/keys.ts';
import { columnsOf, type Columns } from '../../../ui/table/features.ts';
import type { JustifyingLine } from '../../../views/class-justifications.ts';
import { LineState } from './line-state.tsx';
import { daysText, reasonTexts, whatText, type LineWords } from './line-texts.ts';
import classes from './justifying.module.css';

/** What is done about a line, each by one key. */
export const LINE_ACTS = ['validate', 'reject', 'write', 'split', 'revoke'] as const;
/** One of them. */
export type LineAct = (typeof LINE_ACTS)[number];
/** Their keys, the same in both languages, as the footer says them. */
export const ACT_KEYS: Readonly<Record<LineAct, string>> = {
  validate: KEYS.validate,
  reject: KEYS.reject,
  write: KEYS.writeDown,
  split: KEYS.split,
  revoke: KEYS.revoke,
};

interface ColumnsOptions {
  readonly words: LineWords;
  readonly nameOf: (person: JustifyingLine['person']) => string;
  readonly today: LocalDate;
  readonly isToldOfWarnings: boolean;
  /** What may be done about a line now. */
  readonly actsOf: (line: JustifyingLine) => readonly LineAct[];
  /** Whether anything may be done about any line: else there is no column for it. */
  readonly mayAct: boolean;
  readonly onAct: (line: JustifyingLine, act: LineAct) => void;
}

const make = columnsOf<JustifyingLine>();

/** The columns of what there is to justify; a line is never put in another order, so that a key means the row that was seen. */
export function useLineColumns(options: ColumnsOptions): Columns<JustifyingLine> {
  const { words, nameOf, today, isToldOfWarnings, actsOf, mayAct, onAct } = options;
  const { t } = useTranslation();
  return useMemo(
    () =>
      make.columns([
        make.display({
          id: 'pupil',
          header: t('classAbsences.justify.pupil'),
          meta: { isRowHeader: true },
          cell: ({ row }) => nameOf(row.original.person),
        }),
        make.display({
          id: 'what',
          header: t('classAbsences.justify.what'),
          cell: ({ row }) => {
            const days = daysText(row.original, words);
            return (
              <>
                {whatText(row.original, words)}
                {days !== undefined && <small>{days}</small>}
              </>
            );
          },
        }),
        make.display({
          id: 'reason',
          header: t('classAbsences.justify.reason'),
          cell: ({ row }) => (
            <>
              <LineState line={row.original} today={today} isToldOfWarnings={isToldOfWarnings} />
              {reasonTexts(row.original, words).map((text) => (
                <span key={text} className={classes['reason']}>
                  {text}
                </span>
              ))}
            </>
          ),
        }),
        ...(mayAct
          ? [
              make.display({
                id: 'acts',
                header: t('classAbsences.justify.acts'),
                meta: { hasControls: true, isHeadingHidden: true, className: classes['actsCell'] },
                cell: ({ row }) => (
                  <span className={classes['acts']}>
                    {actsOf(row.original).map((act, index) => {
                      const label = t(`classAbsences.justify.${act}`);
                      return (
                        <Button
                          key={act}
                          size="compact-sm"
                          variant={index === 0 && act === 'validate' ? 'filled' : 'default'}
                          title={`${label} (${ACT_KEYS[act]})`}
                          aria-keyshortcuts={ACT_KEYS[act]}
                          aria-label={t('classAbsences.justify.actOf', {
                            act: label,
                            name: nameOf(row.original.person),
                            what: whatText(row.original, words),
                          })}
                          onClick={() => onAct(row.original, act)}
                        >
                          {label}
                        </Button>
                      );
                    })}
                  </span>
                ),
              }),
            ]
          : []),
      ]),
    [t, words, nameOf, today, isToldOfWarnings, actsOf, mayAct, onAct],
  );
}
