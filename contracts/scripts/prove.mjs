// Proves what stands in proofs/ with solc's SMTChecker (constrained Horn clauses) and z3, and prints each theorem. What
// the checker cannot read (the packed records that the interfaces import) is not called by any proof.
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
      },
    },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: load, smtSolver: solve }));
  const messages = (output.errors ?? []).filter(({ message }) => !message.includes("unsupported language feature"));
  const proven = messages.filter(({ message }) => message.includes(" check is safe!"));
  const failed = messages.filter((message) => !proven.includes(message));
  for (const { formattedMessage } of failed) console.error(formattedMessage);
  report(path, source, proven);
  // Without a single proof the checker did not run.
  return failed.length + (proven.length === 0 ? 1 : 0);
}

// Every assertion by the function that it stands in, whose name is the theorem.
function report(path, source, proven) {
  console.log(`\n${path}`);
  const assertions = proven.filter(({ message }) => message.includes("Assertion violation"));
  const theorems = assertions.map(({ sourceLocation }) => theoremAt(source, sourceLocation.start));
  for (const theorem of new Set(theorems)) console.log(`  proven: ${theorem}`);
  console.log(`  proven: none of ${proven.length - assertions.length} subtractions goes below zero`);
}

function theoremAt(source, position) {
  const names = [...source.slice(0, position).matchAll(/function (\w+)/g)];
  return names.pop()[1].replaceAll("_", " ");
}

function load(path) {
  const url = new URL(path, root);
  return existsSync(url) ? { contents: readFileSync(url, "utf8") } : { error: `no ${path}` };
}

function solve(query) {
  const parameters = ["-smt2", "-in", `-T:${SOLVER_SECONDS}`];
  const { stdout, error } = spawnSync("z3", parameters, { input: query, encoding: "utf8" });
  return error ? { error: error.message } : { contents: stdout };
}
