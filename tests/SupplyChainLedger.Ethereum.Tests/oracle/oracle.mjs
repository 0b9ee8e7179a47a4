// A second opinion: answers one JSON request a line with one JSON line, using viem, ethers and EthereumJS.
import { createDecipheriv, createECDH, hkdfSync } from 'node:crypto'
import { createInterface } from 'node:readline'
import { encodeAbiParameters, hashTypedData, keccak256, recoverTransactionAddress } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { createBlockHeaderFromRPC } from '@ethereumjs/block'
import { Common, Hardfork, Mainnet } from '@ethereumjs/common'
import { createMPT, createMerkleProof } from '@ethereumjs/mpt'
import { RLP } from '@ethereumjs/rlp'
import { decryptKeystoreJson, encryptKeystoreJson } from 'ethers'

// JSON carries every integer as a decimal text; viem wants a bigint.
const fromJson = (param, value) => {
  const array = /^(.*)\[\d*\]$/.exec(param.type)
  if (array) return value.map((item) => fromJson({ ...param, type: array[1] }, item))
  if (param.type === 'tuple') return param.components.map((member, i) => fromJson(member, value[i]))
  return /^u?int/.test(param.type) ? BigInt(value) : value
}

const transactionFromJson = ({ nonce, ...rest }) => {
  const amounts = ['gas', 'value', 'gasPrice', 'maxFeePerGas', 'maxPriorityFeePerGas']
  const transaction = { ...rest, nonce: Number(nonce) }
  for (const name of amounts) if (name in rest) transaction[name] = BigInt(rest[name])
  return transaction
}

const bytes = (hex) => Buffer.from(hex.slice(2), 'hex')

// ECIES as SealedBox documents it, on Node's own cryptography.
const openBox = ({ key, box, context }) => {
  const agreement = createECDH('secp256k1')
  agreement.setPrivateKey(bytes(key))
  const ephemeral = bytes(box).subarray(0, 33)
  const keys = Buffer.concat([ephemeral, agreement.getPublicKey(null, 'compressed')])
  const secret = hkdfSync('sha256', agreement.computeSecret(ephemeral), Buffer.alloc(0), keys, 32)
  const cipher = createDecipheriv('aes-256-gcm', Buffer.from(secret), Buffer.alloc(12))
  cipher.setAAD(bytes(context))
  cipher.setAuthTag(bytes(box).subarray(-16))
  return '0x' + Buffer.concat([cipher.update(bytes(box).subarray(33, -16)), cipher.final()]).toString('hex')
}

const hex = (data) => '0x' + Buffer.from(data).toString('hex')

const trieOf = async (entries) => {
  const trie = await createMPT({ useKeyHashing: false })
  for (const [key, value] of entries) await trie.put(bytes(key), bytes(value))
  return trie
}

const trie = async ({ entries, keys }) => {
  const made = await trieOf(entries)
  const proofs = []
  for (const key of keys) proofs.push((await createMerkleProof(made, bytes(key))).map(hex))
  return { root: hex(made.root()), proofs }
}

const number = (quantity) => (BigInt(quantity) === 0n ? new Uint8Array() : BigInt(quantity))

const receiptsRoot = async ({ receipts }) => {
  const entries = receipts.map((receipt, place) => {
    const logs = receipt.logs.map((log) => [bytes(log.address), log.topics.map(bytes), bytes(log.data)])
    const fields = [number(receipt.status), number(receipt.cumulativeGasUsed), bytes(receipt.logsBloom), logs]
    const type = Number(receipt.type ?? 0)
    const value = Buffer.from(RLP.encode(fields))
    return [hex(RLP.encode(place)), hex(type === 0 ? value : Buffer.concat([Buffer.from([type]), value]))]
  })
  return hex((await trieOf(entries)).root())
}

// The fork of a header by the newest field that it has.
const forkOf = (block) =>
  'requestsHash' in block ? Hardfork.Prague
    : 'parentBeaconBlockRoot' in block ? Hardfork.Cancun
      : 'withdrawalsRoot' in block ? Hardfork.Shanghai
        : !('baseFeePerGas' in block) ? Hardfork.Chainstart
          : BigInt(block.difficulty) === 0n ? Hardfork.Paris : Hardfork.London

const headerHash = ({ block }) => {
  const common = new Common({ chain: Mainnet, hardfork: forkOf(block) })
  return hex(createBlockHeaderFromRPC(block, { common, skipConsensusFormatValidation: true }).hash())
}

const answers = {
  openBox,
  trie,
  receiptsRoot,
  headerHash,
  encode: ({ params, values }) => encodeAbiParameters(params, params.map((param, i) => fromJson(param, values[i]))),
  typedData: (json) => hashTypedData(json),
  signTransaction: async ({ key, transaction }) => {
    const account = privateKeyToAccount(key)
    const raw = await account.signTransaction(transactionFromJson(transaction))
    return { raw, hash: keccak256(raw), sender: await recoverTransactionAddress({ serializedTransaction: raw }) }
  },
  decryptKeystore: async ({ json, password }) => (await decryptKeystoreJson(json, password)).privateKey,
  encryptKeystore: ({ address, key, password, scrypt }) =>
    encryptKeystoreJson({ address, privateKey: key }, password, { scrypt }),
}

for await (const line of createInterface({ input: process.stdin })) {
  const { question, cases } = JSON.parse(line)
  try {
    const results = []
    for (const item of cases) results.push(await answers[question](item))
    console.log(JSON.stringify({ results }))
  } catch (fault) {
    console.log(JSON.stringify({ fault: String(fault.stack ?? fault) }))
  }
}
