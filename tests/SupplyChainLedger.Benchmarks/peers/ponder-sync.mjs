// Ponder from an empty store to the newest block, into its default database.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { node, storeFolder } from './chain.mjs';
import { tell } from './tell.mjs';

const BEGINS = 'Started backfill indexing';
const INDEXED = 'Indexed block range';
const ENDS = 'Completed backfill indexing across all chains';
const here = dirname(fileURLToPath(import.meta.url));
const program = join(here, 'node_modules', 'ponder', 'dist', 'esm', 'bin', 'ponder.js');
const ponder = spawn(
  process.execPath,
  [program, 'start', '--root', join(here, 'ponder'), '--schema', 'ledger', '--port', '0', '--log-format', 'json'],
  {
    env: {
      ...process.env, PONDER_TELEMETRY_DISABLED: '1', LEDGER_RPC: node.url, LEDGER_ADDRESS: node.ledger,
      LEDGER_CHAIN_ID: `${node.chainId}`, LEDGER_ARTIFACT: node.artifact, LEDGER_HEAD: `${node.head}`,
      LEDGER_STORE: storeFolder(),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
// Before its store is deleted.
process.prependListener('exit', () => ponder.kill('SIGKILL'));
process.on('SIGTERM', () => process.exit(1));

function cpuSeconds() {
  const stat = readFileSync(`/proc/${ponder.pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

let start = 0;
let startCpu = 0;
let count = 0;
const lines = [];
for await (const line of createInterface({ input: ponder.stdout })) {
  lines.push(line);
  const said = line.startsWith('{') ? JSON.parse(line) : {};
  if (said.msg === BEGINS) [start, startCpu] = [performance.now(), cpuSeconds()];
  if (said.msg === INDEXED) count += said.event_count;
  if (said.msg === ENDS) {
    tell({ count, seconds: (performance.now() - start) / 1000, cpuSeconds: cpuSeconds() - startCpu });
    process.exit(0);
  }
}
process.stderr.write(lines.slice(-20).join('\n'));
process.exit(1);
