import type { TFunction } from 'i18next';
import { useFormat, type Format } from '../../i18n/format.ts';
import { useScaleTexts } from '../../i18n/scale-texts.ts';
import { Explained } from '../../ui/section/section.tsx';
import { missingText } from '../../views/grades/mark-words.ts';
import classes from './class-matrix.module.css';
import type { ClassMatrix, Lack, MatrixRow } from './view.ts';

interface LacksProps {
  readonly matrix: ClassMatrix;
  readonly nameOf: (person: MatrixRow['person']) => string;
}

/** Who lacks how many grades, subject by subject, for the council to know before its meeting (D65); nothing where the school wants no number of them. */
export function Lacks({ matrix, nameOf }: LacksProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const { lacks } = matrix;
  if (!isCounted(matrix)) return null;
  return (
    <section className={classes['card']} aria-labelledby="lacks-title">
      <h3 id="lacks-title">{t('classMatrix.lacksTitle')}</h3>
      {lacks.length === 0 && <Explained>{t('classMatrix.lacksNothing')}</Explained>}
      <dl className={classes['lacks']}>
        {lacks.map((lack) => (
          <div key={keyOf(lack)}>
            <dt>{textOf(lack, { t, format })}</dt>
            <dd>{lack.pupils.map(nameOf).join(' · ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The same on the paper that the council has before it. */
export function PrintedLacks({ matrix, nameOf }: LacksProps) {
  const { t } = useScaleTexts();
  const format = useFormat();
  const { lacks } = matrix;
  if (!isCounted(matrix)) return null;
  if (lacks.length === 0) return <p>{t('classMatrix.lacksNothing')}</p>;
  return lacks.map((lack) => (
    <p key={keyOf(lack)}>
      {t('classMatrix.printedLack', {
        lack: textOf(lack, { t, format }),
        names: lack.pupils.map(nameOf).join(', '),
      })}
    </p>
  ));
}

/** Whether the school wants a number of grades, and there are any to count. */
function isCounted({ grading, hasAverages }: ClassMatrix): boolean {
  return hasAverages && Object.values(grading.needed).some((count) => count > 0);
}

function keyOf({ subject, type, count }: Lack): string {
  return `${subject.id}.${type}.${count}`;
}

function textOf(
  { subject, pupils, ...lack }: Lack,
  { t, format }: { readonly t: TFunction; readonly format: Format },
): string {
  return t('classMatrix.lacksOf', {
    subject: subject.name,
    lack: missingText(lack, t),
    count: pupils.length,
    number: format.number(pupils.length),
  });
}
