// What the peers share that record invoices: node peer.mjs <rpc url> <ledger> <chain id> <file> <seconds>
// The file has a call in hexadecimal a line.
import { readFileSync } from 'node:fs';
import process from 'node:process';

const [, , url, ledger, chainId, file, seconds] = process.argv;

export const node = { url, ledger, chainId: Number(chainId) };
export const duration = Number(seconds);
export const calls = readFileSync(file, 'utf8').split('\n').filter((line) => line.length > 0);

export const GAS = 600_000n;
export const MAX_FEE = 100_000_000_000n;

/** Money for a key that nobody else uses. */
export async function fund(address) {
  await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'anvil_setBalance', params: [address, '0x21e19e0c9bab2400000'] }),
  });
}

/** Sorted milliseconds to the percentiles that are told. */
export function percentiles(milliseconds) {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: at(0.5), p99: at(0.99) };
}
