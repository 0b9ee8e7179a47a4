// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IFinancing} from "../../src/interfaces/IFinancing.sol";
import {IReceivables} from "../../src/interfaces/IReceivables.sol";
import {ISettlement} from "../../src/interfaces/ISettlement.sol";
import {HoldingRecord, newHolding, FINANCED, RECOURSE, TOUCHED} from "../../src/types/HoldingRecord.sol";
import {FinancingFixture} from "./FinancingFixture.sol";
import {SettlementTypedData} from "./SettlementTypedData.sol";
import {FinancingTypedData} from "./FinancingTypedData.sol";
import {TransferTypedData} from "./TransferTypedData.sol";

/// @notice Payments, defaults and deadlines as the parties would write them, on the receivable of `FinancingFixture`.
abstract contract SettlementFixture is FinancingFixture {
    /// @dev The second after which a holding of the receivable is overdue, and after which it is in default.
    uint256 internal constant END_OF_DUE_DATE = (uint256(DUE) + 1) * 1 days - 1;
    uint256 internal constant END_OF_GRACE = END_OF_DUE_DATE + 5 days;

    bytes32 internal constant EVIDENCE = keccak256("camt.054");
    uint256 internal constant RECOURSE_DEAL = FINANCED | RECOURSE | TOUCHED;

    // Intents; a test changes what it is about.

    function payment(Party memory by, bytes32 holding, uint64 amount)
        internal
        returns (ISettlement.DeclarePayment memory)
    {
        return ISettlement.DeclarePayment({
            payer: by.id,
            receivable: root,
            holding: holding,
            amount: amount,
            valueDate: uint32(block.timestamp / 1 days),
            bankReference: "UETR-1",
            evidence: EVIDENCE,
            nonce: freshNonce(),
            deadline: soon()
        });
    }

    function moneyReceived(Party memory by, bytes32 holding, uint64 amount)
        internal
        returns (ISettlement.AnswerPayment memory)
    {
        return ISettlement.AnswerPayment(by.id, root, holding, amount, true, "", EVIDENCE, freshNonce(), soon());
    }

    function nothingReceived(Party memory by, bytes32 holding, uint64 amount)
        internal
        returns (ISettlement.AnswerPayment memory)
    {
        return ISettlement.AnswerPayment(
            by.id, root, holding, amount, false, "nothing came in", keccak256("camt.053"), freshNonce(), soon()
        );
    }

    function recourseClaim(Party memory by, bytes32 holding) internal returns (ISettlement.ClaimRecourse memory) {
        return ISettlement.ClaimRecourse(by.id, root, holding, freshNonce(), soon());
    }

    function giveUp(Party memory by, bytes32 holding) internal returns (ISettlement.WriteOff memory) {
        return ISettlement.WriteOff(by.id, root, holding, "obligor is insolvent", freshNonce(), soon());
    }

    function recovery(Party memory by, bytes32 holding, uint64 amount)
        internal
        returns (ISettlement.RecordRecovery memory)
    {
        return ISettlement.RecordRecovery({
            holder: by.id,
            receivable: root,
            holding: holding,
            amount: amount,
            valueDate: uint32(block.timestamp / 1 days),
            bankReference: "UETR-9",
            evidence: EVIDENCE,
            nonce: freshNonce(),
            deadline: soon()
        });
    }

    function lifting(Party memory by) internal returns (ISettlement.LiftStop memory) {
        return ISettlement.LiftStop(by.id, coreMotors.id, "has paid what it owed", freshNonce(), soon());
    }

    function stepBack(Party memory by, bytes32 holding, IReceivables.Step step)
        internal
        returns (IReceivables.WithdrawStep memory)
    {
        return IReceivables.WithdrawStep(by.id, root, holding, uint8(step), freshNonce(), soon());
    }

    function timePassed(Party memory by, bytes32 holding) internal returns (IReceivables.ApplyDeadline memory) {
        return IReceivables.ApplyDeadline(by.id, root, holding, freshNonce(), soon());
    }

    function transferTo(Party memory recipient, bytes32 holding, uint64 amount)
        internal
        returns (IReceivables.ProposeTransfer memory)
    {
        return IReceivables.ProposeTransfer(
            tier1Brakes.id, root, holding, recipient.id, amount, keccak256("order"), freshNonce(), soon()
        );
    }

    function transferAnswer(Party memory by, bytes32 holding, bool accepted)
        internal
        returns (IReceivables.AnswerTransfer memory)
    {
        string memory reason = accepted ? "" : "not what was agreed";
        return IReceivables.AnswerTransfer(by.id, root, holding, accepted, reason, freshNonce(), soon());
    }

    // Calldata of signed actions

    function callOf(Party memory by, IReceivables.ProposeTransfer memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(IReceivables.proposeTransfer, (intent, sign(by, TransferTypedData.hash(intent))));
    }

    function callOf(Party memory by, IReceivables.AnswerTransfer memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(IReceivables.answerTransfer, (intent, sign(by, TransferTypedData.hash(intent))));
    }

    function callOf(Party memory by, ISettlement.DeclarePayment memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(ISettlement.declarePayment, (intent, sign(by, SettlementTypedData.hash(intent))));
    }

    function callOf(Party memory by, ISettlement.AnswerPayment memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(ISettlement.answerPayment, (intent, sign(by, SettlementTypedData.hash(intent))));
    }

    function callOf(Party memory by, ISettlement.ClaimRecourse memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(ISettlement.claimRecourse, (intent, sign(by, SettlementTypedData.hash(intent))));
    }

    function callOf(Party memory by, ISettlement.WriteOff memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(ISettlement.writeOff, (intent, sign(by, SettlementTypedData.hash(intent))));
    }

    function callOf(Party memory by, ISettlement.RecordRecovery memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(ISettlement.recordRecovery, (intent, sign(by, SettlementTypedData.hash(intent))));
    }

    function callOf(Party memory by, ISettlement.LiftStop memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(ISettlement.liftStop, (intent, sign(by, SettlementTypedData.hash(intent))));
    }

    function callOf(Party memory by, ISettlement.SetAccount memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(ISettlement.setAccount, (intent, sign(by, SettlementTypedData.hash(intent))));
    }

    function callOf(Party memory by, IReceivables.WithdrawStep memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(IReceivables.withdrawStep, (intent, sign(by, SettlementTypedData.hash(intent))));
    }

    function callOf(Party memory by, IReceivables.ApplyDeadline memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(IReceivables.applyDeadline, (intent, sign(by, SettlementTypedData.hash(intent))));
    }

    // Direct calls, for what the test does not look at

    function pay(Party memory by, bytes32 holding, uint64 amount) internal {
        perform(callOf(by, payment(by, holding, amount)), "pay");
    }

    function contestPayment(Party memory by, bytes32 holding, uint64 amount) internal {
        perform(callOf(by, nothingReceived(by, holding, amount)), "contest");
    }

    function applyTime(bytes32 holding) internal {
        perform(callOf(bankWest, timePassed(bankWest, holding)), "apply the deadline");
    }

    /// @dev Goes to the day after the days of grace, where the holding is in default.
    function letDefault(bytes32 holding) internal {
        vm.warp(END_OF_GRACE + 1);
        applyTime(holding);
    }

    /// @return holding A part that tier 1 has passed on to tier 2.
    function transferred(uint64 amount) internal returns (bytes32 holding) {
        holding = proposed(amount);
        perform(callOf(tier2Steel, transferAnswer(tier2Steel, holding, true)), "accept transfer");
    }

    /// @return A part that waits for tier 2 to take it.
    function proposed(uint64 amount) internal returns (bytes32) {
        IReceivables.ProposeTransfer memory intent = transferTo(tier2Steel, root, amount);
        perform(callOf(tier1Brakes, intent), "propose");
        return digestOf(TransferTypedData.hash(intent));
    }

    /// @return holding A part that a bank has bought, with recourse to tier 1.
    function financedWithRecourse(Party memory by, uint64 amount) internal returns (bytes32 holding) {
        holding = requested(amount);
        IFinancing.PlaceOffer memory terms = offer(by, holding);
        terms.recourse = true;
        accept(holding, offered(by, terms));
        disburse(by, holding, amount);
        acknowledge(holding, amount);
    }

    /// @return sold A part that the first bank has bought, and sold to the second with recourse to itself.
    function resoldWithRecourse(Party memory from, Party memory to, uint64 amount) internal returns (bytes32 sold) {
        IFinancing.RequestFinancing memory intent = request(root, financedBy(from, amount), amount);
        intent.holder = from.id;
        perform(callOf(from, intent), "request");
        sold = digestOf(FinancingTypedData.hash(intent));
        IFinancing.PlaceOffer memory terms = offer(to, sold);
        terms.recourse = true;
        IFinancing.AcceptOffer memory answer = acceptance(sold, offered(to, terms));
        answer.holder = from.id;
        perform(callOf(from, answer), "accept");
        disburse(to, sold, amount);
        IFinancing.AnswerDisbursement memory acknowledged = receipt(sold, amount);
        acknowledged.holder = from.id;
        perform(callOf(from, acknowledged), "acknowledge");
    }

    // What was seen

    /// @dev A part that a bank holds, as it comes out of a financing.
    function bought(Party memory by, uint64 amount) internal view returns (HoldingRecord) {
        return newHolding(tier1Brakes.id, amount, 1, false).passedTo(by.id).with(FINANCED | TOUCHED);
    }

    function boughtWithRecourse(Party memory by, uint64 amount) internal view returns (HoldingRecord) {
        HoldingRecord record = bought(by, amount).with(RECOURSE);
        return record.inStep(IReceivables.Step.None, tier1Brakes.id, 0, 0);
    }

    function assertPhase(bytes32 holding, IReceivables.Phase expected, string memory what) internal view {
        vm.assertEq(uint256(holdingOf(root, holding).phase), uint256(expected), what);
    }

    function assertAmount(bytes32 holding, uint256 expected, string memory what) internal view {
        vm.assertEq(holdingOf(root, holding).amount, expected, what);
    }
}
