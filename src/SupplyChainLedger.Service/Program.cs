Console.WriteLine("SupplyChainLedger");
