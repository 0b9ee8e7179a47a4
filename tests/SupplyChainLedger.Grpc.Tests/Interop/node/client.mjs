// Runs one case for each line of standard input, against the server named on the command line, and answers each with
// one line: "passed", or what failed as a JSON string. Ends with its input.
import { createInterface } from 'node:readline';
import { run } from './cases.mjs';

const target = process.argv[2];
for await (const name of createInterface({ input: process.stdin })) {
  const outcome = await run(name, target).then(() => 'passed', (error) => JSON.stringify(String(error.stack)));
  process.stdout.write(`${outcome}\n`);
}
process.exit(0);
