import type { Register } from '../../data/register.ts';
import { ofAsked } from '../../hosts/class-acts/asked-classes.ts';
import { closeClassAct, useClassAct, type ClassAct } from '../../hosts/class-acts/class-act.ts';
import { useViewValue } from '../../ui/use-view.ts';
import { OutOfClassDialog } from './out-of-class-dialog.tsx';
import { outOfClass } from './view.ts';

const outOfClasses = ofAsked(outOfClass);

/** The dialog about pupils of a class, over whatever section asked for it. */
export function ClassActs({ register }: { readonly register: Register }) {
  const asked = useClassAct((state) => state.asked);
  return asked?.act === 'outOfClass' ? <Asked register={register} asked={asked} /> : null;
}

function Asked({ register, asked }: { readonly register: Register; readonly asked: ClassAct }) {
  const classes = useViewValue(outOfClasses, register, asked);
  if (!classes || classes.length === 0) return null;
  return <OutOfClassDialog register={register} asked={asked} classes={classes} onClose={closeClassAct} />;
}
