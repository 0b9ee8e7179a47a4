// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {ICorrections} from "../../src/interfaces/ICorrections.sol";
import {CorrectionTypedData} from "./CorrectionTypedData.sol";
import {SettlementFixture} from "./SettlementFixture.sol";

/// @notice Credit notes, disputes and cancellations as the parties would write them.
abstract contract CorrectionFixture is SettlementFixture {
    bytes32 internal constant CREDIT_DOCUMENT = keccak256("credit note");

    // Intents; a test changes what it is about.

    function creditNote(Party memory by, bytes32 holding, uint64 amount)
        internal
        returns (ICorrections.IssueCreditNote memory)
    {
        return ICorrections.IssueCreditNote(
            by.id, root, holding, "CN-1", amount, CREDIT_DOCUMENT, freshNonce(), soon()
        );
    }

    function creditTaken(Party memory by, bytes32 holding, uint64 amount)
        internal
        returns (ICorrections.AnswerCreditNote memory)
    {
        return ICorrections.AnswerCreditNote(by.id, root, holding, amount, true, "", freshNonce(), soon());
    }

    function creditDeclined(Party memory by, bytes32 holding, uint64 amount)
        internal
        returns (ICorrections.AnswerCreditNote memory)
    {
        return ICorrections.AnswerCreditNote(
            by.id, root, holding, amount, false, "the goods were fine", freshNonce(), soon()
        );
    }

    function dispute(Party memory by, bytes32 holding, uint64 amount)
        internal
        returns (ICorrections.OpenDispute memory)
    {
        return ICorrections.OpenDispute(
            by.id, root, holding, amount, "brake discs cracked", keccak256("report"), freshNonce(), soon()
        );
    }

    function disputeAnswer(Party memory by, bytes32 holding, uint64 credited)
        internal
        returns (ICorrections.AnswerDispute memory)
    {
        return ICorrections.AnswerDispute(
            by.id, root, holding, credited, "as agreed by telephone", keccak256("letter"), freshNonce(), soon()
        );
    }

    function cancellation(Party memory by) internal returns (ICorrections.RequestCancellation memory) {
        return ICorrections.RequestCancellation(by.id, root, "order was withdrawn", freshNonce(), soon());
    }

    function consent(Party memory by) internal returns (ICorrections.AnswerCancellation memory) {
        return ICorrections.AnswerCancellation(by.id, root, true, "", freshNonce(), soon());
    }

    function noConsent(Party memory by) internal returns (ICorrections.AnswerCancellation memory) {
        return ICorrections.AnswerCancellation(by.id, root, false, "goods have arrived", freshNonce(), soon());
    }

    // Calldata of signed actions

    function callOf(Party memory by, ICorrections.IssueCreditNote memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(ICorrections.issueCreditNote, (intent, sign(by, CorrectionTypedData.hash(intent))));
    }

    function callOf(Party memory by, ICorrections.AnswerCreditNote memory intent)
        internal
        view
        returns (bytes memory)
    {
        return abi.encodeCall(ICorrections.answerCreditNote, (intent, sign(by, CorrectionTypedData.hash(intent))));
    }

    function callOf(Party memory by, ICorrections.OpenDispute memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(ICorrections.openDispute, (intent, sign(by, CorrectionTypedData.hash(intent))));
    }

    function callOf(Party memory by, ICorrections.AnswerDispute memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(ICorrections.answerDispute, (intent, sign(by, CorrectionTypedData.hash(intent))));
    }

    function callOf(Party memory by, ICorrections.RequestCancellation memory intent)
        internal
        view
        returns (bytes memory)
    {
        return abi.encodeCall(ICorrections.requestCancellation, (intent, sign(by, CorrectionTypedData.hash(intent))));
    }

    function callOf(Party memory by, ICorrections.AnswerCancellation memory intent)
        internal
        view
        returns (bytes memory)
    {
        return abi.encodeCall(ICorrections.answerCancellation, (intent, sign(by, CorrectionTypedData.hash(intent))));
    }

    // Direct calls, for what the test does not look at

    function credit(Party memory by, bytes32 holding, uint64 amount) internal {
        perform(callOf(by, creditNote(by, holding, amount)), "issue a credit note");
    }

    /// @return The part that the obligor disputes.
    function disputed(bytes32 holding, uint64 amount) internal returns (bytes32) {
        ICorrections.OpenDispute memory intent = dispute(coreMotors, holding, amount);
        perform(callOf(coreMotors, intent), "open a dispute");
        return digestOf(CorrectionTypedData.hash(intent));
    }
}
