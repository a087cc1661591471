import { className } from '../../../domain/kinds/class/record.ts';
import type { Register } from '../../data/register.ts';
import { closeClassAct, useClassAct, type ClassAct } from '../../hosts/class-acts/class-act.ts';
import { useViewValue } from '../../ui/use-view.ts';
import { PermitDialog } from './permit-dialog.tsx';
import { classPermits } from './view.ts';

/** The dialog of a permit that the school gives, over whatever section asked for it. */
export function PermitAct({ register }: { readonly register: Register }) {
  const asked = useClassAct((state) => state.asked);
  return asked?.act === 'permit' ? <Asked register={register} asked={asked} /> : null;
}

function Asked({ register, asked }: { readonly register: Register; readonly asked: ClassAct }) {
  const { schoolClass, day } = asked.place;
  const shown = useViewValue(classPermits, register, schoolClass, day);
  const known = shown?.facts.schoolClass(schoolClass);
  if (!shown || !known) return null;
  const props = { register, asked, className: className(known), shown, onClose: closeClassAct };
  return <PermitDialog {...props} />;
}
