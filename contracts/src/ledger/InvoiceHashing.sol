// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IInvoices} from "../interfaces/IInvoices.sol";
import {ParticipantId} from "../types/ParticipantId.sol";
import {StructHash} from "./StructHash.sol";

/// @notice The invoice's id, and the EIP-712 struct hashes of the intents that concern invoices.
library InvoiceHashing {
    bytes32 private constant SUBMIT_INVOICE = keccak256(
        "SubmitInvoice(uint32 supplier,uint32 buyer,string number,uint16 typeCode,uint32 issueDate,"
        "uint32 dueDate,string currency,uint64 amount,bytes32 documentHash,uint256 nonce,uint64 deadline)"
    );
    bytes32 private constant CONFIRM_INVOICE = keccak256(
        "ConfirmInvoice(uint32 buyer,bytes32 invoice,uint64 amount,bool irrevocable,bool defencesWaived,"
        "uint256 nonce,uint64 deadline)"
    );
    bytes32 private constant REJECT_INVOICE =
        keccak256("RejectInvoice(uint32 buyer,bytes32 invoice,string reason,uint256 nonce,uint64 deadline)");
    bytes32 private constant WITHDRAW_INVOICE =
        keccak256("WithdrawInvoice(uint32 supplier,bytes32 invoice,uint256 nonce,uint64 deadline)");

    /// @notice The invoice's business key. Never the amount: a key with it is evaded by changing a cent.
    function invoiceId(ParticipantId supplier, bytes32 numberHash, uint32 issueDate, uint16 typeCode)
        internal
        pure
        returns (bytes32 id)
    {
        // keccak256(abi.encode(supplier, numberHash, issueDate, typeCode)), without keeping the memory.
        assembly ("memory-safe") {
            let words := mload(0x40)
            mstore(words, and(supplier, 0xffffffff))
            mstore(add(words, 0x20), numberHash)
            mstore(add(words, 0x40), and(issueDate, 0xffffffff))
            mstore(add(words, 0x60), and(typeCode, 0xffff))
            id := keccak256(words, 0x80)
        }
    }

    function hash(IInvoices.SubmitInvoice calldata intent, bytes32 numberHash, bytes32 currencyHash)
        internal
        pure
        returns (bytes32)
    {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(SUBMIT_INVOICE, head, 11);
        words[3] = numberHash;
        words[7] = currencyHash;
        return StructHash.hash(words);
    }

    function hash(IInvoices.ConfirmInvoice calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        return StructHash.hash(StructHash.words(CONFIRM_INVOICE, head, 7));
    }

    function hash(IInvoices.RejectInvoice calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        bytes32[] memory words = StructHash.words(REJECT_INVOICE, head, 5);
        words[3] = StructHash.text(intent.reason);
        return StructHash.hash(words);
    }

    function hash(IInvoices.WithdrawInvoice calldata intent) internal pure returns (bytes32) {
        uint256 head;
        assembly ("memory-safe") {
            head := intent
        }
        return StructHash.hash(StructHash.words(WITHDRAW_INVOICE, head, 4));
    }
}
