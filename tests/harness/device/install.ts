import { installMemoryServer } from '../server/install-server.ts';
import { readScenario } from '../scenario.ts';
import { councilRecords } from '../school/grades/council.ts';
import { noticesFor } from '../school/notices.ts';
import { officeRecords } from '../school/roster.ts';
import { journalOf } from '../school/unsent.ts';
import { planningRecords } from '../school/planning.ts';
import { writtenRecords } from '../school/written.ts';
import { createMemoryBridge } from './bridge.ts';

// Runs before the page: what the preload script and the main process's proxy would have put there.
const scenario = readScenario(location.search);
const atSchool = [
  ...officeRecords(scenario),
  ...writtenRecords(scenario),
  ...planningRecords(),
  ...noticesFor(scenario),
  ...councilRecords(scenario),
];
const bridge = createMemoryBridge(scenario, journalOf(scenario, atSchool));
Object.defineProperty(window, 'campanella', { value: bridge });
installMemoryServer(scenario, bridge, atSchool);
