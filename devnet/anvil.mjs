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
const PARENT_GRACE_MS = 4000;
const LISTENING = /^Listening on .*:(\d+)\r?\n/m;

function binaryPath() {
  const system = { linux: 'linux', darwin: 'darwin', win32: 'win32' }[process.platform];
  const processor = { x64: 'amd64', arm64: 'arm64' }[process.arch];
  const name = process.platform === 'win32' ? 'anvil.exe' : 'anvil';
  return createRequire(import.meta.url).resolve(`@foundry-rs/anvil-${system}-${processor}/bin/${name}`);
}

// Its own process group, which a Ctrl-C in the terminal does not reach: the parent saves the chain first.
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

// Signals often go to a whole process group. A parent that also got one still has to save the chain; it says by
// closing the pipe when it is done.
function onSignal() {
  if (process.stdin.isTTY) end();
  else setTimeout(end, PARENT_GRACE_MS).unref();
}

process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
process.stdout.on('error', () => {});
process.stdin.on('end', end).on('error', end).resume();
