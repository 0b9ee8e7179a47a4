// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntentCancellation} from "../../src/interfaces/IIntentCancellation.sol";
import {IInvoices} from "../../src/interfaces/IInvoices.sol";

/// @notice EIP-712 written out plainly from the specification, as any client would: the second opinion
/// on the ledger's own hashing.
library TypedData {
    string internal constant SUBMIT_INVOICE =
        "SubmitInvoice(uint32 supplier,uint32 buyer,string number,uint16 typeCode,uint32 issueDate,"
        "uint32 dueDate,string currency,uint64 amount,bytes32 documentHash,uint256 nonce,uint64 deadline)";
    string internal constant CONFIRM_INVOICE =
        "ConfirmInvoice(uint32 buyer,bytes32 invoice,uint64 amount,bool irrevocable,bool defencesWaived,"
        "uint256 nonce,uint64 deadline)";
    string internal constant REJECT_INVOICE =
        "RejectInvoice(uint32 buyer,bytes32 invoice,string reason,uint256 nonce,uint64 deadline)";
    string internal constant WITHDRAW_INVOICE =
        "WithdrawInvoice(uint32 supplier,bytes32 invoice,uint256 nonce,uint64 deadline)";

    string internal constant CANCEL_INTENT =
        "CancelIntent(uint32 participant,bytes32 cancelled,uint256 nonce,uint64 deadline)";

    function digest(bytes32 structHash, uint256 chainId, address ledger) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(hex"1901", domain(chainId, ledger), structHash));
    }

    function domain(uint256 chainId, address ledger) internal pure returns (bytes32) {
        bytes memory domainType = "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)";
        return keccak256(
            bytes.concat(
                keccak256(domainType),
                keccak256("SupplyChainLedger"),
                keccak256("1"),
                bytes32(chainId),
                bytes32(uint256(uint160(ledger)))
            )
        );
    }

    function hash(IInvoices.SubmitInvoice memory intent) internal pure returns (bytes32) {
        bytes memory parties = abi.encode(keccak256(bytes(SUBMIT_INVOICE)), intent.supplier, intent.buyer);
        bytes memory document = abi.encode(
            keccak256(bytes(intent.number)),
            intent.typeCode,
            intent.issueDate,
            intent.dueDate,
            keccak256(bytes(intent.currency)),
            intent.amount,
            intent.documentHash
        );
        return keccak256(bytes.concat(parties, document, abi.encode(intent.nonce, intent.deadline)));
    }

    function hash(IInvoices.ConfirmInvoice memory intent) internal pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(bytes(CONFIRM_INVOICE)), abi.encode(intent)));
    }

    function hash(IInvoices.RejectInvoice memory intent) internal pure returns (bytes32) {
        return keccak256(
            abi.encode(
                keccak256(bytes(REJECT_INVOICE)),
                intent.buyer,
                intent.invoice,
                keccak256(bytes(intent.reason)),
                intent.nonce,
                intent.deadline
            )
        );
    }

    function hash(IInvoices.WithdrawInvoice memory intent) internal pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(bytes(WITHDRAW_INVOICE)), abi.encode(intent)));
    }

    function hash(IIntentCancellation.CancelIntent memory intent) internal pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(bytes(CANCEL_INTENT)), abi.encode(intent)));
    }
}
