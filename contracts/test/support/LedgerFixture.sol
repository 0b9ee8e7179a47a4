// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {IInvoices} from "../../src/interfaces/IInvoices.sol";
import {IIntentCancellation} from "../../src/interfaces/IIntentCancellation.sol";
import {IIntents} from "../../src/interfaces/IIntents.sol";
import {IParticipants} from "../../src/interfaces/IParticipants.sol";
import {ILedger} from "../../src/interfaces/ILedger.sol";
import {IReceivables} from "../../src/interfaces/IReceivables.sol";
import {IRuleBook} from "../../src/interfaces/IRuleBook.sol";
import {ParticipantId} from "../../src/types/ParticipantId.sol";
import {Roles} from "../../src/types/Roles.sol";
import {TypedData} from "./TypedData.sol";
import {Vm} from "./Vm.sol";

/// @notice A ledger with a few participants, and short ways to say what they sign. Starts on 2027-01-15.
abstract contract LedgerFixture {
    struct Party {
        ParticipantId id;
        uint256 key;
    }

    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    uint64 internal constant NOW = 1_800_000_000;
    uint64 internal constant DEADLINE = NOW + 1 days;
    uint32 internal constant ISSUED = 20_800;
    uint32 internal constant DUE = ISSUED + 90;
    address internal constant OPERATOR = address(0x0bE7A70);
    address internal constant RELAYER = address(0x5E4F1CE);

    IParticipants internal participants;
    ILedger internal ledger;

    Party internal coreMotors;
    Party internal tier1Brakes;
    Party internal tier2Steel;
    Party internal bankEast;
    Party internal bankWest;
    Party internal otherBuyer;
    Party internal networkOperator;

    uint256 private _nextNonce;
    uint256 private _nextKey = 0xA11CE;

    function setUp() public virtual {
        vm.warp(NOW);
        participants = registerWith(0);
        ledger = ledgerUnder(openRules(), participants);
        coreMotors = join("core-motors", Roles.BUYER);
        tier1Brakes = join("tier1-brakes", Roles.SUPPLIER);
        tier2Steel = join("tier2-steel", Roles.SUPPLIER);
        bankEast = join("bank-east", Roles.FINANCIER);
        otherBuyer = join("other-buyer", Roles.BUYER);
        bankWest = join("bank-west", Roles.FINANCIER);
        networkOperator = join("network-operator", Roles.OPERATOR);
    }

    // The ledger, its register and its rules

    /// @param keyNotice Seconds until a key that is added later may sign.
    function registerWith(uint32 keyNotice) internal returns (IParticipants) {
        return IParticipants(vm.deployCode("Participants.sol:Participants", abi.encode(OPERATOR, keyNotice)));
    }

    function ledgerUnder(IRuleBook.Rules memory rules, IParticipants register) internal returns (ILedger) {
        address extension = vm.deployCode("LedgerExtension.sol:LedgerExtension", abi.encode(register));
        return ILedger(vm.deployCode("Ledger.sol:Ledger", abi.encode(register, extension, rules)));
    }

    /// @dev Nothing is required, and nearly everything is possible.
    function openRules() internal pure returns (IRuleBook.Rules memory) {
        return IRuleBook.Rules({
            standardTenorDays: 65_535,
            maxTenorDays: 65_535,
            graceDays: 5,
            transferHours: 72,
            disbursementHours: 48,
            acknowledgementHours: 72,
            disputeDays: 30,
            smallestPart: 1,
            maxHands: 15,
            tradeDocumentRequired: false,
            registryReferenceRequired: false,
            currencies: "",
            name: "open"
        });
    }

    function cn77Rules() internal pure returns (IRuleBook.Rules memory rules) {
        rules = openRules();
        rules.standardTenorDays = 180;
        rules.maxTenorDays = 365;
        rules.tradeDocumentRequired = true;
        rules.registryReferenceRequired = true;
        rules.currencies = "CNY";
        rules.name = "cn-77";
    }

    // Participants

    function join(string memory handle, uint16 roles) internal returns (Party memory party) {
        party.key = _nextKey++;
        IParticipants.Registration memory registration = registrationOf(handle, roles);
        registration.signers = new address[](1);
        registration.signers[0] = vm.addr(party.key);
        vm.prank(OPERATOR);
        party.id = participants.register(registration);
    }

    /// @dev Another key of the same participant.
    function withKey(Party memory party, uint16 permissions) internal returns (Party memory) {
        uint256 key = _nextKey++;
        vm.prank(OPERATOR);
        participants.addSigner(party.id, vm.addr(key), permissions);
        return Party(party.id, key);
    }

    function registrationOf(string memory handle, uint16 roles)
        internal
        pure
        returns (IParticipants.Registration memory registration)
    {
        registration.handle = handle;
        registration.name = "Some Company Ltd";
        registration.roles = roles;
        registration.region = "CN-SH";
        registration.industry = "C2930";
    }

    function suspend(Party memory party) internal {
        vm.prank(OPERATOR);
        participants.suspend(party.id, "under review");
    }

    function reinstate(Party memory party) internal {
        vm.prank(OPERATOR);
        participants.reinstate(party.id, "cleared");
    }

    // Intents as the parties would write them; a test changes what it is about.

    function freshNonce() internal returns (uint256) {
        return (uint256(keccak256("a client's random word")) << 8) + _nextNonce++;
    }

    /// @dev A deadline for an intent that is sent now.
    function soon() internal view returns (uint64) {
        return uint64(block.timestamp) + 1 days;
    }

    function submission() internal returns (IInvoices.SubmitInvoice memory) {
        return submission("INV-1");
    }

    function submission(string memory number) internal returns (IInvoices.SubmitInvoice memory) {
        return IInvoices.SubmitInvoice({
            supplier: tier1Brakes.id,
            buyer: coreMotors.id,
            number: number,
            typeCode: 380,
            issueDate: ISSUED,
            dueDate: DUE,
            currency: "EUR",
            amount: 1_234_567,
            documentHash: keccak256(bytes(number)),
            nonce: freshNonce(),
            deadline: soon()
        });
    }

    function confirmation(bytes32 invoice, uint64 amount) internal returns (IInvoices.ConfirmInvoice memory) {
        return IInvoices.ConfirmInvoice(coreMotors.id, invoice, amount, true, false, freshNonce(), soon());
    }

    function rejection(bytes32 invoice) internal returns (IInvoices.RejectInvoice memory) {
        return IInvoices.RejectInvoice(coreMotors.id, invoice, "not delivered", freshNonce(), soon());
    }

    function withdrawal(bytes32 invoice) internal returns (IInvoices.WithdrawInvoice memory) {
        return IInvoices.WithdrawInvoice(tier1Brakes.id, invoice, freshNonce(), soon());
    }

    /// @param by Whose intent is taken back.
    function takingBack(Party memory by, bytes32 cancelled, uint256 nonce)
        internal
        view
        returns (IIntentCancellation.CancelIntent memory)
    {
        return IIntentCancellation.CancelIntent(by.id, cancelled, nonce, soon());
    }

    // Signing, with the plain reference of EIP-712 and not the ledger's own hashing

    function digestOf(bytes32 structHash) internal view returns (bytes32) {
        return TypedData.digest(structHash, block.chainid, address(ledger));
    }

    function sign(Party memory party, bytes32 structHash) internal view returns (bytes memory) {
        return signDigest(party.key, digestOf(structHash));
    }

    /// @dev By two keys, which should be of the same participant.
    function signByTwo(Party memory first, Party memory second, bytes32 structHash)
        internal
        view
        returns (bytes memory)
    {
        return bytes.concat(sign(first, structHash), sign(second, structHash));
    }

    function signDigest(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        return abi.encodePacked(r, s, v);
    }

    // Calldata of signed actions, as items of a batch

    function callOf(Party memory by, IInvoices.SubmitInvoice memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(IInvoices.submitInvoice, (intent, sign(by, TypedData.hash(intent))));
    }

    function callOf(Party memory by, IInvoices.ConfirmInvoice memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(IInvoices.confirmInvoice, (intent, sign(by, TypedData.hash(intent))));
    }

    function callOf(Party memory by, IInvoices.RejectInvoice memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(IInvoices.rejectInvoice, (intent, sign(by, TypedData.hash(intent))));
    }

    function callOf(Party memory by, IInvoices.WithdrawInvoice memory intent) internal view returns (bytes memory) {
        return abi.encodeCall(IInvoices.withdrawInvoice, (intent, sign(by, TypedData.hash(intent))));
    }

    function callOf(Party memory by, IIntentCancellation.CancelIntent memory intent)
        internal
        view
        returns (bytes memory)
    {
        return abi.encodeCall(IIntentCancellation.cancelIntent, (intent, sign(by, TypedData.hash(intent))));
    }

    function batch(bytes memory item) internal pure returns (bytes[] memory items) {
        items = new bytes[](1);
        items[0] = item;
    }

    // Direct calls, for what the test does not look at

    function submitted() internal returns (bytes32) {
        return submit(submission());
    }

    function submit(IInvoices.SubmitInvoice memory intent) internal returns (bytes32) {
        Party memory by = intent.supplier == tier2Steel.id ? tier2Steel : tier1Brakes;
        return ledger.submitInvoice(intent, sign(by, TypedData.hash(intent)));
    }

    /// @dev A receivable of tier 1 against the core enterprise; its id is the invoice's and its first holding's.
    function receivable(string memory number, uint64 amount) internal returns (bytes32 id) {
        id = submit(submission(number));
        confirm(id, amount);
    }

    function confirm(bytes32 invoice, uint64 amount) internal {
        IInvoices.ConfirmInvoice memory intent = confirmation(invoice, amount);
        ledger.confirmInvoice(intent, sign(coreMotors, TypedData.hash(intent)));
    }

    function reject(bytes32 invoice) internal {
        IInvoices.RejectInvoice memory intent = rejection(invoice);
        ledger.rejectInvoice(intent, sign(coreMotors, TypedData.hash(intent)));
    }

    function withdraw(bytes32 invoice) internal {
        IInvoices.WithdrawInvoice memory intent = withdrawal(invoice);
        ledger.withdrawInvoice(intent, sign(tier1Brakes, TypedData.hash(intent)));
    }

    // What was seen

    function idOf(IInvoices.SubmitInvoice memory intent) internal pure returns (bytes32) {
        bytes32 number = keccak256(bytes(intent.number));
        return keccak256(abi.encode(intent.supplier, number, intent.issueDate, intent.typeCode));
    }

    function stateOf(bytes32 invoice) internal view returns (IInvoices.InvoiceState) {
        return ledger.invoice(invoice).state;
    }

    function holdingOf(bytes32 receivable_, bytes32 id) internal view returns (IReceivables.Holding memory) {
        return ledger.holding(receivable_, id);
    }

    function assertState(bytes32 invoice, IInvoices.InvoiceState expected, string memory what) internal view {
        vm.assertEq(uint256(stateOf(invoice)), uint256(expected), what);
    }

    function assertOutcome(IIntents.Outcome seen, IIntents.Outcome expected, string memory what) internal pure {
        vm.assertEq(uint256(seen), uint256(expected), what);
    }

    /// @dev Calls the ledger as anybody may, and expects it to succeed.
    function perform(bytes memory call, string memory what) internal {
        (bool success, bytes memory reason) = address(ledger).call(call);
        vm.assertEq(reason, success ? reason : bytes(""), what);
        vm.assertTrue(success, what);
    }

    function perform(bytes memory call) internal {
        perform(call, "must succeed");
    }

    /// @dev Calls the ledger as anybody may, and expects the exact error.
    function assertReverts(bytes memory call, bytes memory expected, string memory what) internal {
        (bool success, bytes memory reason) = address(ledger).call(call);
        vm.assertTrue(!success, what);
        vm.assertEq(reason, expected, what);
    }

    function assertReverts(bytes memory call, bytes memory expected) internal {
        assertReverts(call, expected, "exact error");
    }
}
