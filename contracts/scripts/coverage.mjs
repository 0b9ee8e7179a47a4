// Measures how much of src the tests run, prints it by file, and fails where a line or a branch is missing.
// Lines of inline assembly are left out: the compiler's intermediate representation, without which some functions have
// too many variables for the stack, keeps no trace of them.
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runForge } from "./run-forge.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));
const report = `${root}cache/coverage/lcov.info`;

// What depends on the gas of the deployed code, and what only repeats what other tests run, at length.
const LEFT_OUT_CONTRACTS = "GasTest|HostileBatches|Invariant|Histories|LifeTurns|TableTest";
// Here the compiler takes the chain's id for a constant, which a test cannot change.
const LEFT_OUT_TESTS = "another_chain|fits_into_the_size";

// Calls of functions that are nothing but assembly.
const UNTRACED = ["_allocateHead();"];

mkdirSync(`${root}cache/coverage`, { recursive: true });
const status = runForge(
  ["coverage", "--ir-minimum", "--report", "lcov", "--report-file", report, "--exclude-tests", "--silent"].concat(
    ["--no-match-contract", LEFT_OUT_CONTRACTS, "--no-match-test", LEFT_OUT_TESTS],
  ),
  { FOUNDRY_PROFILE: "coverage" },
);
if (status !== 0) process.exit(status);

const files = readReport(readFileSync(report, "utf8"));
const width = Math.max(...files.map((file) => file.path.length));
let missing = 0;
for (const file of files) {
  console.log(`${file.path.padEnd(width)}  lines ${share(file.lines)}  branches ${share(file.branches)}`);
  for (const place of file.missing) console.log(`  never: ${place}`);
  missing += file.missing.length;
}
if (missing > 0) {
  console.error(`${missing} lines and branches of src are run by no test`);
  process.exitCode = 1;
}

function readReport(text) {
  return text
    .split("end_of_record\n")
    .filter((record) => record.includes("SF:src/"))
    .map((record) => readFile(record))
    .filter((file) => file.lines.all + file.branches.all > 0);
}

function readFile(record) {
  const path = /^SF:(.*)$/m.exec(record)[1];
  const source = readFileSync(root + path, "utf8").split("\n");
  const inAssembly = assemblyLines(source);
  const lines = [...record.matchAll(/^DA:(\d+),(\d+)/gm)]
    .map(([, line, hits]) => ({ line: Number(line), hits: Number(hits), what: "line" }))
    .filter(({ line }) => !inAssembly.has(line) && !UNTRACED.includes(source[line - 1].trim()));
  const branches = [...record.matchAll(/^BRDA:(\d+),\d+,(\d+),(\d+|-)/gm)]
    .map(([, line, side, hits]) => ({ line: Number(line), hits: Number(hits) || 0, what: `branch ${side} of line` }))
    .filter(({ line }) => !inAssembly.has(line));
  const traced = branches.filter((branch) => isTraced(branch, lines, branches));
  const missing = [...lines, ...traced]
    .filter(({ hits }) => hits === 0)
    .map(({ line, what }) => `${what} ${line}: ${source[line - 1].trim()}`);
  return { path, lines: count(lines), branches: count(traced), missing };
}

// A condition that was reached went one way or another: where no way is seen, the compiler kept no trace of it.
function isTraced({ line }, lines, branches) {
  const isReached = lines.some((other) => other.line === line && other.hits > 0);
  const isSeen = branches.some((other) => other.line === line && other.hits > 0);
  const hasBothWays = branches.filter((other) => other.line === line).length > 1;
  return isSeen || !isReached || !hasBothWays;
}

function assemblyLines(source) {
  const found = new Set();
  let depth = 0;
  source.forEach((text, i) => {
    const opens = depth === 0 && /^\s*assembly\b/.test(text);
    if (depth > 0 || opens) {
      if (depth > 0) found.add(i + 1);
      depth += (text.match(/{/g) ?? []).length - (text.match(/}/g) ?? []).length;
    }
  });
  return found;
}

function count(places) {
  return { all: places.length, run: places.filter(({ hits }) => hits > 0).length };
}

function share({ run, all }) {
  const percent = all === 0 ? 100 : Math.floor((100 * run) / all);
  return `${String(percent).padStart(3)} % (${run}/${all})`.padEnd(15);
}
