// One transaction for each invoice, and the next one when its receipt is there.
import { createPublicClient, createWalletClient, encodeFunctionData, http, parseAbi } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { calls, duration, fund, GAS, MAX_FEE, node, percentiles } from './calls.mjs';
import { tell } from './tell.mjs';

const abi = parseAbi(['function execute(bytes[] intents) returns (uint8[])']);
const chain = { id: node.chainId, name: 'devnet', nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
  rpcUrls: { default: { http: [node.url] } } };
const account = privateKeyToAccount(generatePrivateKey());
const wallet = createWalletClient({ account, chain, transport: http(node.url) });
const reader = createPublicClient({ chain, transport: http(node.url) });
await fund(account.address);

// viem's own wait looks again only at the next block, and here the next block is ours.
async function receiptOf(hash) {
  while (true) {
    const receipt = await reader.request({ method: 'eth_getTransactionReceipt', params: [hash] });
    if (receipt) return receipt;
  }
}

const times = [];
const end = performance.now() + duration * 1000;
const start = performance.now();
let nonce = 0;
for (const call of calls) {
  const began = performance.now();
  if (began > end) break;
  const hash = await wallet.sendTransaction({
    to: node.ledger, data: encodeFunctionData({ abi, args: [[call]] }), nonce: nonce++, gas: GAS,
    maxFeePerGas: MAX_FEE, maxPriorityFeePerGas: 1n, type: 'eip1559',
  });
  const receipt = await receiptOf(hash);
  if (receipt.status !== '0x1' || receipt.logs.length !== 1) throw new Error(`${hash} has recorded nothing`);
  times.push(performance.now() - began);
}
tell({ count: times.length, seconds: (performance.now() - start) / 1000, ...percentiles(times) });
