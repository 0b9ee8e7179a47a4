import process from 'node:process';

/** The last line of a peer's output. */
export function tell(result) {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
