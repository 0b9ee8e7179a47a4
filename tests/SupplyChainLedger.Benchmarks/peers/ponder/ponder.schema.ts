import { index, onchainTable } from 'ponder';

export const invoice = onchainTable('invoice', (t) => ({
  id: t.hex().primaryKey(),
  supplier: t.integer().notNull(),
  buyer: t.integer().notNull(),
  number: t.text().notNull(),
  typeCode: t.integer().notNull(),
  issueDate: t.integer().notNull(),
  dueDate: t.integer().notNull(),
  currency: t.text().notNull(),
  amount: t.bigint().notNull(),
  documentHash: t.hex().notNull(),
  intent: t.hex().notNull(),
  state: t.text().notNull(),
  submittedBlock: t.bigint().notNull(),
  changedBlock: t.bigint().notNull(),
}), (table) => ({
  bySupplier: index().on(table.supplier),
  byBuyer: index().on(table.buyer),
}));

export const holding = onchainTable('holding', (t) => ({
  receivable: t.hex().primaryKey(),
  holder: t.integer().notNull(),
  record: t.bigint().notNull(),
  irrevocable: t.boolean().notNull(),
  block: t.bigint().notNull(),
}), (table) => ({
  byHolder: index().on(table.holder),
}));

export const logged = onchainTable('logged', (t) => ({
  id: t.text().primaryKey(),
  block: t.bigint().notNull(),
  logIndex: t.integer().notNull(),
  transaction: t.hex().notNull(),
  kind: t.text().notNull(),
  invoice: t.hex().notNull(),
  intent: t.hex().notNull(),
}), (table) => ({
  byInvoice: index().on(table.invoice),
}));
