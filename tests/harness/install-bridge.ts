import { createMemoryBridge } from './memory-bridge.ts';
import { readScenario } from './scenario.ts';

// Runs before the page: what the preload script would have put there.
Object.defineProperty(window, 'campanella', { value: createMemoryBridge(readScenario(location.search)) });
