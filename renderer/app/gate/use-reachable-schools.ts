import { useEffect, useState } from 'react';
import type { ReachableSchool } from '../../../domain/protocol/school-list.ts';
import { useBridge } from '../../hosts/bridge-context.ts';

/** The schools that can be signed in to from this computer; empty until the main process has answered. */
export function useReachableSchools(): readonly ReachableSchool[] {
  const bridge = useBridge();
  const [schools, setSchools] = useState<readonly ReachableSchool[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void bridge.reachableSchools().then((answer) => isCurrent && setSchools(answer));
    return () => {
      isCurrent = false;
    };
  }, [bridge]);
  return schools;
}
