// Answers what it is asked, without looking into it. Says its port, and ends with its input.
import process from 'node:process';
import grpc from '@grpc/grpc-js';

const path = '/supplychain.ledger.benchmarks.v1.EchoService/Echo';
const bytes = (message) => message;
const server = new grpc.Server();
server.addService(
  {
    echo: {
      path, requestStream: false, responseStream: false, requestSerialize: bytes, requestDeserialize: bytes,
      responseSerialize: bytes, responseDeserialize: bytes,
    },
  },
  { echo: (call, callback) => callback(null, call.request) });
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (fault, port) => {
  if (fault) throw fault;
  process.stdout.write(`${port}\n`);
});
process.stdin.resume().on('end', () => process.exit(0));
