// The interoperability services, loaded from the same proto files that the .NET side compiles.
import { fileURLToPath } from 'node:url';
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';

const protos = fileURLToPath(new URL('../../Protos', import.meta.url));
const definition = protoLoader.loadSync('grpc/testing/test.proto', {
  includeDirs: [protos],
  keepCase: false,
  defaults: true,
  enums: String,
});

export const { TestService, UnimplementedService } = grpc.loadPackageDefinition(definition).grpc.testing;
export const echoedHeader = 'x-grpc-test-echo-initial';
export const echoedTrailer = 'x-grpc-test-echo-trailing-bin';
export const zeros = (size) => ({ type: 'COMPRESSABLE', body: Buffer.alloc(size) });
