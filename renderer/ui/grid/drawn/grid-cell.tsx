import { IconAlertTriangle } from '@tabler/icons-react';
import { memo } from 'react';
import { CellEditor } from './cell-editor.tsx';
import { CellWhy } from './cell-why.tsx';
import type { Desk, Editing } from '../desk/desk.ts';
import { meetingOf } from '../desk/meeting.ts';
import type { PlacedColumn } from '../desk/grid-table.ts';
import type { GridCell } from '../model/cells.ts';
import type { Overlay } from '../model/overlays.ts';
import { stuck } from './stuck.ts';
import classes from './grid.module.css';

/** So many signs lie within the narrowest column. */
const SHORT = 7;

interface GridCellProps {
  readonly desk: Desk;
  readonly column: PlacedColumn;
  /** Its place among the columns, the names being the first. */
  readonly place: number;
  /** What its descriptions are called by. */
  readonly id: string;
  /** Who is the row: for the name of the field in which is written. */
  readonly rowName: string;
  readonly cell: GridCell | undefined;
  readonly overlay: Overlay | undefined;
  readonly isLocked: boolean;
  readonly isChosen: boolean;
  readonly isActive: boolean;
  readonly editing: Editing | undefined;
}

/** A cell: drawn anew when something of it changes, and not when its neighbours do. */
export const GridCellView = memo(function GridCellView(props: GridCellProps) {
  const { desk, column, place, id, rowName, cell, overlay, isLocked, isChosen, isActive, editing } = props;
  const { coming } = overlay ?? {};
  const waiting = overlay?.refused;
  const refused = editing ? editing.refused : waiting;
  const stands = { text: coming?.text ?? cell?.text ?? '', by: cell?.by };
  const meeting = meetingOf((editing ?? waiting)?.over ?? stands.text, stands);
  const isExplained = refused !== undefined || meeting !== undefined;
  const isComing = coming !== undefined && coming.text !== cell?.text;
  const shown = waiting?.text ?? (isComing ? coming.text : (cell?.drawn ?? cell?.text ?? ''));
  const note = cell?.note;
  return (
    <td
      tabIndex={-1}
      className={[column.look, isComing ? undefined : cell?.look].filter(Boolean).join(' ') || undefined}
      style={stuck(column)}
      title={note}
      aria-colindex={place + 1}
      aria-selected={isChosen}
      {...{ 'aria-readonly': isLocked || undefined, 'aria-invalid': refused ? true : undefined }}
      aria-describedby={describedBy(id, isExplained, note !== undefined)}
      data-column={column.id}
      data-stuck={column.fromEnd === undefined ? undefined : 'end'}
      data-active={isActive || undefined}
      data-writing={editing ? true : undefined}
      data-explained={isExplained || undefined}
      data-shaded={cell?.isShaded || undefined}
      data-long={shown.length > SHORT || undefined}
    >
      <div className={classes['box']}>
        {editing ? (
          <CellEditor
            desk={desk}
            editing={editing}
            name={`${rowName}, ${column.name}`}
            describedBy={isExplained ? `${id}-why` : undefined}
          />
        ) : (
          <>
            {waiting && <IconAlertTriangle size={12} aria-hidden="true" />}
            {shown}
          </>
        )}
      </div>
      {isExplained && (
        <CellWhy id={`${id}-why`} isActive={isActive} reason={refused?.reason} meeting={meeting} />
      )}
      {note !== undefined && (
        <span hidden id={`${id}-note`}>
          {note}
        </span>
      )}
    </td>
  );
});

function describedBy(id: string, isExplained: boolean, hasNote: boolean): string | undefined {
  const ids = [isExplained ? `${id}-why` : '', hasNote ? `${id}-note` : ''].filter((each) => each !== '');
  return ids.length > 0 ? ids.join(' ') : undefined;
}
