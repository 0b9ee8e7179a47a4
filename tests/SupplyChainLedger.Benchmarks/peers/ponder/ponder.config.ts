import { readFileSync } from 'node:fs';
import process from 'node:process';
import { createConfig } from 'ponder';

const { LEDGER_CHAIN_ID, LEDGER_RPC, LEDGER_ADDRESS, LEDGER_ARTIFACT, LEDGER_HEAD, LEDGER_STORE } = process.env;
const { abi } = JSON.parse(readFileSync(LEDGER_ARTIFACT!, 'utf8'));

export default createConfig({
  database: { kind: 'pglite', directory: LEDGER_STORE },
  chains: {
    devnet: { id: Number(LEDGER_CHAIN_ID), rpc: LEDGER_RPC, disableCache: true, pollingInterval: 1_000 },
  },
  contracts: {
    Ledger: {
      abi,
      chain: 'devnet',
      address: LEDGER_ADDRESS as `0x${string}`,
      startBlock: 1,
      endBlock: Number(LEDGER_HEAD),
    },
  },
});
