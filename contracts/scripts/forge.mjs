// Runs forge and ends as it ends: the launcher in its npm package exits with 0 even when tests fail.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const architecture = process.arch === "x64" ? "amd64" : process.arch;
const suffix = process.platform === "win32" ? ".exe" : "";
const binary = `@foundry-rs/forge-${process.platform}-${architecture}/bin/forge${suffix}`;
const forge = createRequire(import.meta.url).resolve(binary);
const { error, status } = spawnSync(forge, process.argv.slice(2), { stdio: "inherit" });
if (error) console.error(error.message);
process.exitCode = status ?? 1;
