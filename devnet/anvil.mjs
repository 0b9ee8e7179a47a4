// Runs anvil for as long as somebody holds this process's standard input open.
//
//   node anvil.mjs [anvil's own arguments]
//
// The service talks to its devnet through this launcher because a closed pipe is the one sign of a dead parent that
// even `kill -9` cannot suppress. Once anvil listens, one line of JSON tells where: {"pid":4711,"port":8545}.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import process from 'node:process';

const KILL_AFTER_MS = 2000;
const LISTENING = /^Listening on .*:(\d+)\r?\n/m;

function binaryPath() {
  const system = { linux: 'linux', darwin: 'darwin', win32: 'win32' }[process.platform];
  const processor = { x64: 'amd64', arm64: 'arm64' }[process.arch];
  const name = process.platform === 'win32' ? 'anvil.exe' : 'anvil';
  return createRequire(import.meta.url).resolve(`@foundry-rs/anvil-${system}-${processor}/bin/${name}`);
}

// Its own process group: a Ctrl-C in the terminal is for the service, which saves the chain before it ends anvil.
const anvil = spawn(binaryPath(), process.argv.slice(2), { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });

let banner = '';
function announce(chunk) {
  banner += chunk;
  const port = LISTENING.exec(banner)?.[1];
  if (port === undefined) return;
  process.stdout.write(`${JSON.stringify({ pid: anvil.pid, port: Number(port) })}\n`);
  anvil.stdout.off('data', announce);
  anvil.stdout.resume();
}

function end() {
  anvil.kill('SIGTERM');
  setTimeout(() => anvil.kill('SIGKILL'), KILL_AFTER_MS).unref();
}

anvil.stdout.setEncoding('utf8');
anvil.stdout.on('data', announce);
anvil.on('error', (error) => {
  process.stderr.write(`error: ${error.message}\n`);
  process.exit(1);
});
anvil.on('exit', (code) => process.exit(code ?? 1));

process.on('SIGTERM', end);
process.on('SIGINT', () => process.stdin.isTTY && end());
process.stdout.on('error', () => {});
process.stdin.on('end', end).on('error', end).resume();
