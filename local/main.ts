import { readEnv } from '../shared/platform/config.ts';
import { isTobanError } from '../shared/platform/errors.ts';
import { createLog } from '../shared/platform/log.ts';
import { startSystem } from './system.ts';

try {
  const env = readEnv();
  const system = await startSystem({
    env,
    log: createLog('toban', { least: 'WARNING', write: (line) => process.stderr.write(line) }),
    ports: { main: env.port, slack: env.port + 1, sheets: env.port + 2 },
    mode: 'auto',
  });
  const slackUrl = system.world.slack?.url;
  console.log(`\nToban 当番  ${system.url}\n  ${system.parts.join('\n  ')}\n`);
  if (slackUrl) {
    console.log(
      `Try: open ${slackUrl}, write "@Toban 返却できないお客様がいます" in #cs-help, and see who is called.\n`,
    );
  }
  let closing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) return;
      closing = true;
      void system.close().finally(() => process.exit(0));
    });
  }
} catch (error) {
  // A wrong setting is a sentence, not a stack.
  console.error(isTobanError(error) ? `Toban cannot start:\n${error.message}` : error);
  process.exit(1);
}
