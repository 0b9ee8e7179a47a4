// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IReceivables} from "../../src/interfaces/IReceivables.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {Vm} from "./Vm.sol";

/// @notice The intents of settlement and of ending steps, hashed by forge's own EIP-712 from the text of their types:
/// the second opinion on the ledger's own hashing.
library SettlementTypedData {
    Vm private constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    string internal constant DECLARE_PAYMENT =
        "DeclarePayment(uint32 payer,bytes32 receivable,bytes32 holding,uint64 amount,uint32 valueDate,"
        "string bankReference,bytes32 evidence,uint256 nonce,uint64 deadline)";
    string internal constant ANSWER_PAYMENT =
        "AnswerPayment(uint32 holder,bytes32 receivable,bytes32 holding,uint64 amount,bool received,"
        "string reason,bytes32 evidence,uint256 nonce,uint64 deadline)";
    string internal constant CLAIM_RECOURSE =
        "ClaimRecourse(uint32 holder,bytes32 receivable,bytes32 holding,uint256 nonce,uint64 deadline)";
    string internal constant WRITE_OFF =
        "WriteOff(uint32 holder,bytes32 receivable,bytes32 holding,string reason,uint256 nonce,uint64 deadline)";
    string internal constant RECORD_RECOVERY =
        "RecordRecovery(uint32 holder,bytes32 receivable,bytes32 holding,uint64 amount,uint32 valueDate,"
        "string bankReference,bytes32 evidence,uint256 nonce,uint64 deadline)";
    string internal constant LIFT_STOP =
        "LiftStop(uint32 operator,uint32 obligor,string reason,uint256 nonce,uint64 deadline)";
    string internal constant SET_ACCOUNT =
        "SetAccount(uint32 participant,string currency,string account,uint256 nonce,uint64 deadline)";
    string internal constant WITHDRAW_STEP =
        "WithdrawStep(uint32 participant,bytes32 receivable,bytes32 holding,uint8 step,uint256 nonce,uint64 deadline)";
    string internal constant APPLY_DEADLINE =
        "ApplyDeadline(uint32 participant,bytes32 receivable,bytes32 holding,uint256 nonce,uint64 deadline)";

    function hash(ISettlement.DeclarePayment memory intent) internal pure returns (bytes32) {
        return vm.eip712HashStruct(DECLARE_PAYMENT, abi.encode(intent));
    }

    function hash(ISettlement.AnswerPayment memory intent) internal pure returns (bytes32) {
        return vm.eip712HashStruct(ANSWER_PAYMENT, abi.encode(intent));
    }

    function hash(ISettlement.ClaimRecourse memory intent) internal pure returns (bytes32) {
        return vm.eip712HashStruct(CLAIM_RECOURSE, abi.encode(intent));
    }

    function hash(ISettlement.WriteOff memory intent) internal pure returns (bytes32) {
        return vm.eip712HashStruct(WRITE_OFF, abi.encode(intent));
    }

    function hash(ISettlement.RecordRecovery memory intent) internal pure returns (bytes32) {
        return vm.eip712HashStruct(RECORD_RECOVERY, abi.encode(intent));
    }

    function hash(ISettlement.LiftStop memory intent) internal pure returns (bytes32) {
        return vm.eip712HashStruct(LIFT_STOP, abi.encode(intent));
    }

    function hash(ISettlement.SetAccount memory intent) internal pure returns (bytes32) {
        return vm.eip712HashStruct(SET_ACCOUNT, abi.encode(intent));
    }

    function hash(IReceivables.WithdrawStep memory intent) internal pure returns (bytes32) {
        return vm.eip712HashStruct(WITHDRAW_STEP, abi.encode(intent));
    }

    function hash(IReceivables.ApplyDeadline memory intent) internal pure returns (bytes32) {
        return vm.eip712HashStruct(APPLY_DEADLINE, abi.encode(intent));
    }
}
