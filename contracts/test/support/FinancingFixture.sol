// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IDualControl} from "../../src/interfaces/IDualControl.sol";
import {IFinancing} from "../../src/interfaces/IFinancing.sol";
import {IReceivables} from "../../src/interfaces/IReceivables.sol";
import {HoldingRecord, newHolding, TOUCHED} from "../../src/types/HoldingRecord.sol";
import {ParticipantId} from "../../src/types/ParticipantId.sol";
import {FinancingTypedData} from "./FinancingTypedData.sol";
import {LedgerFixture} from "./LedgerFixture.sol";

/// @notice Requests, offers and disbursements as the parties would write them: on a receivable of 1,000,000 of tier 1
/// against the core enterprise, with two banks that want up to 5,000,000 of it each.
abstract contract FinancingFixture is LedgerFixture {
    uint64 internal constant WHOLE = 1_000_000;
    uint64 internal constant LIMIT = 5_000_000;
    bytes3 internal constant EUR = "EUR";

    /// @dev The receivable, and its first holding.
    bytes32 internal root;

    function setUp() public virtual override {
        super.setUp();
        setLimit(bankEast, LIMIT);
        setLimit(bankWest, LIMIT);
        root = receivable("INV-1", WHOLE);
    }

    // Intents; a test changes what it is about.

    function request(bytes32 receivable_, bytes32 holding, uint64 amount)
        internal
        returns (IFinancing.RequestFinancing memory)
    {
        return IFinancing.RequestFinancing({
            holder: tier1Brakes.id,
            receivable: receivable_,
            holding: holding,
            amount: amount,
            lowestAdvance: 1,
            openUntil: uint64(block.timestamp) + 5 days,
            recourse: true,
            offerKey: "",
            nonce: freshNonce(),
            deadline: soon()
        });
    }

    function request(uint64 amount) internal returns (IFinancing.RequestFinancing memory) {
        return request(root, root, amount);
    }

    function offer(Party memory by, bytes32 holding) internal returns (IFinancing.PlaceOffer memory) {
        return IFinancing.PlaceOffer({
            financier: by.id,
            receivable: root,
            holding: holding,
            advance: 1,
            discount: 48_500,
            recourse: false,
            expiry: uint64(block.timestamp) + 3 days,
            sealedTerms: "",
            nonce: freshNonce(),
            deadline: soon()
        });
    }

    function offerWithdrawal(Party memory by, bytes32 holding, bytes32 offer_)
        internal
        returns (IFinancing.WithdrawOffer memory)
    {
        return IFinancing.WithdrawOffer(by.id, root, holding, offer_, freshNonce(), soon());
    }

    function acceptance(bytes32 holding, bytes32 offer_) internal returns (IFinancing.AcceptOffer memory) {
        return IFinancing.AcceptOffer(tier1Brakes.id, root, holding, offer_, freshNonce(), soon());
    }

    function disbursement(Party memory by, bytes32 holding, uint64 amount)
        internal
        returns (IFinancing.DeclareDisbursement memory)
    {
        return IFinancing.DeclareDisbursement({
            financier: by.id,
            receivable: root,
            holding: holding,
            amount: amount,
            valueDate: uint32(block.timestamp / 1 days),
            bankReference: "E2E-20270115-000001",
            evidence: keccak256("camt.054"),
            registryReference: "",
            justification: 0,
            nonce: freshNonce(),
            deadline: soon()
        });
    }

    function receipt(bytes32 holding, uint64 amount) internal returns (IFinancing.AnswerDisbursement memory) {
        return IFinancing.AnswerDisbursement(tier1Brakes.id, root, holding, amount, true, "", 0, freshNonce(), soon());
    }

    function contest(bytes32 holding, uint64 amount) internal returns (IFinancing.AnswerDisbursement memory) {
        return IFinancing.AnswerDisbursement(
            tier1Brakes.id, root, holding, amount, false, "nothing came in", keccak256("camt.053"), freshNonce(), soon()
        );
    }

    function limit(Party memory by, uint64 most) internal returns (IFinancing.SetExposureLimit memory) {
        return IFinancing.SetExposureLimit(by.id, coreMotors.id, "EUR", most, freshNonce(), soon());
    }

    // Calldata of signed actions

    function callOf(Party memory by, IFinancing.RequestFinancing memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(IFinancing.requestFinancing, (intent, sign(by, FinancingTypedData.hash(intent))));
    }

    function callOf(Party memory by, IFinancing.PlaceOffer memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(IFinancing.placeOffer, (intent, sign(by, FinancingTypedData.hash(intent))));
    }

    function callOf(Party memory by, IFinancing.WithdrawOffer memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(IFinancing.withdrawOffer, (intent, sign(by, FinancingTypedData.hash(intent))));
    }

    function callOf(Party memory by, IFinancing.AcceptOffer memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(IFinancing.acceptOffer, (intent, sign(by, FinancingTypedData.hash(intent))));
    }

    function callOf(Party memory by, IFinancing.DeclareDisbursement memory intent)
        internal
        view
        returns (bytes memory)
    {
        return abi.encodeCall(IFinancing.declareDisbursement, (intent, sign(by, FinancingTypedData.hash(intent))));
    }

    function callOf(Party memory by, IFinancing.AnswerDisbursement memory intent)
        internal
        view
        returns (bytes memory)
    {
        return abi.encodeCall(IFinancing.answerDisbursement, (intent, sign(by, FinancingTypedData.hash(intent))));
    }

    function callOf(Party memory by, IFinancing.SetExposureLimit memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(IFinancing.setExposureLimit, (intent, sign(by, FinancingTypedData.hash(intent))));
    }

    // Direct calls, for what the test does not look at

    function setThreshold(Party memory by, uint64 threshold) internal {
        IDualControl.SetThreshold memory intent =
            IDualControl.SetThreshold(by.id, "EUR", threshold, freshNonce(), soon());
        bytes32 structHash = vm.eip712HashStruct(
            "SetThreshold(uint32 participant,string currency,uint64 threshold,uint256 nonce,uint64 deadline)",
            abi.encode(intent)
        );
        perform(abi.encodeCall(IDualControl.setThreshold, (intent, sign(by, structHash))), "set threshold");
    }

    function setLimit(Party memory by, uint64 most) internal {
        perform(callOf(by, limit(by, most)), "set limit");
    }

    /// @return The part that is offered.
    function requested(uint64 amount) internal returns (bytes32) {
        return requested(request(amount));
    }

    function requested(IFinancing.RequestFinancing memory intent) internal returns (bytes32) {
        perform(callOf(tier1Brakes, intent), "request");
        return digestOf(FinancingTypedData.hash(intent));
    }

    function offered(Party memory by, bytes32 holding) internal returns (bytes32) {
        return offered(by, offer(by, holding));
    }

    function offered(Party memory by, IFinancing.PlaceOffer memory intent) internal returns (bytes32) {
        perform(callOf(by, intent), "offer");
        return digestOf(FinancingTypedData.hash(intent));
    }

    function accept(bytes32 holding, bytes32 offer_) internal {
        perform(callOf(tier1Brakes, acceptance(holding, offer_)), "accept");
    }

    /// @dev A part whose request a bank's offer has won.
    function lockedFor(Party memory by, uint64 amount) internal returns (bytes32 holding) {
        holding = requested(amount);
        accept(holding, offered(by, holding));
    }

    function disburse(Party memory by, bytes32 holding, uint64 amount) internal {
        perform(callOf(by, disbursement(by, holding, amount)), "disburse");
    }

    function acknowledge(bytes32 holding, uint64 amount) internal {
        perform(callOf(tier1Brakes, receipt(holding, amount)), "acknowledge");
    }

    /// @dev A part that a bank has bought.
    function financedBy(Party memory by, uint64 amount) internal returns (bytes32 holding) {
        holding = lockedFor(by, amount);
        disburse(by, holding, amount);
        acknowledge(holding, amount);
    }

    // What was seen

    /// @dev The first holding of the receivable with something taken out of it.
    function rest(uint64 amount) internal view returns (HoldingRecord) {
        HoldingRecord record = newHolding(tier1Brakes.id, WHOLE, 1, false);
        return record.withAmount(amount).with(TOUCHED);
    }

    function assertHolding(bytes32 holding, HoldingRecord expected, string memory what) internal view {
        vm.assertEq(abi.encode(holdingOf(root, holding)), abi.encode(expected.unpack()), what);
    }

    function assertExposure(Party memory by, uint256 expected, string memory what) internal view {
        (, uint64 used) = ledger.exposure(by.id, coreMotors.id, EUR);
        vm.assertEq(used, expected, what);
    }

    function assertStep(bytes32 holding, IReceivables.Step expected, string memory what) internal view {
        vm.assertEq(uint256(holdingOf(root, holding).step), uint256(expected), what);
    }

    function assertHolder(bytes32 holding, ParticipantId expected, string memory what) internal view {
        vm.assertTrue(holdingOf(root, holding).holder == expected, what);
    }
}
