import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { Explained } from '../../ui/section/section.tsx';
import classes from './class-matrix.module.css';
import { lackText } from './matrix-cell.tsx';
import type { ClassMatrix, MatrixRow } from './view.ts';

interface LacksProps {
  readonly matrix: ClassMatrix;
  readonly nameOf: (person: MatrixRow['person']) => string;
}

/** Who lacks how many grades, subject by subject, for the council to know before its meeting (D65); nothing where the school wants no number of them. */
export function Lacks({ matrix: { lacks, grading, hasAverages }, nameOf }: LacksProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isAsked = Object.values(grading?.needed ?? {}).some((count) => count > 0);
  if (!isAsked || !hasAverages) return null;
  return (
    <section className={classes['card']} aria-labelledby="lacks-title">
      <h3 id="lacks-title">{t('classMatrix.lacksTitle')}</h3>
      {lacks.length === 0 && <Explained>{t('classMatrix.lacksNothing')}</Explained>}
      <dl className={classes['lacks']}>
        {lacks.map(({ subject, type, count, pupils }) => (
          <div key={`${subject.id}.${type}.${count}`}>
            <dt>
              {t('classMatrix.lacksOf', {
                subject: subject.name,
                lack: lackText({ type, count }, t),
                count: pupils.length,
                number: format.number(pupils.length),
              })}
            </dt>
            <dd>{pupils.map(nameOf).join(' · ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
