export { createPubsubBus } from './client-bus.ts';
export { parseEnvelope } from './envelope.ts';
export { createPushVerifier } from './push-token.ts';
export { createBusSetUp } from './rest-set-up.ts';
export { setUpEmulator } from './setup-emulator.ts';
