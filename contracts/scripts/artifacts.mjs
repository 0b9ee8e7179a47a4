// Writes artifacts/*.json from what forge has built; with --check, says whether they still equal it.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const root = new URL("../", import.meta.url);
const check = process.argv.includes("--check");
let stale = 0;

mkdirSync(new URL("artifacts/", root), { recursive: true });
for (const name of ["Ledger", "LedgerExtension", "Participants"]) {
  const file = new URL(`artifacts/${name}.json`, root);
  const fresh = artifact(name);
  if (!check) {
    writeFileSync(file, fresh);
    console.log(`wrote artifacts/${name}.json`);
  } else if (!existsSync(file) || readFileSync(file, "utf8") !== fresh) {
    console.error(`artifacts/${name}.json differs from a fresh compile: run "npm run artifacts" and commit it`);
    stale = 1;
  } else {
    console.log(`artifacts/${name}.json equals a fresh compile`);
  }
}
if (layout("Ledger") !== layout("LedgerExtension")) {
  console.error("the ledger and its extension keep things in different places");
  stale = 1;
}
process.exitCode = stale;

function artifact(contractName) {
  const built = compiled(contractName);
  const { compiler, settings } = built.metadata;
  return JSON.stringify(
    {
      contractName,
      abi: contractName === "Ledger" ? wholeLedger(built.abi) : built.abi,
      bytecode: built.bytecode.object,
      deployedBytecode: built.deployedBytecode.object,
      compiler: {
        version: compiler.version,
        evmVersion: settings.evmVersion,
        optimizer: settings.optimizer,
        viaIR: settings.viaIR,
        metadata: settings.metadata,
      },
    },
    null,
    2,
  ) + "\n";
}

// What the ledger's address answers to: the actions of its own code and of its extension's.
function wholeLedger(own) {
  return [...own.filter((entry) => entry.type === "constructor"), ...compiled("ILedger").abi];
}

// Where in storage everything is, without the names of the contracts that say so.
function layout(contractName) {
  const { storage } = compiled(contractName).storageLayout;
  const places = storage.map(({ label, slot, offset, type }) => `${slot}+${offset} ${label} ${type}`);
  return places.join("\n").replace(/\)\d+_storage/g, ")_storage");
}

function compiled(contractName) {
  return JSON.parse(readFileSync(new URL(`out/${contractName}.sol/${contractName}.json`, root), "utf8"));
}
