namespace SupplyChainLedger.V1;

public partial class ListInvoicesRequest : IPageRequest;

public partial class ListInvoicesResponse : IPage;

public partial class ListReceivablesRequest : IPageRequest;

public partial class ListReceivablesResponse : IPage;

public partial class ListHoldingsRequest : IPageRequest;

public partial class ListHoldingsResponse : IPage;

public partial class ListFinancingsRequest : IPageRequest;

public partial class ListFinancingsResponse : IPage;

public partial class ListOffersRequest : IPageRequest;

public partial class ListOffersResponse : IPage;

public partial class ListExposuresRequest : IPageRequest;

public partial class ListExposuresResponse : IPage;

public partial class ListFinanceableRequest : IPageRequest;

public partial class ListFinanceableResponse : IPage;

public partial class ListOpportunitiesRequest : IPageRequest;

public partial class ListOpportunitiesResponse : IPage;

public partial class ListPaymentsRequest : IPageRequest;

public partial class ListPaymentsResponse : IPage;

public partial class ListDueRequest : IPageRequest;

public partial class ListDueResponse : IPage;

public partial class ListStopsRequest : IPageRequest;

public partial class ListStopsResponse : IPage;

public partial class ListDisputesRequest : IPageRequest;

public partial class ListDisputesResponse : IPage;

public partial class ListCreditNotesRequest : IPageRequest;

public partial class ListCreditNotesResponse : IPage;

public partial class ListRulesRequest : IPageRequest;

public partial class ListRulesResponse : IPage;
