// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {
    IAccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/IAccessControlDefaultAdminRules.sol";
import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IParticipants} from "../../src/interfaces/IParticipants.sol";
import {IReceivables} from "../../src/interfaces/IReceivables.sol";
import {IRuleBook} from "../../src/interfaces/IRuleBook.sol";
import {Permissions} from "../../src/types/Permissions.sol";
import {Roles} from "../../src/types/Roles.sol";
import {RuleTypedData} from "../support/RuleTypedData.sol";
import {TableActions} from "../table/TableActions.sol";

/// @notice A thief has the keys of the operator, both that of the register and that which signs for the network.
contract StolenOperatorKeyTest is TableActions {
    bytes32 private _before;

    function setUp() public override {
        super.setUp();
        arrange(State(Kind.Passed, IReceivables.Phase.Held, IReceivables.Step.None, false));
        _before = everything();
    }

    /// @custom:fault 71 no action on anybody's holding, in whichever name the thief signs with the operator's key
    function test_The_operators_key_signs_for_no_holder() public {
        Party[4] memory victims = [tier1Brakes, tier2Steel, coreMotors, bankEast];
        for (uint8 action = 0; action < ACTIONS; ++action) {
            for (uint256 i = 0; i < victims.length; ++i) {
                Party memory thief = Party(victims[i].id, networkOperator.key);
                vm.prank(OPERATOR);
                assertOutcome(
                    ledger.execute(batch(callTo(Action(action), thief)))[0],
                    IIntents.Outcome.Refused,
                    nameOf(Action(action))
                );
            }
            vm.prank(OPERATOR);
            IIntents.Outcome own = ledger.execute(batch(callTo(Action(action), networkOperator)))[0];
            assertOutcome(own, IIntents.Outcome.Rejected, nameOf(Action(action)));
        }
        vm.assertEq(everything(), _before, "all is as it was");
    }

    /// @custom:fault 71 there is nothing on the ledger that pauses, upgrades, grants, takes over or destroys
    function test_The_ledger_has_no_powers_to_steal() public {
        string[8] memory powers = [
            "pause()",
            "upgradeTo(address)",
            "upgradeToAndCall(address,bytes)",
            "transferOwnership(address)",
            "grantRole(bytes32,address)",
            "setExtension(address)",
            "initialize(address)",
            "kill()"
        ];
        for (uint256 i = 0; i < powers.length; ++i) {
            bytes memory call = abi.encodeWithSignature(powers[i], OPERATOR, OPERATOR);
            vm.prank(OPERATOR);
            (bool done,) = address(ledger).call(call);
            vm.assertTrue(!done, powers[i]);
        }
        vm.assertEq(everything(), _before, "all is as it was");
    }

    /// @custom:fault 71 suspending everybody stops new statements, and changes nothing of what there is
    function test_Suspending_all_freezes_and_alters_nothing_and_is_undone() public {
        suspend(tier2Steel);
        suspend(coreMotors);
        bytes memory transfer = callTo(Action.ProposeTransfer, tier2Steel);
        assertOutcome(ledger.execute(batch(transfer))[0], IIntents.Outcome.Rejected, "suspended");
        vm.assertEq(everything(), _before, "what they hold and owe is as it was");

        reinstate(tier2Steel);
        reinstate(coreMotors);
        perform(callTo(Action.ProposeTransfer, tier2Steel), "as before");
    }

    /// @custom:fault 71 new rules come a day ahead, with an event, and bind no receivable that there is
    function test_Rules_of_a_thief_are_seen_a_day_ahead_and_touch_no_receivable_that_there_is() public {
        IRuleBook.ProposeRules memory rules = RuleTypedData.proposal(networkOperator.id, cn77Rules());
        (rules.effectiveFrom, rules.nonce, rules.deadline) = (uint64(block.timestamp), freshNonce(), soon());
        assertReverts(
            abi.encodeCall(IRuleBook.proposeRules, (rules, sign(networkOperator, RuleTypedData.hash(rules)))),
            abi.encodeWithSelector(
                IRuleBook.RuleChangeTooSoon.selector, block.timestamp, block.timestamp + 1 days
            )
        );
        rules.effectiveFrom += 1 days;
        bytes32 structHash = RuleTypedData.hash(rules);
        vm.expectEmit(address(ledger));
        emit IRuleBook.RulesProposed(2, digestOf(structHash), rules.effectiveFrom, cn77Rules());
        ledger.proposeRules(rules, sign(networkOperator, structHash));

        vm.warp(rules.effectiveFrom);
        vm.assertEq(everything(), _before, "born under the first");
    }

    /// @custom:fault 71 the admin's own power passes in two steps and a day, and its owner can stop the first
    function test_The_theft_of_the_admins_power_takes_a_day_and_can_be_stopped() public {
        IAccessControlDefaultAdminRules rules = IAccessControlDefaultAdminRules(address(participants));
        address thief = address(0xBAD);
        vm.prank(OPERATOR);
        rules.beginDefaultAdminTransfer(thief);
        vm.prank(OPERATOR);
        rules.cancelDefaultAdminTransfer();

        vm.warp(block.timestamp + 2 days);
        vm.prank(thief);
        vm.expectRevert();
        rules.acceptDefaultAdminTransfer();
        vm.assertTrue(rules.defaultAdmin() == OPERATOR, "still the owner's");
    }

    /// @custom:fault 71 a key that the thief names for a victim is announced at once and speaks after the notice only
    function test_A_key_that_is_added_later_speaks_only_when_its_notice_is_over() public {
        startAnewWithNoticeOfADay();
        Party memory thief = Party(tier1Brakes.id, 0xBAD);
        bytes memory stolen = callOf(thief, submission());
        vm.expectEmit(address(participants));
        emit IParticipants.SignerAdded(tier1Brakes.id, vm.addr(thief.key), Permissions.ALL);
        vm.prank(OPERATOR);
        participants.addSigner(tier1Brakes.id, vm.addr(thief.key), Permissions.ALL);

        assertSpeaksNotFor(thief, stolen);
        vm.warp(NOW + 1 days - 1);
        assertSpeaksNotFor(thief, stolen);
        vm.warp(NOW + 1 days);
        perform(stolen, "nobody objected");
    }

    /// @custom:fault 71 within the notice the key is revoked, and so never speaks
    function test_A_key_that_is_revoked_within_its_notice_has_never_spoken() public {
        startAnewWithNoticeOfADay();
        Party memory thief = withKey(tier1Brakes, Permissions.ALL);
        vm.warp(NOW + 1 days - 1);
        vm.prank(OPERATOR);
        participants.revokeSigner(tier1Brakes.id, vm.addr(thief.key));

        vm.warp(NOW + 2 days);
        assertSpeaksNotFor(thief, callOf(thief, submission()));
    }

    function test_The_first_keys_of_a_participant_need_no_notice() public {
        startAnewWithNoticeOfADay();
        vm.assertEq(participants.keyNotice(), 1 days, "it says so");
        perform(callOf(tier1Brakes, submission()), "from its registration on");
    }

    function startAnewWithNoticeOfADay() private {
        participants = registerWith(1 days);
        ledger = ledgerUnder(openRules(), participants);
        tier1Brakes = join("tier1-brakes", Roles.SUPPLIER);
        coreMotors = join("core-motors", Roles.BUYER);
    }

    function assertSpeaksNotFor(Party memory by, bytes memory call) private {
        assertReverts(
            call, abi.encodeWithSelector(IIntents.SignerNotRegistered.selector, vm.addr(by.key), by.id)
        );
    }

    /// @dev What there is of the receivable, wherever it lies.
    function everything() private view returns (bytes32) {
        return keccak256(
            abi.encode(ledger.invoice(root), ledger.holding(root, root), ledger.holding(root, part))
        );
    }
}
