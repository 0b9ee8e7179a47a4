// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IIntents} from "../src/interfaces/IIntents.sol";
import {IReceivables} from "../src/interfaces/IReceivables.sol";
import {ISettlement} from "../src/interfaces/ISettlement.sol";
import {ParticipantId} from "../src/types/ParticipantId.sol";
import {Permissions} from "../src/types/Permissions.sol";
import {CorrectionFixture} from "./support/CorrectionFixture.sol";
import {RuleFixture} from "./support/RuleFixture.sol";

/// @notice Each action needs one permission of the key that signs it, and all others together are not enough.
contract PermissionsTest is CorrectionFixture, RuleFixture {
    mapping(ParticipantId => mapping(uint16 permission => Party)) private keys;

    function setUp() public override {
        super.setUp();
        Party[4] memory all = [tier1Brakes, coreMotors, bankEast, networkOperator];
        for (uint256 i = 0; i < all.length; ++i) {
            for (uint16 permission = 1; permission < Permissions.ALL; permission <<= 1) {
                keys[all[i].id][permission] = withKey(all[i], Permissions.ALL ^ permission);
            }
        }
    }

    function test_Claims_need_CLAIM() public {
        Party memory by = without(tier1Brakes, Permissions.CLAIM);
        assertMissing(by, Permissions.CLAIM, callOf(by, submission("INV-9")));
        assertMissing(by, Permissions.CLAIM, callOf(by, withdrawal(root)));
        assertMissing(by, Permissions.CLAIM, callOf(by, creditNote(by, root, 1)));
        assertMissing(by, Permissions.CLAIM, callOf(by, cancellation(by)));
        assertMissing(by, Permissions.CLAIM, callOf(by, stepBack(by, root, IReceivables.Step.CreditNoteProposed)));
        assertMissing(by, Permissions.CLAIM, callOf(by, stepBack(by, root, IReceivables.Step.CancellationRequested)));
    }

    function test_Answers_to_claims_need_OWE() public {
        Party memory by = without(coreMotors, Permissions.OWE);
        assertMissing(by, Permissions.OWE, callOf(by, confirmation(root, 1)));
        assertMissing(by, Permissions.OWE, callOf(by, rejection(root)));
        assertMissing(by, Permissions.OWE, callOf(by, dispute(by, root, 1)));
        assertMissing(by, Permissions.OWE, callOf(by, consent(by)));
        assertMissing(by, Permissions.OWE, callOf(by, stepBack(by, root, IReceivables.Step.DisputeOpened)));
    }

    function test_What_a_holder_does_with_its_holding_needs_MOVE() public {
        Party memory by = without(tier1Brakes, Permissions.MOVE);
        assertMissing(by, Permissions.MOVE, callOf(by, transferTo(tier2Steel, root, 1)));
        assertMissing(by, Permissions.MOVE, callOf(by, transferAnswer(by, root, true)));
        assertMissing(by, Permissions.MOVE, callOf(by, request(1)));
        assertMissing(by, Permissions.MOVE, callOf(by, acceptance(root, 0)));
        assertMissing(by, Permissions.MOVE, callOf(by, creditTaken(by, root, 1)));
        assertMissing(by, Permissions.MOVE, callOf(by, disputeAnswer(by, root, 1)));
        assertMissing(by, Permissions.MOVE, callOf(by, stepBack(by, root, IReceivables.Step.TransferProposed)));
        assertMissing(by, Permissions.MOVE, callOf(by, stepBack(by, root, IReceivables.Step.FinancingRequested)));
    }

    function test_What_binds_a_financier_needs_FUND() public {
        Party memory by = without(bankEast, Permissions.FUND);
        assertMissing(by, Permissions.FUND, callOf(by, offer(by, root)));
        assertMissing(by, Permissions.FUND, callOf(by, offerWithdrawal(by, root, 0)));
        assertMissing(by, Permissions.FUND, callOf(by, disbursement(by, root, 1)));
        assertMissing(by, Permissions.FUND, callOf(by, limit(by, 1)));
        assertMissing(by, Permissions.FUND, callOf(by, stepBack(by, root, IReceivables.Step.OfferAccepted)));
        assertMissing(by, Permissions.FUND, callOf(by, stepBack(by, root, IReceivables.Step.DisbursementDeclared)));
        assertMissing(by, Permissions.FUND, callOf(by, stepBack(by, root, IReceivables.Step.DisbursementContested)));
    }

    function test_Payments_need_SETTLE() public {
        Party memory by = without(tier1Brakes, Permissions.SETTLE);
        assertMissing(by, Permissions.SETTLE, callOf(by, receipt(root, 1)));
        assertMissing(by, Permissions.SETTLE, callOf(by, payment(by, root, 1)));
        assertMissing(by, Permissions.SETTLE, callOf(by, moneyReceived(by, root, 1)));
        assertMissing(by, Permissions.SETTLE, callOf(by, recourseClaim(by, root)));
        assertMissing(by, Permissions.SETTLE, callOf(by, giveUp(by, root)));
        assertMissing(by, Permissions.SETTLE, callOf(by, recovery(by, root, 1)));
        assertMissing(by, Permissions.SETTLE, callOf(by, timePassed(by, root)));
        assertMissing(by, Permissions.SETTLE, callOf(by, stepBack(by, root, IReceivables.Step.PaymentDeclared)));
        assertMissing(by, Permissions.SETTLE, callOf(by, stepBack(by, root, IReceivables.Step.RepurchaseContested)));
    }

    function test_Thresholds_accounts_rules_and_stops_need_ADMINISTER() public {
        Party memory by = without(networkOperator, Permissions.ADMINISTER);
        assertMissing(by, Permissions.ADMINISTER, callOf(by, thresholdChange(by, 1)));
        assertMissing(by, Permissions.ADMINISTER, callOf(by, ruleChange(cn77Rules())));
        assertMissing(by, Permissions.ADMINISTER, callOf(by, lifting(by)));
        ISettlement.SetAccount memory account =
            ISettlement.SetAccount(by.id, "EUR", "DE89 3704 0044 0532 0130 00", freshNonce(), soon());
        assertMissing(by, Permissions.ADMINISTER, callOf(by, account));
    }

    function test_One_permission_is_enough_for_its_own_actions() public {
        Party memory mover = withKey(tier1Brakes, Permissions.MOVE);
        perform(callOf(mover, transferTo(tier2Steel, root, 1)));
        assertMissing(mover, Permissions.CLAIM, callOf(mover, submission("INV-9")));
    }

    function without(Party memory party, uint16 permission) private view returns (Party memory) {
        return keys[party.id][permission];
    }

    /// @dev Like any other key that cannot sign this: nothing is recorded of it.
    function assertMissing(Party memory by, uint16 permission, bytes memory call) private {
        assertReverts(
            call, abi.encodeWithSelector(IIntents.PermissionMissing.selector, vm.addr(by.key), permission)
        );
        assertOutcome(ledger.execute(batch(call))[0], IIntents.Outcome.Refused, "refused in a batch");
    }
}
