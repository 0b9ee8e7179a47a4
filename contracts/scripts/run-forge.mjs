import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

/**
 * Runs forge, with more environment, and gives its exit code: the launcher in its npm package exits with 0 even when
 * tests fail.
 */
export function runForge(args, environment = {}) {
  const architecture = process.arch === "x64" ? "amd64" : process.arch;
  const suffix = process.platform === "win32" ? ".exe" : "";
  const binary = `@foundry-rs/forge-${process.platform}-${architecture}/bin/forge${suffix}`;
  const forge = createRequire(import.meta.url).resolve(binary);
  const { error, status } = spawnSync(forge, args, { stdio: "inherit", env: { ...process.env, ...environment } });
  if (error) console.error(error.message);
  return status ?? 1;
}
