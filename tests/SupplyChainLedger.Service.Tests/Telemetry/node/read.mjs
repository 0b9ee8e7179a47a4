// Reads a page of metrics from the file that is named, and prints what it says as JSON.
import { readFileSync } from 'node:fs';
import parse from 'parse-prometheus-text-format';

console.log(JSON.stringify(parse(readFileSync(process.argv[2], 'utf8'))));
