// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {
    IAccessControlDefaultAdminRules
} from "@openzeppelin/contracts/access/extensions/IAccessControlDefaultAdminRules.sol";
import {IParticipants} from "../src/interfaces/IParticipants.sol";
import {Credentials} from "../src/types/Credentials.sol";
import {ParticipantId, NOBODY} from "../src/types/ParticipantId.sol";
import {Permissions} from "../src/types/Permissions.sol";
import {Roles} from "../src/types/Roles.sol";
import {Standing} from "../src/types/Standing.sol";
import {LedgerFixture} from "./support/LedgerFixture.sol";

/// @notice Who may act, with which keys, and who decides it.
contract ParticipantsTest is LedgerFixture {
    address private constant KEY = address(0x4E1);

    function test_Numbers_start_at_one_and_follow_each_other() public {
        vm.assertEq(ParticipantId.unwrap(coreMotors.id), 1, "the first");
        vm.assertEq(ParticipantId.unwrap(otherBuyer.id), 5, "the fifth");
        vm.assertEq(participants.participantCount(), 7, "count");
        vm.assertTrue(join("next", Roles.SUPPLIER).id == ParticipantId.wrap(8), "the next");
    }

    function test_A_registration_is_announced_with_everything_that_readers_need() public {
        IParticipants.Registration memory registration = IParticipants.Registration({
            handle: "tier3-foundry",
            name: unicode"Gießerei Süd GmbH",
            roles: Roles.SUPPLIER | Roles.BUYER,
            signers: new address[](2),
            leiHash: keccak256("lei"),
            vatHash: keccak256("vat"),
            endpointHash: keccak256("endpoint"),
            region: "DE-NI",
            industry: "2431",
            smallEnterprise: true
        });
        registration.signers[0] = KEY;
        registration.signers[1] = address(0x4E2);

        vm.expectEmit(address(participants));
        emit IParticipants.ParticipantRegistered(
            ParticipantId.wrap(8),
            registration.handle,
            registration.name,
            registration.roles,
            registration.leiHash,
            registration.vatHash,
            registration.endpointHash,
            registration.region,
            registration.industry,
            true
        );
        vm.expectEmit(address(participants));
        emit IParticipants.SignerAdded(ParticipantId.wrap(8), KEY, Permissions.ALL);
        vm.expectEmit(address(participants));
        emit IParticipants.SignerAdded(ParticipantId.wrap(8), address(0x4E2), Permissions.ALL);
        ParticipantId id = register(registration);

        (IParticipants.Status status, uint16 roles) = participants.participant(id);
        vm.assertTrue(status == IParticipants.Status.Active, "active");
        vm.assertEq(roles, 3, "roles");
        vm.assertTrue(participants.participantByHandle("tier3-foundry") == id, "by handle");
        vm.assertTrue(participants.participantByHandle("nobody") == NOBODY, "no such handle");
    }

    /// @custom:fault 71 the register is written by the operator alone
    function test_Only_the_operator_role_may_write() public {
        bytes32 role = keccak256("OPERATOR_ROLE");
        bytes memory denied =
            abi.encodeWithSelector(IAccessControl.AccessControlUnauthorizedAccount.selector, address(this), role);
        IParticipants.Registration memory registration = registrationOf("x", Roles.BUYER);

        vm.expectRevert(denied);
        participants.register(registration);
        vm.expectRevert(denied);
        participants.addSigner(coreMotors.id, KEY, Permissions.ALL);
        vm.expectRevert(denied);
        participants.revokeSigner(coreMotors.id, KEY);
        vm.expectRevert(denied);
        participants.suspend(coreMotors.id, "x");
        vm.expectRevert(denied);
        participants.reinstate(coreMotors.id, "x");
    }

    /// @custom:fault 71 the admin's power passes in two steps and a day
    function test_The_admins_power_passes_in_two_steps_after_a_day() public {
        IAccessControlDefaultAdminRules rules = IAccessControlDefaultAdminRules(address(participants));
        address next = address(0xAD);
        vm.prank(OPERATOR);
        rules.beginDefaultAdminTransfer(next);

        vm.prank(next);
        vm.expectRevert();
        rules.acceptDefaultAdminTransfer();

        vm.warp(NOW + 1 days + 1);
        vm.prank(next);
        rules.acceptDefaultAdminTransfer();
        vm.assertTrue(rules.defaultAdmin() == next, "accepted");
    }

    function test_A_handle_belongs_to_one_participant() public {
        assertNotRegistered(
            registrationOf("core-motors", Roles.SUPPLIER),
            abi.encodeWithSelector(IParticipants.HandleTaken.selector, coreMotors.id)
        );
    }

    function test_An_lei_belongs_to_one_participant_and_none_is_no_lei() public {
        IParticipants.Registration memory registration = registrationOf("a", Roles.BUYER);
        registration.leiHash = keccak256("lei");
        ParticipantId holder = register(registration);
        registration.handle = "b";

        assertNotRegistered(registration, abi.encodeWithSelector(IParticipants.LeiTaken.selector, holder));
    }

    function test_A_handle_is_1_to_32_small_letters_digits_and_inner_hyphens() public {
        string[4] memory good = ["a", "0", "a-b--c", "abcdefghijklmnopqrstuvwxyz-01234"];
        for (uint256 i = 0; i < good.length; ++i) {
            register(registrationOf(good[i], Roles.BUYER));
        }
        string[9] memory bad =
            ["", "-a", "a-", "A", "a b", "a_b", "a.b", unicode"é", "abcdefghijklmnopqrstuvwxyz-012345"];
        for (uint256 i = 0; i < bad.length; ++i) {
            assertNotRegistered(
                registrationOf(bad[i], Roles.BUYER), abi.encodeWithSelector(IParticipants.MalformedHandle.selector)
            );
        }
    }

    function test_A_name_is_1_to_200_bytes() public {
        IParticipants.Registration memory registration = registrationOf("x", Roles.BUYER);
        registration.name = "";
        assertNotRegistered(registration, abi.encodeWithSelector(IParticipants.MalformedName.selector));
        registration.name = string(new bytes(201));
        assertNotRegistered(registration, abi.encodeWithSelector(IParticipants.MalformedName.selector));
        registration.name = string(new bytes(200));
        register(registration);
    }

    function test_A_key_may_sign_something_and_only_what_is_known() public {
        uint16[3] memory bad = [uint16(0), 64, type(uint16).max];
        for (uint256 i = 0; i < bad.length; ++i) {
            assertDenied(
                abi.encodeCall(IParticipants.addSigner, (coreMotors.id, KEY, bad[i])),
                abi.encodeWithSelector(IParticipants.UnknownPermissions.selector, bad[i])
            );
        }
        vm.prank(OPERATOR);
        participants.addSigner(coreMotors.id, KEY, Permissions.SETTLE);
    }

    function test_Roles_are_at_least_one_and_only_known_ones() public {
        uint16[3] memory bad = [uint16(0), 32, 63];
        for (uint256 i = 0; i < bad.length; ++i) {
            assertNotRegistered(
                registrationOf("x", bad[i]), abi.encodeWithSelector(IParticipants.UnknownRoles.selector, bad[i])
            );
        }
        register(registrationOf("x", Roles.ALL));
    }

    function test_A_region_is_an_ISO_3166_2_code() public {
        IParticipants.Registration memory registration;
        string[3] memory good = ["CN-SH", "GB-ENG", "AT-9"];
        for (uint256 i = 0; i < good.length; ++i) {
            registration = registrationOf(string.concat("region", vm.toString(i)), Roles.BUYER);
            registration.region = good[i];
            register(registration);
        }
        string[8] memory bad = ["", "CN", "CN-", "cn-SH", "C1-SH", "CN-sh", "CNSSH", "CN-SHAN"];
        for (uint256 i = 0; i < bad.length; ++i) {
            registration = registrationOf("x", Roles.BUYER);
            registration.region = bad[i];
            assertNotRegistered(registration, abi.encodeWithSelector(IParticipants.MalformedRegion.selector));
        }
    }

    function test_An_industry_is_an_ISIC_code() public {
        IParticipants.Registration memory registration;
        string[4] memory good = ["C", "29", "2930", "C2930"];
        for (uint256 i = 0; i < good.length; ++i) {
            registration = registrationOf(string.concat("industry", vm.toString(i)), Roles.BUYER);
            registration.industry = good[i];
            register(registration);
        }
        string[6] memory bad = ["", "c", "29300", "C29300", "2C30", "29.3"];
        for (uint256 i = 0; i < bad.length; ++i) {
            registration = registrationOf("x", Roles.BUYER);
            registration.industry = bad[i];
            assertNotRegistered(registration, abi.encodeWithSelector(IParticipants.MalformedIndustry.selector));
        }
    }

    function test_A_participant_has_as_many_keys_as_it_wants() public {
        vm.prank(OPERATOR);
        vm.expectEmit(address(participants));
        emit IParticipants.SignerAdded(coreMotors.id, KEY, Permissions.ALL);
        participants.addSigner(coreMotors.id, KEY, Permissions.ALL);

        assertRepresents(KEY, coreMotors.id);
        assertRepresents(vm.addr(coreMotors.key), coreMotors.id);
    }

    function test_A_key_belongs_to_one_participant() public {
        address key = vm.addr(coreMotors.key);
        bytes memory taken = abi.encodeWithSelector(IParticipants.SignerTaken.selector, key, coreMotors.id);

        assertDenied(abi.encodeCall(IParticipants.addSigner, (tier1Brakes.id, key, Permissions.ALL)), taken);
        assertDenied(abi.encodeCall(IParticipants.addSigner, (coreMotors.id, key, Permissions.ALL)), taken);
        IParticipants.Registration memory registration = registrationOf("x", Roles.BUYER);
        registration.signers = new address[](1);
        registration.signers[0] = key;
        assertNotRegistered(registration, taken);
    }

    function test_A_revoked_key_can_never_be_added_again_anywhere() public {
        address key = vm.addr(coreMotors.key);
        vm.prank(OPERATOR);
        vm.expectEmit(address(participants));
        emit IParticipants.SignerRevoked(coreMotors.id, key);
        participants.revokeSigner(coreMotors.id, key);

        assertRepresents(key, NOBODY);
        (ParticipantId owner, uint16 permissions, bool revoked) = participants.signer(key);
        vm.assertEq(permissions, Permissions.ALL, "permissions");
        vm.assertTrue(owner == coreMotors.id && revoked, "still known whose it was");
        bytes memory taken = abi.encodeWithSelector(IParticipants.SignerTaken.selector, key, coreMotors.id);
        assertDenied(abi.encodeCall(IParticipants.addSigner, (coreMotors.id, key, Permissions.ALL)), taken);
        assertDenied(abi.encodeCall(IParticipants.addSigner, (tier1Brakes.id, key, Permissions.ALL)), taken);
        assertUnknownSigner(coreMotors.id, key);
    }

    function test_Only_a_valid_key_of_the_participant_can_be_revoked() public {
        assertUnknownSigner(coreMotors.id, KEY);
        assertUnknownSigner(coreMotors.id, vm.addr(tier1Brakes.key));
        assertUnknownSigner(NOBODY, KEY);
    }

    function test_The_zero_address_is_no_key() public {
        assertDenied(
            abi.encodeCall(IParticipants.addSigner, (coreMotors.id, address(0), Permissions.ALL)),
            abi.encodeWithSelector(IParticipants.SignerIsZero.selector)
        );
    }

    function test_Suspension_and_reinstatement_are_announced_with_their_reasons() public {
        vm.expectEmit(address(participants));
        emit IParticipants.ParticipantSuspended(coreMotors.id, "under review");
        suspend(coreMotors);
        (IParticipants.Status status, uint16 roles) = participants.participant(coreMotors.id);
        vm.assertTrue(status == IParticipants.Status.Suspended, "suspended");
        vm.assertEq(roles, Roles.BUYER, "with its roles kept");

        vm.expectEmit(address(participants));
        emit IParticipants.ParticipantReinstated(coreMotors.id, "cleared");
        reinstate(coreMotors);
        (status, roles) = participants.participant(coreMotors.id);
        vm.assertTrue(status == IParticipants.Status.Active && roles == Roles.BUYER, "as before");
    }

    function test_A_suspension_is_neither_repeated_nor_lifted_twice() public {
        assertDenied(
            abi.encodeCall(IParticipants.reinstate, (coreMotors.id, "x")),
            abi.encodeWithSelector(IParticipants.NotSuspended.selector, coreMotors.id)
        );
        suspend(coreMotors);
        assertDenied(
            abi.encodeCall(IParticipants.suspend, (coreMotors.id, "x")),
            abi.encodeWithSelector(IParticipants.AlreadySuspended.selector, coreMotors.id)
        );
    }

    function test_A_suspension_and_its_end_need_a_reason() public {
        bytes memory malformed = abi.encodeWithSelector(IParticipants.MalformedReason.selector);
        string memory tooLong = string(new bytes(201));
        assertDenied(abi.encodeCall(IParticipants.suspend, (coreMotors.id, "")), malformed);
        assertDenied(abi.encodeCall(IParticipants.suspend, (coreMotors.id, tooLong)), malformed);
        suspend(coreMotors);
        assertDenied(abi.encodeCall(IParticipants.reinstate, (coreMotors.id, "")), malformed);
    }

    function test_A_number_that_is_not_taken_is_nobody() public {
        ParticipantId none = ParticipantId.wrap(77);
        bytes memory unknown = abi.encodeWithSelector(IParticipants.ParticipantUnknown.selector, none);
        assertDenied(abi.encodeCall(IParticipants.addSigner, (none, KEY, Permissions.ALL)), unknown);
        assertDenied(abi.encodeCall(IParticipants.suspend, (none, "x")), unknown);
        assertDenied(abi.encodeCall(IParticipants.reinstate, (none, "x")), unknown);
        (IParticipants.Status status, uint16 roles) = participants.participant(none);
        vm.assertTrue(status == IParticipants.Status.None && roles == 0, "no status, no roles");
    }

    function test_The_ledger_learns_signer_and_both_standings_in_one_call() public {
        suspend(tier1Brakes);
        Credentials found =
            participants.signerAndParties(vm.addr(bankEast.key), coreMotors.id, tier1Brakes.id);
        (Standing actor, Standing counterparty) = (found.ofActor(), found.ofCounterparty());

        vm.assertTrue(found.represents() == bankEast.id, "whose key it is, whoever the actor");
        vm.assertEq(found.permissions(), Permissions.ALL, "what it may sign");
        vm.assertTrue(actor.mayActAs(Roles.BUYER) && !actor.mayActAs(Roles.SUPPLIER), "actor");
        vm.assertTrue(counterparty.exists() && !counterparty.isActive(), "counterparty");
        vm.assertTrue(!counterparty.mayActAs(Roles.SUPPLIER), "a role is of no use while suspended");
    }

    function register(IParticipants.Registration memory registration) private returns (ParticipantId) {
        vm.prank(OPERATOR);
        return participants.register(registration);
    }

    function assertRepresents(address key, ParticipantId expected) private view {
        Credentials found = participants.signerAndParties(key, NOBODY, NOBODY);
        vm.assertTrue(found.represents() == expected, "whom the key represents");
    }

    function assertUnknownSigner(ParticipantId id, address key) private {
        assertDenied(
            abi.encodeCall(IParticipants.revokeSigner, (id, key)),
            abi.encodeWithSelector(IParticipants.SignerUnknown.selector, key, id)
        );
    }

    function assertNotRegistered(IParticipants.Registration memory registration, bytes memory reason) private {
        uint32 before = participants.participantCount();
        assertDenied(abi.encodeCall(IParticipants.register, (registration)), reason);
        vm.assertEq(participants.participantCount(), before, "no number is used up");
    }

    function assertDenied(bytes memory call, bytes memory reason) private {
        vm.prank(OPERATOR);
        (bool success, bytes memory seen) = address(participants).call(call);
        vm.assertTrue(!success, "must not succeed");
        vm.assertEq(seen, reason, "exact error");
    }
}
