import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { performance } from 'node:perf_hooks';
import { exchange, open, signedRequest } from './load.ts';

export interface Started {
  readonly port: number;
  readonly process: ChildProcess;
  /** Ms from spawn to the first signed event answered with 200. */
  readonly firstAnswerMs: number;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a server file with its port as argument and asks until it answers. */
export async function start(file: string, secret: string): Promise<Started> {
  const port = await freePort();
  const request = signedRequest(port, secret);
  const began = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, String(port)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode}`);
    try {
      const socket = await open(port);
      const status = await exchange(socket, request);
      const firstAnswerMs = performance.now() - began;
      socket.destroy();
      if (status !== 200) throw new Error(`${file} answered ${status}`);
      return { port, process: child, firstAnswerMs };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
}

/** Resident memory in MB; Linux only, NaN elsewhere. */
export function residentMb(pid: number | undefined): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
  } catch {
    return Number.NaN;
  }
}

/** CPU seconds a process has used so far; Linux only, NaN elsewhere. */
export function cpuSeconds(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

export async function stop(started: Started): Promise<void> {
  const ended = new Promise((resolve) => started.process.once('exit', resolve));
  started.process.kill();
  await ended;
}
