// The cases of gRPC's interoperability test descriptions, from the side of the client.
import assert from 'node:assert/strict';
import grpc from '@grpc/grpc-js';
import { TestService, UnimplementedService, echoedHeader, echoedTrailer, zeros } from './testService.mjs';

const { status } = grpc;
const insecure = grpc.credentials.createInsecure();
const gzip = { 'grpc.default_compression_algorithm': grpc.compressionAlgorithms.gzip };

const unary = (client, method, request, metadata = new grpc.Metadata(), options = {}) =>
  new Promise((resolve) => {
    let headers;
    let ending;
    let answer;
    const settle = () => ending && answer && resolve({ ...answer, headers, ending });
    const call = client[method](request, metadata, options, (error, response) => {
      answer = { error, response };
      settle();
    });
    call.on('metadata', (received) => (headers = received));
    call.on('status', (received) => {
      ending = received;
      settle();
    });
  });

const succeed = async (...call) => {
  const result = await unary(...call);
  assert.ifError(result.error);
  return result;
};

const ended = (call) => new Promise((resolve) => call.on('status', resolve).on('error', () => {}));

const withClient = async (target, options, use) => {
  const client = new TestService(target, insecure, options);
  try {
    return await use(client);
  } finally {
    client.close();
  }
};

const largeRequest = (more = {}) => ({
  responseType: 'COMPRESSABLE', responseSize: 314159, payload: zeros(271828), ...more,
});

export const cases = {
  async empty_unary(client) {
    assert.deepEqual((await succeed(client, 'emptyCall', {})).response, {});
  },

  async large_unary(client) {
    const { response } = await succeed(client, 'unaryCall', largeRequest());
    assert.ok(response.payload.body.equals(Buffer.alloc(314159)));
  },

  async client_streaming(client) {
    const total = await new Promise((resolve, reject) => {
      const call = client.streamingInputCall((error, response) =>
        error ? reject(error) : resolve(response.aggregatedPayloadSize));
      [27182, 8, 1828, 45904].forEach((size) => call.write({ payload: zeros(size) }));
      call.end();
    });
    assert.equal(total, 74922);
  },

  async server_streaming(client) {
    const sizes = [31415, 9, 2653, 58979];
    const call = client.streamingOutputCall({ responseParameters: sizes.map((size) => ({ size })) });
    const received = [];
    call.on('data', (response) => received.push(response.payload.body.length));
    assert.equal((await ended(call)).code, status.OK);
    assert.deepEqual(received, sizes);
  },

  async ping_pong(client) {
    const pairs = [[31415, 27182], [9, 8], [2653, 1828], [58979, 45904]];
    const call = client.fullDuplexCall();
    const ending = ended(call);
    const responses = call[Symbol.asyncIterator]();
    for (const [size, length] of pairs) {
      call.write({ responseParameters: [{ size }], payload: zeros(length) });
      assert.equal((await responses.next()).value.payload.body.length, size);
    }
    call.end();
    assert.ok((await responses.next()).done);
    assert.equal((await ending).code, status.OK);
  },

  async empty_stream(client) {
    const call = client.fullDuplexCall();
    const received = [];
    call.on('data', (response) => received.push(response));
    call.end();
    assert.equal((await ended(call)).code, status.OK);
    assert.deepEqual(received, []);
  },

  async cancel_after_begin(client) {
    const error = await new Promise((resolve) => {
      const call = client.streamingInputCall(resolve);
      call.cancel();
    });
    assert.equal(error.code, status.CANCELLED);
  },

  async cancel_after_first_response(client) {
    const call = client.fullDuplexCall();
    const ending = ended(call);
    call.on('data', () => call.cancel());
    call.write({ responseParameters: [{ size: 31415 }], payload: zeros(27182) });
    assert.equal((await ending).code, status.CANCELLED);
  },

  async timeout_on_sleeping_server(client) {
    const call = client.fullDuplexCall(new grpc.Metadata(), { deadline: Date.now() + 1 });
    call.write({ payload: zeros(27182) });
    call.on('data', () => {});
    assert.equal((await ended(call)).code, status.DEADLINE_EXCEEDED);
  },

  async custom_metadata(client) {
    const trailer = Buffer.from([0xab, 0xab, 0xab]);
    const metadata = () => {
      const sent = new grpc.Metadata();
      sent.set(echoedHeader, 'test_initial_metadata_value');
      sent.set(echoedTrailer, trailer);
      return sent;
    };
    const check = (headers, ending) => {
      assert.deepEqual(headers.get(echoedHeader), ['test_initial_metadata_value']);
      assert.ok(ending.metadata.get(echoedTrailer)[0].equals(trailer));
    };

    const { headers, ending } = await succeed(client, 'unaryCall', largeRequest(), metadata());
    check(headers, ending);

    const call = client.fullDuplexCall(metadata());
    let streamHeaders;
    call.on('metadata', (received) => (streamHeaders = received)).on('data', () => {});
    call.end({ responseParameters: [{ size: 314159 }], payload: zeros(271828) });
    const streamEnding = await ended(call);
    check(streamHeaders, streamEnding);
  },

  async status_code_and_message(client) {
    const responseStatus = { code: status.UNKNOWN, message: 'test status message' };
    const { error } = await unary(client, 'unaryCall', { responseStatus });
    assert.deepEqual([error.code, error.details], [status.UNKNOWN, 'test status message']);

    const call = client.fullDuplexCall();
    call.on('data', () => {});
    call.end({ responseStatus });
    const end = await ended(call);
    assert.deepEqual([end.code, end.details], [status.UNKNOWN, 'test status message']);
  },

  async special_status_message(client) {
    const message = '\t\ntest with whitespace\r\nand Unicode BMP ☺ and non-BMP 😈\t\n';
    const { error } = await unary(client, 'unaryCall', { responseStatus: { code: status.UNKNOWN, message } });
    assert.deepEqual([error.code, error.details], [status.UNKNOWN, message]);
  },

  async unimplemented_method(client) {
    assert.equal((await unary(client, 'unimplementedCall', {})).error.code, status.UNIMPLEMENTED);
  },

  async unimplemented_service(_, target) {
    const client = new UnimplementedService(target, insecure);
    const { error } = await unary(client, 'unimplementedCall', {});
    client.close();
    assert.equal(error.code, status.UNIMPLEMENTED);
  },

  async client_compressed_unary(client, target) {
    // The probe: a request that says it is compressed, and is not.
    const probe = await unary(client, 'unaryCall', largeRequest({ expectCompressed: { value: true } }));
    assert.equal(probe.error.code, status.INVALID_ARGUMENT);

    // The library compresses by channel, so that each way takes a channel of its own.
    await withClient(target, gzip, async (compressing) => {
      const { response } = await succeed(
        compressing, 'unaryCall', largeRequest({ expectCompressed: { value: true } }));
      assert.equal(response.payload.body.length, 314159);
    });
    const { response } = await succeed(client, 'unaryCall', largeRequest({ expectCompressed: { value: false } }));
    assert.equal(response.payload.body.length, 314159);
  },

  async server_compressed_unary(client) {
    // The library hides whether a response was compressed; that the flag is set is tested on the bytes elsewhere.
    for (const value of [true, false]) {
      const { response } = await succeed(client, 'unaryCall', largeRequest({ responseCompressed: { value } }));
      assert.ok(response.payload.body.equals(Buffer.alloc(314159)));
    }
  },
};

export const run = (name, target) =>
  withClient(target, {}, (client) => {
    if (!Object.hasOwn(cases, name)) throw new Error(`There is no case ${name}.`);
    return cases[name](client, target);
  });
