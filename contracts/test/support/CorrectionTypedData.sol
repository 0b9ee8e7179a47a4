// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ICorrections} from "../../src/interfaces/ICorrections.sol";
import {Vm} from "./Vm.sol";

/// @notice The intents of corrections, hashed by forge's own EIP-712 from the text of their types: the second opinion
/// on the ledger's own hashing.
library CorrectionTypedData {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    string internal constant ISSUE_CREDIT_NOTE =
        "IssueCreditNote(uint32 supplier,bytes32 receivable,bytes32 holding,string number,uint64 amount,"
        "bytes32 documentHash,uint256 nonce,uint64 deadline)";
    string internal constant ANSWER_CREDIT_NOTE =
        "AnswerCreditNote(uint32 holder,bytes32 receivable,bytes32 holding,uint64 amount,bool accepted,"
        "string reason,uint256 nonce,uint64 deadline)";
    string internal constant OPEN_DISPUTE =
        "OpenDispute(uint32 buyer,bytes32 receivable,bytes32 holding,uint64 amount,string reason,"
        "bytes32 evidence,uint256 nonce,uint64 deadline)";
    string internal constant ANSWER_DISPUTE =
        "AnswerDispute(uint32 holder,bytes32 receivable,bytes32 holding,uint64 credited,string reason,"
        "bytes32 evidence,uint256 nonce,uint64 deadline)";
    string internal constant REQUEST_CANCELLATION =
        "RequestCancellation(uint32 supplier,bytes32 invoice,string reason,uint256 nonce,uint64 deadline)";
    string internal constant ANSWER_CANCELLATION =
        "AnswerCancellation(uint32 buyer,bytes32 invoice,bool accepted,string reason,uint256 nonce,uint64 deadline)";

    function hash(ICorrections.IssueCreditNote memory intent) internal pure returns (bytes32) {
        return vm.eip712HashStruct(ISSUE_CREDIT_NOTE, abi.encode(intent));
    }

    function hash(ICorrections.AnswerCreditNote memory intent) internal pure returns (bytes32) {
        return vm.eip712HashStruct(ANSWER_CREDIT_NOTE, abi.encode(intent));
    }

    function hash(ICorrections.OpenDispute memory intent) internal pure returns (bytes32) {
        return vm.eip712HashStruct(OPEN_DISPUTE, abi.encode(intent));
    }

    function hash(ICorrections.AnswerDispute memory intent) internal pure returns (bytes32) {
        return vm.eip712HashStruct(ANSWER_DISPUTE, abi.encode(intent));
    }

    function hash(ICorrections.RequestCancellation memory intent) internal pure returns (bytes32) {
        return vm.eip712HashStruct(REQUEST_CANCELLATION, abi.encode(intent));
    }

    function hash(ICorrections.AnswerCancellation memory intent) internal pure returns (bytes32) {
        return vm.eip712HashStruct(ANSWER_CANCELLATION, abi.encode(intent));
    }
}
