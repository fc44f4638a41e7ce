import { describe, expect, test } from 'vitest';
import { complaint } from './dependencies-rules.ts';
import { files, imports, packageOf } from './source.ts';

test('dependencies run one way: functions → a noun’s index.ts → pure files and ports ← adapters', () => {
  expect(imports.map(complaint).filter((sentence) => sentence !== null)).toEqual([]);
});

test('every relative import names a file that is there', () => {
  const own = imports.filter(({ to }) => packageOf(to) === null && !to.startsWith('node:'));
  expect(
    own.filter(({ to }) => !files.includes(to)).map(({ from, to }) => `${from} imports ${to}: no such file`),
  ).toEqual([]);
});

describe('the rules themselves', () => {
  const judge = (from: string, to: string, typeOnly = false) => complaint({ from, to, typeOnly });

  test.each([
    ['shared/rota/a.ts', 'shared/escalation/decide.ts', 'go through shared/escalation/index.ts'],
    ['shared/rota/a.ts', 'shared/adapters/sheets/index.ts', 'take a port as an argument'],
    ['shared/rota/a.ts', 'shared/ports/bus.ts', 'of a port only the types'],
    ['shared/rota/a.ts', 'shared/tasks/claim.ts', 'go through shared/tasks/index.ts'],
    ['shared/rota/a.ts', 'node:fs', 'shared/ does no I/O'],
    ['shared/rota/a.ts', 'googleapis/build/src/apis/sheets', 'vendor SDKs stand in shared/adapters only'],
    ['shared/rota/a.ts', 'left-pad', 'name the library'],
    ['shared/rota/a.ts', 'functions/worker/index.ts', 'nothing imports functions/'],
    ['shared/rota/a.ts', 'local/main.ts', 'only tests and bench'],
    ['functions/worker/a.ts', 'cli/command.ts', 'only tests and bench'],
    ['cli/a.ts', 'local/world.ts', 'only tests and bench'],
    ['cli/a.ts', 'functions/worker/index.ts', 'nothing imports functions/'],
    ['shared/platform/a.ts', 'shared/store/port.ts', 'platform imports nothing'],
    ['shared/store/a.ts', 'shared/rota/index.ts', 'the store knows no noun'],
    ['shared/tasks/a.ts', 'shared/rota/index.ts', 'tasks know no noun'],
    ['functions/ingress/a.ts', 'functions/worker/message.ts', 'a program does not import another'],
    ['functions/ingress/a.ts', 'shared/rota/parse.ts', 'go through shared/rota/index.ts'],
    ['functions/ingress/a.ts', '@slack/web-api', 'vendor SDKs stand in shared/adapters only'],
    ['functions/ingress/a.ts', 'test/emulators.ts', 'only tests and bench'],
  ])('%s must not import %s', (from, to, sentence) => {
    expect(judge(from, to)).toContain(sentence);
  });

  test.each([
    ['shared/rota/a.ts', 'shared/rota/b.ts'],
    ['shared/rota/a.ts', 'shared/language/index.ts'],
    ['shared/rota/a.ts', 'zod'],
    ['shared/adapters/sheets/a.ts', 'googleapis'],
    ['shared/adapters/sheets/a.ts', 'shared/ports/sheets.ts'],
    ['functions/worker/a.ts', 'shared/adapters/sheets/index.ts'],
    ['functions/worker/a.ts', 'functions/http/body.ts'],
    ['local/main.ts', 'functions/worker/assemble.ts'],
    ['cli/doctor/parts.ts', 'shared/adapters/sheets/index.ts'],
    ['test/story/a.ts', 'shared/rota/parse.ts'],
  ])('%s may import %s', (from, to) => {
    expect(judge(from, to)).toBeNull();
  });

  test('of a port, and of Slack’s block types, the types only', () => {
    expect(judge('shared/rota/a.ts', 'shared/ports/sheets.ts', true)).toBeNull();
    expect(judge('shared/slack/a.ts', '@slack/types', true)).toBeNull();
    expect(judge('shared/slack/a.ts', '@slack/types')).not.toBeNull();
  });
});
