import { createServer } from 'node:http';
import { createIngress } from '../../functions/ingress/handler.ts';
import { systemClock } from '../../shared/platform/clock.ts';
import { silentLog } from '../../shared/platform/log.ts';
import { publish, SECRET } from './publish.ts';

const handler = createIngress({
  bus: { publish: (_topic, message) => publish(message) },
  signingSecrets: [SECRET],
  clock: systemClock,
  realClock: systemClock,
  log: silentLog,
  sheetSecrets: [],
  alertTokens: [],
  balancer: null,
  responseHosts: [],
  slack: { open: async () => 'refused', update: async () => 'refused' },
  rules: [],
});
createServer(handler).listen(Number(process.argv[2]), '127.0.0.1');
