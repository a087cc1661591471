import { installMemoryServer } from '../server/install-server.ts';
import { createMemoryBridge } from './bridge.ts';
import { readScenario } from '../scenario.ts';

// Runs before the page: what the preload script and the main process's proxy would have put there.
const scenario = readScenario(location.search);
const bridge = createMemoryBridge(scenario);
Object.defineProperty(window, 'campanella', { value: bridge });
installMemoryServer(scenario, bridge);
