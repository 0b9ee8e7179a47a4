// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {IIntents} from "../src/interfaces/IIntents.sol";
import {IInvoices} from "../src/interfaces/IInvoices.sol";
import {ILedger} from "../src/interfaces/ILedger.sol";
import {ParticipantId} from "../src/types/ParticipantId.sol";
import {LedgerFixture} from "./support/LedgerFixture.sol";
import {TypedData} from "./support/TypedData.sol";

/// @notice Nobody can speak for another: each way of trying, and the exact refusal.
contract AuthenticationTest is LedgerFixture {
    uint256 private constant CURVE_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    function test_The_domain_is_as_documented() public view {
        (bytes1 fields, string memory name, string memory version, uint256 chainId, address verifier,,) =
            IERC5267(address(ledger)).eip712Domain();
        vm.assertEq(bytes32(fields), bytes32(hex"0f"), "name, version, chainId, verifyingContract");
        vm.assertEq(bytes(name), "SupplyChainLedger", "name");
        vm.assertEq(bytes(version), "1", "version");
        vm.assertEq(chainId, block.chainid, "chain");
        vm.assertTrue(verifier == address(ledger), "contract");
        vm.assertEq(ledger.domainSeparator(), TypedData.domain(block.chainid, address(ledger)), "separator");
    }

    function test_The_plain_reference_agrees_with_the_second_opinion_of_forge() public {
        IInvoices.SubmitInvoice memory s = submission(unicode"№ 7");
        vm.assertEq(TypedData.hash(s), vm.eip712HashStruct(TypedData.SUBMIT_INVOICE, abi.encode(s)), "submit");
        IInvoices.ConfirmInvoice memory c = confirmation(keccak256("id"), 5);
        vm.assertEq(TypedData.hash(c), vm.eip712HashStruct(TypedData.CONFIRM_INVOICE, abi.encode(c)), "confirm");
        IInvoices.RejectInvoice memory r = rejection(keccak256("id"));
        vm.assertEq(TypedData.hash(r), vm.eip712HashStruct(TypedData.REJECT_INVOICE, abi.encode(r)), "reject");
        IInvoices.WithdrawInvoice memory w = withdrawal(keccak256("id"));
        vm.assertEq(TypedData.hash(w), vm.eip712HashStruct(TypedData.WITHDRAW_INVOICE, abi.encode(w)), "withdraw");
    }

    /// @custom:fault 53 a signature by another key
    function test_A_stranger_cannot_sign_for_a_participant() public {
        Party memory stranger = Party(tier1Brakes.id, 0xBAD);
        assertRefused(callOf(stranger, submission()), notRegistered(vm.addr(0xBAD)));
    }

    /// @custom:fault 53 a signature by a key of another participant
    function test_Another_participant_cannot_sign_for_it_either() public {
        Party memory other = Party(tier1Brakes.id, coreMotors.key);
        assertRefused(callOf(other, submission()), notRegistered(vm.addr(coreMotors.key)));
    }

    function test_A_revoked_key_signs_no_more_not_even_what_it_signed_before() public {
        bytes memory signedBefore = callOf(tier1Brakes, submission());
        vm.prank(OPERATOR);
        participants.revokeSigner(tier1Brakes.id, vm.addr(tier1Brakes.key));

        assertRefused(signedBefore, notRegistered(vm.addr(tier1Brakes.key)));
    }

    /// @custom:fault 53 a statement in the name of nobody
    function test_Nobody_can_sign_for_participant_zero() public {
        IInvoices.SubmitInvoice memory intent = submission();
        intent.supplier = ParticipantId.wrap(0);
        assertRefused(
            callOf(Party(intent.supplier, 0xBAD), intent),
            abi.encodeWithSelector(IIntents.SignerNotRegistered.selector, vm.addr(0xBAD), 0)
        );
    }

    /// @custom:fault 52 an expired deadline
    function test_An_intent_is_good_until_its_deadline_and_not_a_second_longer() public {
        IInvoices.SubmitInvoice memory intent = submission();
        bytes memory call = callOf(tier1Brakes, intent);

        vm.warp(intent.deadline + 1);
        assertRefused(
            call, abi.encodeWithSelector(IIntents.IntentExpired.selector, intent.deadline, intent.deadline + 1)
        );

        vm.warp(intent.deadline);
        submit(intent);
    }

    /// @custom:fault 52 a deadline too far ahead
    function test_A_deadline_is_at_most_30_days_ahead() public {
        IInvoices.SubmitInvoice memory intent = submission();
        uint64 latest = NOW + 30 days;
        intent.deadline = latest + 1;
        assertRefused(
            callOf(tier1Brakes, intent), abi.encodeWithSelector(IIntents.DeadlineTooFar.selector, latest + 1, latest)
        );
        intent.deadline = type(uint64).max;
        assertRefused(
            callOf(tier1Brakes, intent),
            abi.encodeWithSelector(IIntents.DeadlineTooFar.selector, type(uint64).max, latest)
        );
        intent.deadline = latest;
        submit(intent);
    }

    /// @custom:fault 54 the same intent twice
    function test_A_replayed_intent_is_refused() public {
        IInvoices.SubmitInvoice memory intent = submission();
        bytes memory call = callOf(tier1Brakes, intent);
        submit(intent);

        assertRefused(call, nonceUsed(intent.nonce));
    }

    /// @custom:fault 55 two intents with one nonce
    function test_Of_two_intents_with_one_nonce_the_first_wins() public {
        IInvoices.SubmitInvoice memory first = submission("first");
        IInvoices.SubmitInvoice memory second = submission("second");
        second.nonce = first.nonce;
        submit(first);

        assertRefused(callOf(tier1Brakes, second), nonceUsed(first.nonce));
    }

    /// @custom:fault 55 nonces out of order
    function testFuzz_Nonces_come_in_any_order_and_each_works_once(uint256 a, uint256 b) public {
        vm.assume(a != b);
        IInvoices.SubmitInvoice memory intent = submission("a");
        intent.nonce = a;
        submit(intent);
        vm.assertTrue(!ledger.isNonceUsed(tier1Brakes.id, b), "the other is free");
        intent = submission("b");
        intent.nonce = b;
        submit(intent);
        vm.assertTrue(ledger.isNonceUsed(tier1Brakes.id, a), "a used");
        vm.assertTrue(ledger.isNonceUsed(tier1Brakes.id, b), "b used");
    }

    /// @custom:fault 54 a fork with another chain id, for which the separator is rebuilt
    function test_A_signature_for_another_chain_is_refused_and_the_separator_follows_the_chain() public {
        uint256 home = block.chainid;
        bytes memory signedAtHome = callOf(tier1Brakes, submission("home"));

        vm.chainId(home + 1);
        vm.assertEq(ledger.domainSeparator(), TypedData.domain(home + 1, address(ledger)), "rebuilt");
        assertNotAuthentic(signedAtHome);
        bytes memory signedOnFork = callOf(tier1Brakes, submission("fork"));

        vm.chainId(home);
        assertNotAuthentic(signedOnFork);
        (bool success,) = address(ledger).call(signedAtHome);
        vm.assertTrue(success, "good at home");
    }

    /// @custom:fault 54 a signature for another contract
    function test_A_signature_for_another_ledger_is_refused() public {
        ILedger here = ledger;
        ledger = ledgerUnder(openRules(), participants);
        bytes memory signedForTheOther = callOf(tier1Brakes, submission());
        ledger = here;

        assertNotAuthentic(signedForTheOther);
    }

    /// @custom:fault 54 a signature of another type
    function test_A_signature_of_another_type_with_the_same_fields_is_refused() public {
        IInvoices.WithdrawInvoice memory intent = withdrawal(submitted());
        bytes32 otherType = keccak256("CancelInvoice(uint32 supplier,bytes32 invoice,uint256 nonce,uint64 deadline)");
        bytes memory signature = sign(tier1Brakes, keccak256(bytes.concat(otherType, abi.encode(intent))));

        assertNotAuthentic(abi.encodeCall(IInvoices.withdrawInvoice, (intent, signature)));
    }

    /// @custom:fault 53 high s, v of 0, 1 and 29, 64 and 66 bytes, zeros
    function test_Only_one_encoding_of_a_signature_is_valid() public {
        IInvoices.SubmitInvoice memory intent = submission();
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(tier1Brakes.key, digestOf(TypedData.hash(intent)));
        bytes32 highS = bytes32(CURVE_ORDER - uint256(s));
        uint8 otherV = v == 27 ? 28 : 27;

        assertBadSignature(intent, abi.encodePacked(r, highS, otherV));
        assertBadSignature(intent, abi.encodePacked(r, s, v - 27));
        assertBadSignature(intent, abi.encodePacked(r, s, uint8(0)));
        assertBadSignature(intent, abi.encodePacked(r, s, uint8(29)));
        assertBadSignature(intent, abi.encodePacked(r, s, v, uint8(0)));
        assertBadSignature(intent, abi.encodePacked(r, s));
        assertBadSignature(intent, abi.encodePacked(r, s | bytes32(uint256(v - 27) << 255)));
        assertBadSignature(intent, "");
        assertBadSignature(intent, new bytes(65));
        assertBadSignature(intent, abi.encodePacked(bytes32(0), s, v));
        assertBadSignature(intent, abi.encodePacked(r, bytes32(0), v));
        ledger.submitInvoice(intent, abi.encodePacked(r, s, v));
    }

    /// @custom:fault 53 any field altered
    function testFuzz_A_submission_with_any_field_altered_is_not_what_was_signed(uint256 field, uint256 salt) public {
        IInvoices.SubmitInvoice memory intent = submission();
        bytes memory signature = sign(tier1Brakes, TypedData.hash(intent));
        bytes memory signed = abi.encode(intent);
        field %= 11;
        if (field == 0) intent.supplier = ParticipantId.wrap(uint32(salt));
        if (field == 1) intent.buyer = ParticipantId.wrap(uint32(salt));
        if (field == 2) intent.number = vm.toString(salt);
        if (field == 3) intent.typeCode = uint16(salt);
        if (field == 4) intent.issueDate = uint32(salt);
        if (field == 5) intent.dueDate = uint32(salt);
        if (field == 6) intent.currency = vm.toString(salt);
        if (field == 7) intent.amount = uint64(salt);
        if (field == 8) intent.documentHash = bytes32(salt);
        if (field == 9) intent.nonce = salt;
        if (field == 10) intent.deadline = NOW + uint64(salt % 30 days);
        vm.assume(keccak256(signed) != keccak256(abi.encode(intent)));

        assertNotAuthentic(abi.encodeCall(IInvoices.submitInvoice, (intent, signature)));
        assertState(idOf(intent), IInvoices.InvoiceState.None, "nothing recorded");
    }

    /// @custom:fault 53 a flipped bit in any field
    function testFuzz_An_answer_with_any_word_altered_is_not_what_was_signed(uint256 word, uint256 bit) public {
        bytes32 id = submitted();
        word %= 4;
        bit %= word == 0 ? 32 : 64;
        bytes32 flip = bytes32(1 << bit);
        IInvoices.WithdrawInvoice memory intent = withdrawal(id);
        bytes memory signature = sign(tier1Brakes, TypedData.hash(intent));
        if (word == 0) intent.supplier = ParticipantId.wrap(ParticipantId.unwrap(intent.supplier) ^ uint32(1 << bit));
        if (word == 1) intent.invoice ^= flip;
        if (word == 2) intent.nonce ^= uint256(flip);
        if (word == 3) intent.deadline = NOW + uint64(bit);

        assertNotAuthentic(abi.encodeCall(IInvoices.withdrawInvoice, (intent, signature)));
        assertState(id, IInvoices.InvoiceState.Submitted, "untouched");
    }

    /// @custom:fault 53 a flipped bit in the signature
    function testFuzz_A_signature_with_any_bit_flipped_is_not_the_signers(uint256 bit) public {
        IInvoices.SubmitInvoice memory intent = submission();
        bytes memory signature = sign(tier1Brakes, TypedData.hash(intent));
        bit %= 65 * 8;
        signature[bit / 8] = bytes1(uint8(signature[bit / 8]) ^ uint8(1 << bit % 8));

        assertNotAuthentic(abi.encodeCall(IInvoices.submitInvoice, (intent, signature)));
    }

    /// @custom:fault 56 code at a signer's address
    function test_Code_at_a_signers_address_neither_answers_for_its_key_nor_gets_in_its_way() public {
        IInvoices.SubmitInvoice memory intent = submission();
        vm.etch(vm.addr(tier1Brakes.key), hex"00");

        assertBadSignature(intent, abi.encode(vm.addr(tier1Brakes.key), "an ERC-1271 blob"));
        submit(intent);
    }

    // The same item in a batch is refused, with the same reason, and leaves no trace but the event.
    function assertRefused(bytes memory call, bytes memory reason) private {
        assertReverts(call, reason);
        vm.expectEmit(address(ledger));
        emit IIntents.IntentRefused(keccak256(call), reason);
        assertOutcome(ledger.execute(batch(call))[0], IIntents.Outcome.Refused, "refused in a batch");
    }

    function assertBadSignature(IInvoices.SubmitInvoice memory intent, bytes memory signature) private {
        assertRefused(
            abi.encodeCall(IInvoices.submitInvoice, (intent, signature)),
            abi.encodeWithSelector(IIntents.InvalidSignature.selector)
        );
    }

    /// @dev Recovers to somebody unforeseeable, or to nobody.
    function assertNotAuthentic(bytes memory call) private {
        (bool success, bytes memory reason) = address(ledger).call(call);
        vm.assertTrue(!success, "must not succeed");
        bytes4 error_ = bytes4(reason);
        vm.assertTrue(
            error_ == IIntents.SignerNotRegistered.selector || error_ == IIntents.InvalidSignature.selector,
            "must be an error of authentication"
        );
        assertOutcome(ledger.execute(batch(call))[0], IIntents.Outcome.Refused, "refused in a batch");
    }

    function notRegistered(address signer) private view returns (bytes memory) {
        return abi.encodeWithSelector(IIntents.SignerNotRegistered.selector, signer, tier1Brakes.id);
    }

    function nonceUsed(uint256 nonce) private view returns (bytes memory) {
        return abi.encodeWithSelector(IIntents.NonceAlreadyUsed.selector, tier1Brakes.id, nonce);
    }
}
