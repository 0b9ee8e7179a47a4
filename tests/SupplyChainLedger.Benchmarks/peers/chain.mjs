// What the peers share that index a chain: node peer.mjs <rpc url> <ledger> <chain id> <artifact> <last block>
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const [, , url, ledger, chainId, artifact, head] = process.argv;

export const node = { url, ledger, chainId: Number(chainId), artifact, head: Number(head) };

/** The contract's interface. */
export function readAbi() {
  return JSON.parse(readFileSync(artifact, 'utf8')).abi;
}

/** A folder of its own for the store, gone with the process. */
export function storeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'supplychain-ledger-peer-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** Processor time of this process, in seconds. */
export function ownCpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
