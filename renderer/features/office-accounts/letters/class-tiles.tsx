import { useTranslation } from 'react-i18next';
import { SCHOOL_LEVELS } from '../../../../domain/kinds/school/record.ts';
import classes from './class-tiles.module.css';
import type { NamedClass } from '../asked/use-school-classes.ts';

interface ClassTilesProps {
  readonly classes: readonly NamedClass[];
  readonly chosen: string | undefined;
  readonly label: string;
  /** What stands below the name of a class. */
  readonly noteOf: (classId: string) => string;
  readonly onChoose: (classId: string) => void;
}

/** The classes of the school to choose one of, by level where there are several. */
export function ClassTiles({ classes: ofSchool, chosen, label, noteOf, onChoose }: ClassTilesProps) {
  const { t } = useTranslation();
  const levels = SCHOOL_LEVELS.filter((level) => ofSchool.some((each) => each.level === level));
  const focused = chosen ?? ofSchool.find(({ level }) => level === levels[0])?.id;
  return (
    <div className={classes['classGroups']} role="group" aria-label={label}>
      {levels.map((level) => (
        <section key={level} aria-label={t(`common.level.${level}`)}>
          {levels.length > 1 && <h3>{t(`common.level.${level}`)}</h3>}
          <div className={classes['classGrid']}>
            {ofSchool
              .filter((each) => each.level === level)
              .map((each) => (
                <button
                  key={each.id}
                  type="button"
                  data-autofocus={each.id === focused || undefined}
                  aria-pressed={each.id === chosen}
                  onClick={() => onChoose(each.id)}
                >
                  {each.name}
                  <small>{noteOf(each.id)}</small>
                </button>
              ))}
          </div>
        </section>
      ))}
    </div>
  );
}
