// Runs forge and ends as it ends.
import { runForge } from "./run-forge.mjs";

process.exitCode = runForge(process.argv.slice(2));
