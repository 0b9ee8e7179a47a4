// Hosts the interoperability service on a free port of the loopback, says which, and ends with its input.
import grpc from '@grpc/grpc-js';
import { TestService, echoedHeader, echoedTrailer, zeros } from './testService.mjs';

const echoMetadata = (call) => {
  const headers = new grpc.Metadata();
  call.metadata.get(echoedHeader).forEach((value) => headers.add(echoedHeader, value));
  call.sendMetadata(headers);
  const trailers = new grpc.Metadata();
  call.metadata.get(echoedTrailer).forEach((value) => trailers.add(echoedTrailer, value));
  return trailers;
};

const failureOf = ({ responseStatus: wanted }, metadata) =>
  wanted && wanted.code !== 0 ? { code: wanted.code, details: wanted.message, metadata } : null;

const responsesTo = (request) => request.responseParameters.map(({ size }) => ({ payload: zeros(size) }));

const service = {
  emptyCall: (call, callback) => callback(null, {}, echoMetadata(call)),

  unaryCall(call, callback) {
    const trailers = echoMetadata(call);
    callback(failureOf(call.request, trailers), { payload: zeros(call.request.responseSize) }, trailers);
  },

  streamingInputCall(call, callback) {
    const trailers = echoMetadata(call);
    let aggregatedPayloadSize = 0;
    call.on('data', (request) => (aggregatedPayloadSize += request.payload.body.length));
    call.on('end', () => callback(null, { aggregatedPayloadSize }, trailers));
  },

  streamingOutputCall(call) {
    const trailers = echoMetadata(call);
    responsesTo(call.request).forEach((response) => call.write(response));
    call.end(trailers);
  },

  fullDuplexCall(call) {
    const trailers = echoMetadata(call);
    call.on('data', (request) => {
      responsesTo(request).forEach((response) => call.write(response));
      const failure = failureOf(request, trailers);
      if (failure) call.emit('error', failure);
    });
    call.on('end', () => call.end(trailers));
  },
};

const server = new grpc.Server();
const { UnimplementedCall, ...implemented } = TestService.service;
server.addService(implemented, service);
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  process.stdout.write(`${port}\n`);
});
process.stdin.resume().on('end', () => process.exit(0));
