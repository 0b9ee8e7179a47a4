// One transaction for each invoice, 500 of them on their way at any time.
import { Interface, JsonRpcProvider, Network, Wallet } from 'ethers';
import { calls, duration, fund, GAS, MAX_FEE, node } from './calls.mjs';
import { tell } from './tell.mjs';

const IN_FLIGHT = 500;
const execute = new Interface(['function execute(bytes[] intents) returns (uint8[])']);
const network = Network.from(node.chainId);
const provider = new JsonRpcProvider(node.url, network, { staticNetwork: network, pollingInterval: 50, cacheTimeout: -1 });
const wallet = Wallet.createRandom().connect(provider);
await fund(wallet.address);

const start = performance.now();
let next = 0;
let done = 0;
async function work() {
  while (next < calls.length) {
    const nonce = next++;
    const sent = await wallet.sendTransaction({
      to: node.ledger, data: execute.encodeFunctionData('execute', [[calls[nonce]]]), nonce, gasLimit: GAS,
      maxFeePerGas: MAX_FEE, maxPriorityFeePerGas: 1n, type: 2, chainId: node.chainId,
    });
    const receipt = await sent.wait();
    if (receipt.status !== 1 || receipt.logs.length !== 1) throw new Error(`${sent.hash} has recorded nothing`);
    done++;
  }
}
const time = new Promise((resolve) => setTimeout(resolve, duration * 1000));
await Promise.race([time, Promise.all(Array.from({ length: IN_FLIGHT }, work))]);
tell({ count: done, seconds: (performance.now() - start) / 1000 });
process.exit(0);
