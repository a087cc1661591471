import { useEffect, useState } from 'react';
import type { Instant } from '../../domain/base/ids.ts';
import type { Register } from './register.ts';

const HALF_MINUTE = 30_000;

/** The register's time, renewed twice a minute: enough to move "now" from hour to hour. */
export function useClock(register: Register): Instant {
  const [now, setNow] = useState(() => register.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(register.now()), HALF_MINUTE);
    return () => clearInterval(timer);
  }, [register]);
  return now;
}
