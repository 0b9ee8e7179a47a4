// Proves what stands in proofs/ with solc's SMTChecker (constrained Horn clauses) and z3, and prints each theorem.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import solc from "solc";

const root = new URL("../", import.meta.url);
const SOLVER_SECONDS = 120;

const version = spawnSync("z3", ["--version"], { encoding: "utf8" });
if (version.error) {
  console.error("z3 is not installed, so nothing is proven (Debian: apt-get install z3)");
  process.exit(2);
}
console.log(`solc ${solc.version()}, ${version.stdout.trim()}`);

const files = readdirSync(new URL("proofs/", root)).filter((name) => name.endsWith(".sol"));
let failures = 0;
for (const file of files) failures += prove(file);
console.log(failures === 0 ? "everything is proven" : `${failures} not proven`);
process.exitCode = failures === 0 ? 0 : 1;

function prove(file) {
  const path = `proofs/${file}`;
  const contract = file.replace(".sol", "");
  const source = readFileSync(new URL(path, root), "utf8");
  const input = {
    language: "Solidity",
    sources: { [path]: { content: source } },
    settings: {
      outputSelection: { "*": { "*": [] } },
      modelChecker: {
        contracts: { [path]: [contract] },
        engine: "chc",
        solvers: ["smtlib2"],
        targets: ["assert", "underflow"],
        showProvedSafe: true,
        showUnproved: true,
        showUnsupported: false,
      },
    },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: load, smtSolver: solve }));
  const messages = output.errors ?? [];
  const proven = messages.filter(({ message }) => / is safe!|check\(s\) proved safe/.test(message));
  const failed = messages.filter((message) => !proven.includes(message));
  for (const { formattedMessage } of failed) console.error(formattedMessage);
  report(file, source, proven);
  // Without a single proof the checker did not run.
  return failed.length + (proven.length === 0 ? 1 : 0);
}

// Every assertion by the function that it stands in, whose name is the theorem.
function report(file, source, proven) {
  console.log(`\n${file}`);
  for (const { message, sourceLocation } of proven) {
    const before = source.slice(0, sourceLocation?.start ?? 0);
    const theorem = [...before.matchAll(/function (\w+)/g)].pop()?.[1] ?? message;
    const kind = message.includes("Assertion") ? "proven" : "proven, no underflow";
    console.log(`  ${kind}: ${theorem.replaceAll("_", " ")}`);
  }
}

function load(path) {
  const url = new URL(path, root);
  return existsSync(url) ? { contents: readFileSync(url, "utf8") } : { error: `no ${path}` };
}

function solve(query) {
  const { stdout, error } = spawnSync("z3", ["-smt2", "-in", `-T:${SOLVER_SECONDS}`], { input: query, encoding: "utf8" });
  return error ? { error: error.message } : { contents: stdout };
}
