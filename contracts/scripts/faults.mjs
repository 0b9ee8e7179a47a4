// Lists which tests stand for which fault or attack, by the number that it has in the list of faults, and fails where
// one has none. A test says so above its name: `/// @custom:fault 53 a flipped bit in any field`.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../test/", import.meta.url));

// What concerns the contracts. That a relayer can censor and reorder (64) and that storage collides in an upgrade (72)
// are ruled out by design: see README, and the comparison of layouts in artifacts.mjs.
const FAULTS = {
  52: "deadlines that have passed or lie too far ahead",
  53: "forged signatures and altered fields",
  54: "replays: twice, elsewhere, of another type, after a reorganisation or a redeployment",
  55: "nonces cancelled, out of order, or used by two",
  56: "contract wallets, delegated accounts, rotated keys",
  58: "items that burn gas, throw or return too much",
  59: "relayers that leave too little gas",
  62: "batches in batches, and senders written behind the calldata",
  63: "a third party that sends an intent first",
  65: "reentrancy, also into views",
  66: "one receivable financed twice",
  68: "one part passed on, financed and split in one batch",
  69: "rounding, and splits without end",
  70: "what the state does not allow: settled twice, over-settled, cancelled late",
  71: "the operator's keys stolen",
};

const found = Object.fromEntries(Object.keys(FAULTS).map((fault) => [fault, []]));
let wrong = 0;
for (const file of readdirSync(root, { recursive: true }).filter((name) => name.endsWith(".t.sol")).sort()) {
  for (const { fault, test } of tagsOf(readFileSync(root + file, "utf8"))) {
    if (test && found[fault]) found[fault].push(`${file}: ${test.replaceAll("_", " ")}`);
    else wrong += report(`${file}: fault ${fault} is unknown, or no test follows it`);
  }
}
for (const [fault, meaning] of Object.entries(FAULTS)) {
  console.log(`${fault} ${meaning}`);
  for (const test of found[fault]) console.log(`   ${test}`);
  if (found[fault].length === 0) wrong += report(`fault ${fault} has no test`);
}
process.exitCode = wrong === 0 ? 0 : 1;

function tagsOf(source) {
  const lines = source.split("\n");
  return lines.flatMap((line, i) => {
    const fault = /@custom:fault (\d+) \S/.exec(line)?.[1];
    const next = lines.slice(i + 1).find((other) => !other.trim().startsWith("///")) ?? "";
    return fault ? [{ fault, test: /function (?:test|testFuzz)_(\w+)/.exec(next)?.[1] }] : [];
  });
}

function report(message) {
  console.error(message);
  return 1;
}
