export { createPubsubBus } from './client-bus.ts';
export { parseEnvelope } from './envelope.ts';
export { createPushVerifier } from './push-token.ts';
export { setUpEmulator } from './setup-emulator.ts';
