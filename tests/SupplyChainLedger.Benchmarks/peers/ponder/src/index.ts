import { ponder } from 'ponder:registry';
import { holding, invoice, logged } from 'ponder:schema';

const row = (event: any, kind: string) => ({
  id: event.id,
  block: event.block.number,
  logIndex: event.log.logIndex,
  transaction: event.transaction.hash,
  kind,
  invoice: event.args.invoice,
  intent: event.args.intent,
});

ponder.on('Ledger:InvoiceSubmitted', async ({ event, context }: any) => {
  const { invoice: id, ...fields } = event.args;
  const block = event.block.number;
  await context.db.insert(invoice).values({
    id, ...fields, state: 'SUBMITTED', submittedBlock: block, changedBlock: block,
  });
  await context.db.insert(logged).values(row(event, 'InvoiceSubmitted'));
});

ponder.on('Ledger:InvoiceConfirmed', async ({ event, context }: any) => {
  const { invoice: id, record, irrevocable } = event.args;
  const block = event.block.number;
  await context.db.update(invoice, { id }).set({ state: 'CONFIRMED', changedBlock: block });
  await context.db.insert(holding).values({
    receivable: id, holder: Number(record & 0xffffffffn), record, irrevocable, block,
  });
  await context.db.insert(logged).values(row(event, 'InvoiceConfirmed'));
});
