// Answers what it is asked, as a service of grpc-js does: the message is read and written again. Says its port, and
// ends with its input.
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';

const definition = protoLoader.loadSync(fileURLToPath(new URL('../Echo/echo.proto', import.meta.url)));
const { EchoService } = grpc.loadPackageDefinition(definition).supplychain.ledger.benchmarks.v1;
const server = new grpc.Server();
server.addService(EchoService.service, { echo: (call, callback) => callback(null, call.request) });
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (fault, port) => {
  if (fault) throw fault;
  process.stdout.write(`${port}\n`);
});
process.stdin.resume().on('end', () => process.exit(0));
