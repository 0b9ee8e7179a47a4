// The least that an indexer can do: decoded logs as rows, and nothing made of them.
import { join } from 'node:path';
import process from 'node:process';
import Database from 'better-sqlite3';
import { createPublicClient, http } from 'viem';
import { node, ownCpuSeconds, readAbi, storeFolder } from './chain.mjs';
import { tell } from './tell.mjs';

const BLOCKS = 20;
const client = createPublicClient({ transport: http(node.url) });
const events = readAbi().filter((one) => one.type === 'event');
const store = new Database(join(storeFolder(), 'rows.db'));
store.pragma('journal_mode = WAL');
store.pragma('synchronous = NORMAL');
store.exec(`CREATE TABLE event (block INTEGER, log_index INTEGER, transaction_hash TEXT, name TEXT, args TEXT,
  PRIMARY KEY (block, log_index))`);
const insert = store.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?)');
const text = (_, value) => (typeof value === 'bigint' ? value.toString() : value);
const save = store.transaction((logs) => {
  for (const log of logs) {
    const args = JSON.stringify(log.args, text);
    insert.run(Number(log.blockNumber), log.logIndex, log.transactionHash, log.eventName, args);
  }
});

const start = performance.now();
let count = 0;
for (let from = 1; from <= node.head; from += BLOCKS) {
  const to = Math.min(from + BLOCKS - 1, node.head);
  const logs = await client.getLogs({ address: node.ledger, events, fromBlock: BigInt(from), toBlock: BigInt(to) });
  save(logs);
  count += logs.length;
}
const seconds = (performance.now() - start) / 1000;
store.close();
tell({ count, seconds, cpuSeconds: ownCpuSeconds() });
process.exit(0);
