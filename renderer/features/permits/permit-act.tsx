import type { Register } from '../../data/register.ts';
import { ofAsked } from '../../hosts/class-acts/asked-classes.ts';
import { closeClassAct, useClassAct, type ClassAct } from '../../hosts/class-acts/class-act.ts';
import { useViewValue } from '../../ui/use-view.ts';
import { PermitDialog } from './permit-dialog.tsx';
import { classPermits } from './view.ts';

const permitsOfClasses = ofAsked(classPermits);

/** The dialog of a permit that the school gives, over whatever section asked for it. */
export function PermitAct({ register }: { readonly register: Register }) {
  const asked = useClassAct((state) => state.asked);
  return asked?.act === 'permit' ? <Asked register={register} asked={asked} /> : null;
}

function Asked({ register, asked }: { readonly register: Register; readonly asked: ClassAct }) {
  const classes = useViewValue(permitsOfClasses, register, asked);
  if (!classes || classes.length === 0) return null;
  return <PermitDialog register={register} asked={asked} classes={classes} onClose={closeClassAct} />;
}
