// Generated from the documents of our clients by trusted-documents.mjs.

/** Texts by their SHA-256. */
export const TRUSTED_DOCUMENTS: ReadonlyMap<string, string> = new Map([
  [
    '06f2601e7e6ef480a699a3ae6c60bafdf95623e46ba88a0886c655aff4bef606',
    'mutation RegisterConsumer($input: RegisterConsumerInput!) { payload: registerConsumer(input: $input) { result: consumer { id: consumerId version name { first last } email addresses { street city postalCode country } } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } } } }',
  ],
  [
    '08d3fe462a1562584d3cbff7e8e47bbd7d3e2c77300ea9d0d53d77e792c9cb62',
    'query OrderHistory($consumerId: ID!, $first: Int!) { orderHistory(consumerId: $consumerId, first: $first) { nodes { placedAt state restaurantName itemCount total { amount currency } deliveryState } } }',
  ],
  [
    '08da4dfa908cb0558a97467a701bfa6e47b58623829d774a5891141994983a93',
    'mutation AcceptTickets($input: AcceptTicketsInput!) { payload: acceptTickets(input: $input) { result: acceptances { orderId ticket { orderId version state readyBy acceptedAt preparingAt readyAt rejectionReason } userError { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } ... on TicketNotAcceptableRefusal { state } ... on ReadyByOutOfRangeRefusal { earliest latest } } } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } } } }',
  ],
  [
    '0d10aaf75196ad05e621eeb0340402f0f967b67d36460dc2afe7c9dc98ac1e58',
    'mutation DishesToOrder($input: PlaceOrderInput!) { placeOrder(input: $input) { order { state lineItems { name quantity } deliveryAddress { street city } total { amount currency } } userErrors { code message } } }',
  ],
  [
    '110cf6a34f5652119cfbdaad2143b1fe4098cdcfc4af6c41d140c51bd693c110',
    'mutation NotePickedUp($input: NotePickedUpInput!) { payload: notePickedUp(input: $input) { result: delivery { orderId version state pickupAddress { street city postalCode country } deliveryAddress { street city postalCode country } courierId estimatedAt pickedUpAt deliveredAt lastLocation { lat lon at } courierPhone } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } ... on PickupNotAllowedRefusal { state } } } }',
  ],
  [
    '1a6ef494c604112dd366ec030057f23eafe3ea782d03947d436ddeb87d417f07',
    'query OrderHistory($consumerId: ID!, $first: Int, $after: String) {\n  orderHistory(consumerId: $consumerId, first: $first, after: $after) {\n    edges {\n      cursor\n      node {\n        state\n        placedAt\n        restaurantName\n        itemCount\n        total {\n          amount\n          currency\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n}\n',
  ],
  [
    '1f735f34fee12fb027029a4ae1d0a9cbd3b0350aa273dee27941425d65916084',
    'query GetMenu($id: ID!) { menu(restaurantId: $id) { restaurantId version items { id: menuItemId version name description price { amount currency } available tags photo { contentType byteLength } } } }',
  ],
  [
    '23239a04415629af88b944e997c76d8433ae0bfe43868d0e4f9a331cb6e7f03b',
    'query ListDeliveries($first: Int, $after: String, $last: Int, $before: String, $filter: DeliveryFilter) { deliveries(first: $first, after: $after, last: $last, before: $before, filter: $filter) { nodes { orderId version state pickupAddress { street city postalCode country } deliveryAddress { street city postalCode country } courierId estimatedAt pickedUpAt deliveredAt lastLocation { lat lon at } courierPhone } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }',
  ],
  [
    '26855efe0eab54180af616a80b24c66856bea86cd0fa89c4213be3b72d6e14ab',
    'subscription FollowOrder($orderId: ID!) {\n  orderEvents(orderId: $orderId) {\n    __typename\n    ... on OrderStateChanged {\n      eventId\n      action\n      at\n      orderState\n      ticketState\n      deliveryState\n    }\n    ... on OrderLocationReported {\n      eventId\n      location {\n        lat\n        lon\n        at\n      }\n    }\n    ... on OrderFollowingEnded {\n      reason\n    }\n  }\n}\n',
  ],
  [
    '2f821c92663f149e1522d80f3867acf99d823c0fa71382c8a17c3458593bea32',
    'mutation PlaceOrder($input: PlaceOrderInput!) { payload: placeOrder(input: $input) { result: order { id: orderId version consumerId restaurantId state lineItems { menuItemId name unitPrice { amount currency } quantity } deliveryAddress { street city postalCode country } deliveryNote placedAt total { amount currency } } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } ... on RestaurantClosedRefusal { restaurantId } ... on MenuItemUnavailableRefusal { menuItemId name } ... on PaymentDeclinedRefusal { total { amount currency } } } } }',
  ],
  [
    '30b4c949c64fce430438441237fc401590f2b0feddd3d243cdfd8e758cccc610',
    'query DeliveryOfScreen($id: ID!) { delivery(orderId: $id) { state estimatedAt lastLocation { lat lon } courierId } }',
  ],
  [
    '32deb6040419ed5817013cb6b8da6640ba4eb52e7a83494fc7c4187d00184875',
    'mutation OpenRestaurant($input: OpenRestaurantInput!) { payload: openRestaurant(input: $input) { result: restaurant { id: restaurantId version name address { street city postalCode country } cuisine open location { lat lon } currency } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } } } }',
  ],
  [
    '335ce2f026967bb539d84032726017ad2920690f3bfa28133a1b00357f4a64f2',
    'query OrderToCancel($id: ID!) { order(id: $id) { state version availableActions } }',
  ],
  [
    '381faa0f792b71204986114cd83693862b03d8cf2cefb8fc271273abd62796a9',
    'mutation ReportLocation($input: ReportLocationInput!) { payload: reportLocation(input: $input) { result: ping { lat lon at } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } ... on LocationNotReportableRefusal { state } } } }',
  ],
  [
    '385389d887e8705153083a112cf6a1c01a689f0a45922544138fe55a7b3930ff',
    'query MenuOfScreen($id: ID!) { menu(restaurantId: $id) { items { name price { amount currency } available } } }',
  ],
  [
    '3a00d199f239dde96bf21cddc1c4d118730c9b71faa4f58aafa41927fc120675',
    'mutation ReplaceMenu($input: ReplaceMenuInput!) { payload: replaceMenu(input: $input) { result: menu { restaurantId version items { id: menuItemId version name description price { amount currency } available tags photo { contentType byteLength } } } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } } } }',
  ],
  [
    '3bd3e84603e87a683fafab9ad070af68f31dac30fe67bd32245f5e5c0f002a1b',
    'mutation BasketToOrder($input: CheckoutBasketInput!) { checkoutBasket(input: $input) { order { state lineItems { name quantity } deliveryAddress { street city } total { amount currency } } userErrors { code message } } }',
  ],
  [
    '3eee5a81c3bf85323205d1386677d629e827896a1ed4d30d3412dd8637a3d3e3',
    'query GetOrderDetails( $id: ID! $consumer: Boolean! $restaurant: Boolean! $ticket: Boolean! $delivery: Boolean! $courier: Boolean! $bill: Boolean! ) { order(id: $id) { id: orderId version consumerId restaurantId state lineItems { menuItemId name unitPrice { amount currency } quantity } deliveryAddress { street city postalCode country } deliveryNote placedAt total { amount currency } consumer @include(if: $consumer) { id: consumerId version name { first last } email addresses { street city postalCode country } } restaurant @include(if: $restaurant) { id: restaurantId version name address { street city postalCode country } cuisine open } ticket @include(if: $ticket) { orderId version state readyBy acceptedAt preparingAt readyAt rejectionReason } delivery @include(if: $delivery) { orderId version state pickupAddress { street city postalCode country } deliveryAddress { street city postalCode country } courierId estimatedAt pickedUpAt deliveredAt lastLocation { lat lon at } courierPhone } delivery @include(if: $courier) { courier { id: courierId version name vehicle phone onDuty currentDeliveryId } } bill @include(if: $bill) { orderId lines { name unitPrice { amount currency } quantity total { amount currency } } subtotal { amount currency } deliveryFee { amount currency } serviceFee { amount currency } tax { amount currency } total { amount currency } paymentState authorizationCode refunds { amount { amount currency } reason refundedAt } } } }',
  ],
  [
    '40735d9e334e7d7eac6026e2933b4f4fe0d1b03247c3539fdd3279003a8ca706',
    'mutation CancelTooLate($input: CancelOrderInput!) {\n  cancelOrder(input: $input) {\n    order {\n      state\n    }\n    userErrors {\n      __typename\n      code\n      message\n      ... on OrderNotCancellableRefusal {\n        state\n      }\n    }\n  }\n}\n',
  ],
  [
    '43e28f1fea5069117af145de90bbc78a18ebfa13ff67f3206d2d27cdaa943121',
    'query DeliveryOfHistory($id: ID!) { delivery(orderId: $id) { state } }',
  ],
  [
    '45ce739ff1477b99e50327f1f96f6aefa45bd701378ee7912473bdb1c31b6c1f',
    'mutation RefundBill($input: RefundBillInput!) { payload: refundBill(input: $input) { result: bill { orderId lines { name unitPrice { amount currency } quantity total { amount currency } } subtotal { amount currency } deliveryFee { amount currency } serviceFee { amount currency } tax { amount currency } total { amount currency } paymentState authorizationCode refunds { amount { amount currency } reason refundedAt } } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } ... on BillNotRefundableRefusal { state: paymentState } ... on RefundExceedsPaymentRefusal { refundable { amount currency } } } } }',
  ],
  [
    '4657d64d24726aa5f0ddee160f9f03efe5fb666227b037c6929d5fc0f8ebe605',
    'query GetOrder($id: ID!) { order(id: $id) { id: orderId version consumerId restaurantId state lineItems { menuItemId name unitPrice { amount currency } quantity } deliveryAddress { street city postalCode country } deliveryNote placedAt total { amount currency } } }',
  ],
  [
    '47043aaef555c00495cef6aa404aefba67441f72e865f8906cd5ccbffdd37b54',
    'query RestaurantOfHistory($id: ID!) { restaurant(id: $id) { name } }',
  ],
  [
    '48a7e38102a89c193e7d750dae8483969c09b10ebf43ba8d9e9b3df8929e5436',
    'mutation UpdateRestaurant($input: UpdateRestaurantInput!) { payload: updateRestaurant(input: $input) { result: restaurant { id: restaurantId version name address { street city postalCode country } cuisine open location { lat lon } currency } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } } } }',
  ],
  [
    '4940514ce3353f4cb3e7f3239b65950c9a9460b1f7e10638299d2ccf01d3b08b',
    'mutation CancelOrder($input: CancelOrderInput!) { payload: cancelOrder(input: $input) { result: order { id: orderId version consumerId restaurantId state lineItems { menuItemId name unitPrice { amount currency } quantity } deliveryAddress { street city postalCode country } deliveryNote placedAt total { amount currency } } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } ... on OrderNotCancellableRefusal { state } } } }',
  ],
  [
    '55e7363cccb9e985926890dbe663fb48607a32f16069986ac20f3c997aa75747',
    'query ListCouriers($first: Int, $after: String, $last: Int, $before: String, $filter: CourierFilter) { couriers(first: $first, after: $after, last: $last, before: $before, filter: $filter) { nodes { id: courierId version name vehicle phone onDuty currentDeliveryId } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }',
  ],
  [
    '56b97136f5dc4052a56420fe6936569551e9a5dba3f52d0a5d43fe68e70dddf3',
    'query ListOrders($first: Int, $after: String, $last: Int, $before: String, $filter: OrderFilter, $sort: OrderSort!) { orders(first: $first, after: $after, last: $last, before: $before, filter: $filter, sort: $sort) { nodes { id: orderId version consumerId restaurantId state lineItems { menuItemId name unitPrice { amount currency } quantity } deliveryAddress { street city postalCode country } deliveryNote placedAt total { amount currency } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }',
  ],
  [
    '58efa6fac8edd2c05227e3211fa91109e78803c6be87199fb6e537ec55376f58',
    'query GetCourier($id: ID!) { courier(id: $id) { id: courierId version name vehicle phone onDuty currentDeliveryId } }',
  ],
  [
    '5a418e9e51e4272678cb65cae2203486a8e53c3c499257e1cede4b723a75f5d8',
    'mutation ImportMenu($input: ImportMenuInput!) { payload: importMenu(input: $input) { result: menuImport { id: menuImportId restaurantId state requestedAt lineCount lines { line menuItemId userError { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } } } } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } } } }',
  ],
  [
    '611289f84a225916485c9a3432679ae03ab6880a514496485f9bdd91d09b40b2',
    'mutation DeletePhoto($input: DeletePhotoInput!) { payload: deletePhoto(input: $input) { result: menuItem { id: menuItemId version name description price { amount currency } available tags photo { contentType byteLength } } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } } } }',
  ],
  [
    '61168488aa72b1f69a16cabdf58e4de95925970fbd4b21183c8f675aee9728fa',
    'query OrderHistoryScreen($consumerId: ID!, $first: Int!) { orders(first: $first, filter: { consumerId: $consumerId }) { nodes { placedAt state lineItems { quantity } total { amount currency } restaurant { name } delivery { state } } } }',
  ],
  [
    '6252b631bc8cb22342271d6fc3e53faeaf9e4a8fe70129fe43aaf39fd1afae80',
    'mutation DishToBasket($input: AddToBasketInput!) { addToBasket(input: $input) { basket { version } userErrors { code message } } }',
  ],
  [
    '64dcb37301e0599da60e757a83f10323b1bdf4668a3cf17a8367282baadc2b13',
    'mutation FinishPreparing($input: FinishPreparingInput!) { payload: finishPreparing(input: $input) { result: ticket { orderId version state readyBy acceptedAt preparingAt readyAt rejectionReason } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } ... on PreparationNotFinishableRefusal { state } } } }',
  ],
  [
    '6626f24289cd6f2cc915b234d84f6eb1a3cf43c51953b2fbde1435e5c1c5eb11',
    'query GetBasket($consumerId: ID!, $restaurantId: ID!) { basket(consumerId: $consumerId, restaurantId: $restaurantId) { consumerId restaurantId version lines { menuItemId name unitPrice { amount currency } quantity total { amount currency } available } charges { subtotal { amount currency } deliveryFee { amount currency } serviceFee { amount currency } tax { amount currency } total { amount currency } } } }',
  ],
  [
    '667c5c2cae0e0d75bdd1744eb345e2ab64e9ec28d6a1a10cfd0b14df0b2b98ba',
    'mutation SetBasketLine($input: SetBasketLineInput!) { payload: setBasketLine(input: $input) { result: basket { consumerId restaurantId version lines { menuItemId name unitPrice { amount currency } quantity total { amount currency } available } charges { subtotal { amount currency } deliveryFee { amount currency } serviceFee { amount currency } tax { amount currency } total { amount currency } } } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } ... on MenuItemUnavailableRefusal { menuItemId name } } } }',
  ],
  [
    '69cd87361288adbaa236132813000852de500b9e64506f0f838d6ef4f18cabba',
    'mutation AssignCourier($input: AssignCourierInput!) { payload: assignCourier(input: $input) { result: delivery { orderId version state pickupAddress { street city postalCode country } deliveryAddress { street city postalCode country } courierId estimatedAt pickedUpAt deliveredAt lastLocation { lat lon at } courierPhone } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } ... on CourierNotAssignableRefusal { state } ... on CourierUnavailableRefusal { orderId } } } }',
  ],
  [
    '6b47c7f3484d4df150327476a88d31310210cd45be97ce7f9713cb17375f145a',
    'query GetMenuImport($restaurantId: ID!, $menuImportId: ID!) { menuImport(restaurantId: $restaurantId, menuImportId: $menuImportId) { id: menuImportId restaurantId state requestedAt lineCount lines { line menuItemId userError { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } } } } }',
  ],
  [
    '6d75468adfc7fc6514763ae530909f5131eb9e8e6477d09c7c5cb5ce366cdb66',
    'query GetDelivery($id: ID!) { delivery(orderId: $id) { orderId version state pickupAddress { street city postalCode country } deliveryAddress { street city postalCode country } courierId estimatedAt pickedUpAt deliveredAt lastLocation { lat lon at } courierPhone } }',
  ],
  [
    '6df1a85ef3d79f3a14b67c6baee24914742161f78c334dbb628200192f67c710',
    'query GetRestaurant($id: ID!) { restaurant(id: $id) { id: restaurantId version name address { street city postalCode country } cuisine open location { lat lon } currency } }',
  ],
  [
    '7557a2511fd7780a689eed408389022dbd8a7fea739b365315c6ca20f854593a',
    'mutation AcceptTicket($input: AcceptTicketInput!) { payload: acceptTicket(input: $input) { result: ticket { orderId version state readyBy acceptedAt preparingAt readyAt rejectionReason } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } ... on TicketNotAcceptableRefusal { state } ... on ReadyByOutOfRangeRefusal { earliest latest } } } }',
  ],
  [
    '75dfa49574f273831d7b77ac13945113941aaee34e8365d98118ba4756db26b3',
    'mutation TicketAccepted($input: AcceptTicketInput!) { acceptTicket(input: $input) { ticket { state } userErrors { code message } } }',
  ],
  [
    '795a0ab31243fb85763d2ba0725f387bd5c35a2d7cea15a5c9ccbd8731d4e4ec',
    'query OrdersOfHistory($consumerId: ID!, $first: Int!) { orders(first: $first, filter: { consumerId: $consumerId }) { nodes { orderId restaurantId placedAt state lineItems { quantity } total { amount currency } } } }',
  ],
  [
    '7b72ef7fc22520fb40e7d704f4da45569cf0313620a8e897a4305f21132574cf',
    'query RestaurantsOfList($first: Int!) { restaurants(first: $first) { nodes { name cuisine } } }',
  ],
  [
    '7d43baeaa87730b389770e83fb46a6c77b870eb52c05186f9cef202205493271',
    'mutation NoteDelivered($input: NoteDeliveredInput!) { payload: noteDelivered(input: $input) { result: delivery { orderId version state pickupAddress { street city postalCode country } deliveryAddress { street city postalCode country } courierId estimatedAt pickedUpAt deliveredAt lastLocation { lat lon at } courierPhone } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } ... on DropoffNotAllowedRefusal { state } } } }',
  ],
  [
    '7f848450633c37f82ec38e90bb8bcf115bc45a76a5a6266866922d637103f238',
    'query ListRestaurants($first: Int, $after: String, $last: Int, $before: String, $filter: RestaurantFilter) { restaurants(first: $first, after: $after, last: $last, before: $before, filter: $filter) { nodes { id: restaurantId version name address { street city postalCode country } cuisine open location { lat lon } currency } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }',
  ],
  [
    '8a6febf82e066d2716780e8c216b536c6311318184a5433e90c7b954b59e790d',
    'query GetMenuItem($restaurantId: ID!, $menuItemId: ID!) { menuItem(restaurantId: $restaurantId, menuItemId: $menuItemId) { id: menuItemId version name description price { amount currency } available tags photo { contentType byteLength } } }',
  ],
  [
    '8b07a2f4139c8e0fab5ee1c378a84aec8051f6868165560609142e8d812191b8',
    'query CourierOfScreen($id: ID!) { courier(id: $id) { name vehicle } }',
  ],
  [
    '989433a3a1972a9f04be8ef8dcde6711cb1b413b4308e91379dc0c98a39aa687',
    'query GetPhoto($restaurantId: ID!, $menuItemId: ID!) { photo(restaurantId: $restaurantId, menuItemId: $menuItemId) { contentType data } }',
  ],
  [
    '9d3af2df1a981a8f0f8482c8d07893627c06051cfce46985da8e03ba4fd1dcbf',
    'mutation ReviseOrder($input: ReviseOrderInput!) { payload: reviseOrder(input: $input) { result: order { id: orderId version consumerId restaurantId state lineItems { menuItemId name unitPrice { amount currency } quantity } deliveryAddress { street city postalCode country } deliveryNote placedAt total { amount currency } } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } ... on OrderNotRevisableRefusal { state } ... on RestaurantClosedRefusal { restaurantId } ... on MenuItemUnavailableRefusal { menuItemId name } ... on PaymentDeclinedRefusal { total { amount currency } } } } }',
  ],
  [
    'a21b9b722f7169f80708c952fbaa7f2f8efff9686f8c31262554ec9d6bd06137',
    'query StateOfOrder($id: ID!) { order(id: $id) { state } }',
  ],
  [
    'a5ccfd4d8213d2c1da2c9dd47aef155a7c79dc2406a7b66e3f2f4762571467e2',
    'query ListTickets($first: Int, $after: String, $last: Int, $before: String, $filter: TicketFilter) { tickets(first: $first, after: $after, last: $last, before: $before, filter: $filter) { nodes { orderId version state readyBy acceptedAt preparingAt readyAt rejectionReason } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }',
  ],
  [
    'a61f6dcc35960635f311e38e2aa055f636bf7405f3c6316072715a4142d95909',
    'mutation UpdateMenuItem($input: UpdateMenuItemInput!) { payload: updateMenuItem(input: $input) { result: menuItem { id: menuItemId version name description price { amount currency } available tags photo { contentType byteLength } } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } } } }',
  ],
  [
    'ab14d751fa6c25a6650ac69be2ca7b1df19995553a38a7bdd3cce5a52152627b',
    'query GetTrack($id: ID!, $first: Int, $after: String, $last: Int, $before: String) { track(orderId: $id, first: $first, after: $after, last: $last, before: $before) { nodes { lat lon at } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }',
  ],
  [
    'ab3b5a04e4964a11eed20bf49122caa0212378fecc4b7e06132bf6cd0e13863c',
    'mutation Several($addToBasket1: AddToBasketInput!, $addToBasket2: AddToBasketInput!) { addToBasket1: addToBasket(input: $addToBasket1) { basket { version } userErrors { code message } } addToBasket2: addToBasket(input: $addToBasket2) { basket { version } userErrors { code message } } }',
  ],
  [
    'adffd15aee37fe5ad3118d6c475dae37d90b03493c2bc2139e7892cff6059dc8',
    'query OrderDetails($id: ID!) {\n  order(id: $id) {\n    id\n    state\n    placedAt\n    lineItems {\n      quantity\n      name\n    }\n    total {\n      amount\n      currency\n    }\n    availableActions\n    consumer {\n      name {\n        first\n        last\n      }\n    }\n    restaurant {\n      name\n    }\n    ticket {\n      state\n      readyBy\n    }\n    delivery {\n      state\n      estimatedAt\n      courier {\n        name\n        vehicle\n      }\n    }\n    bill {\n      paymentState\n    }\n  }\n}\n',
  ],
  [
    'b03c98d84fbe90fd977ca880262977bc2be06d51903f4a0393f1d9e0c9a9bc87',
    'mutation AddToBasket($input: AddToBasketInput!) { payload: addToBasket(input: $input) { result: basket { consumerId restaurantId version lines { menuItemId name unitPrice { amount currency } quantity total { amount currency } available } charges { subtotal { amount currency } deliveryFee { amount currency } serviceFee { amount currency } tax { amount currency } total { amount currency } } } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } ... on MenuItemUnavailableRefusal { menuItemId name } } } }',
  ],
  [
    'b38efb3a254a27462cd3e6aca2ae2292ac1416e7950f29ef7683ff55bb79e2f2',
    'query NearestRestaurants($near: LocationInput!) {\n  restaurants(first: 3, filter: { open: true, near: $near }) {\n    nodes {\n      id\n      name\n      cuisine\n      menu {\n        items {\n          name\n          price {\n            amount\n            currency\n          }\n          available\n        }\n      }\n    }\n  }\n}\n',
  ],
  [
    'b82dfee63edc36d40e45b4500513c484aba59bc463546576c78ac384c23ac853',
    'query ListOrderHistory($consumerId: ID!, $first: Int, $after: String, $last: Int, $before: String) { orderHistory(consumerId: $consumerId, first: $first, after: $after, last: $last, before: $before) { nodes { orderId state placedAt restaurantId restaurantName itemCount total { amount currency } deliveryState } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }',
  ],
  [
    'bf0b9ba7daa17efff4601974226e06eaed304e9a1451cd6cab207563660bb4e2',
    'mutation StartPreparing($input: StartPreparingInput!) { payload: startPreparing(input: $input) { result: ticket { orderId version state readyBy acceptedAt preparingAt readyAt rejectionReason } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } ... on PreparationNotStartableRefusal { state } } } }',
  ],
  [
    'bff95c27e2045220eef4775ecf624f2f72c0fd07c275a4cb86b2a3457383cd87',
    'query BillOfScreen($id: ID!) { bill(orderId: $id) { total { amount currency } paymentState } }',
  ],
  [
    'c04e54a1e2988342cc0e96d2cecbafbd403662aaa6b2cf86d891f090dd059cc3',
    'query ConsumerOfScreen($id: ID!) { consumer(id: $id) { name { first last } } }',
  ],
  [
    'c163c2bf81052c0c7add3a9ad3432b4d7378432dc03329c5a28517c1f7e58e45',
    'mutation Several($acceptTicket1: AcceptTicketInput!, $acceptTicket2: AcceptTicketInput!, $acceptTicket3: AcceptTicketInput!) { acceptTicket1: acceptTicket(input: $acceptTicket1) { ticket { state } userErrors { code message } } acceptTicket2: acceptTicket(input: $acceptTicket2) { ticket { state } userErrors { code message } } acceptTicket3: acceptTicket(input: $acceptTicket3) { ticket { state } userErrors { code message } } }',
  ],
  [
    'c30425b90e65849a72101206e1d77dc98e0e85a2d8ee7227e0de0a3aa91af42c',
    'mutation PlaceOrder($input: PlaceOrderInput!) {\n  placeOrder(input: $input) {\n    order {\n      id\n      state\n      total {\n        amount\n        currency\n      }\n      availableActions\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n}\n',
  ],
  [
    'c5d8cb33816ec8bb5216df9a2b7a6ec485b1d60f3c5611a4ca48e2ee8c097e44',
    'query OrderOfScreen($id: ID!) { order(id: $id) { state placedAt lineItems { name quantity } deliveryAddress { street city } consumerId restaurantId } }',
  ],
  [
    'd52e4245fbe7025266c1addc74d60679aa07aa9d78637f851d6c3c38622b727b',
    'query RestaurantOfScreen($id: ID!) { restaurant(id: $id) { name address { city } } }',
  ],
  [
    'd8055575450fa05809a842756601ac121724964b062f09d39581f010a0fe0d52',
    'query OrderDetailsScreen($id: ID!) { order(id: $id) { state placedAt lineItems { name quantity } deliveryAddress { street city } consumer { name { first last } } restaurant { name address { city } } ticket { state readyBy } delivery { state estimatedAt lastLocation { lat lon } courier { name vehicle } } bill { total { amount currency } paymentState } } }',
  ],
  [
    'd839363c255758b0d7c90df093c9fd68787f136261fa7bb98ed56244f7ae74aa',
    'mutation TicketsAccepted($input: AcceptTicketsInput!) { acceptTickets(input: $input) { acceptances { ticket { state } userError { code message } } userErrors { code message } } }',
  ],
  [
    'dad1c2c36144cfb325edc3d8de950d60b15ee55b861dc5cd95a0e9fe439c8c20',
    'query GetBill($id: ID!) { bill(orderId: $id) { orderId lines { name unitPrice { amount currency } quantity total { amount currency } } subtotal { amount currency } deliveryFee { amount currency } serviceFee { amount currency } tax { amount currency } total { amount currency } paymentState authorizationCode refunds { amount { amount currency } reason refundedAt } } }',
  ],
  [
    'db8befccf9f362c7d1c5c57749100ecfc1b940b89fcfbdce80494303419fff70',
    'mutation SetOnDuty($input: SetOnDutyInput!) { payload: setOnDuty(input: $input) { result: courier { id: courierId version name vehicle phone onDuty currentDeliveryId } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } ... on CourierBusyRefusal { courierId } } } }',
  ],
  [
    'dd270e6a49cdfacab1de4a96a763da59b0c7870c0be75ef3f1073ee6eaa53697',
    'query TicketOfScreen($id: ID!) { ticket(orderId: $id) { state readyBy } }',
  ],
  [
    'dea8c193f7219c94d8e97055e2769b79fc8e1efa825d04ded92d2d004790dcf6',
    'mutation UpdateConsumer($input: UpdateConsumerInput!) { payload: updateConsumer(input: $input) { result: consumer { id: consumerId version name { first last } email addresses { street city postalCode country } } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } } } }',
  ],
  [
    'e30262cd44fb7eaa2f59d218f93037fc97ca6490ce5e9ca489b170abb4657493',
    'mutation RejectTicket($input: RejectTicketInput!) { payload: rejectTicket(input: $input) { result: ticket { orderId version state readyBy acceptedAt preparingAt readyAt rejectionReason } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } ... on TicketNotRejectableRefusal { state } } } }',
  ],
  [
    'e4434ec402bbdbff00134ce2d4913c45ec7b3ed45bc88c38b0cc221467c857a1',
    'query KitchenBoard {\n  tickets(first: 10, filter: { states: [AWAITING_ACCEPTANCE, ACCEPTED, PREPARING] }) {\n    nodes {\n      orderId\n      version\n      state\n      readyBy\n      availableActions\n      order {\n        deliveryNote\n        lineItems {\n          quantity\n          name\n        }\n      }\n    }\n  }\n}\n',
  ],
  [
    'e63bd6333ed7dea4888e878908b3528a2296306b2dbd3d90c2879dbdf5027b07',
    'query GetTicket($id: ID!) { ticket(orderId: $id) { orderId version state readyBy acceptedAt preparingAt readyAt rejectionReason } }',
  ],
  [
    'eac522f8e69670c7b5974fb0aa746e6a05bfc0c4f04d3c34b00620a3439dcf26',
    'mutation SetPhoto($input: SetPhotoInput!) { payload: setPhoto(input: $input) { result: menuItem { id: menuItemId version name description price { amount currency } available tags photo { contentType byteLength } } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } } } }',
  ],
  [
    'efeec1cad98a056dc11f76103ab180c7239170b376404de6960d5187741959dc',
    'mutation ClearBasket($input: ClearBasketInput!) { payload: clearBasket(input: $input) { result: basket { consumerId restaurantId version lines { menuItemId name unitPrice { amount currency } quantity total { amount currency } available } charges { subtotal { amount currency } deliveryFee { amount currency } serviceFee { amount currency } tax { amount currency } total { amount currency } } } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } } } }',
  ],
  [
    'f2c32c88496442b7f9fa60b3cdc082d4fb0703002596f6dc1fbf686f8317c851',
    'mutation CheckoutBasket($input: CheckoutBasketInput!) { payload: checkoutBasket(input: $input) { result: order { id: orderId version consumerId restaurantId state lineItems { menuItemId name unitPrice { amount currency } quantity } deliveryAddress { street city postalCode country } deliveryNote placedAt total { amount currency } } userErrors { code message ... on NotFoundRefusal { id } ... on ForbiddenRefusal { operation role } ... on VersionRequiredRefusal { currentVersion } ... on StaleVersionRefusal { expectedVersion currentVersion } ... on InvalidInputRefusal { fieldErrors { path message } } ... on IdempotencyConflictRefusal { idempotencyKey } ... on UnavailableRefusal { part retryAfterSeconds } ... on BasketEmptyRefusal { restaurantId } ... on RestaurantClosedRefusal { restaurantId } ... on MenuItemUnavailableRefusal { menuItemId name } ... on PaymentDeclinedRefusal { total { amount currency } } } } }',
  ],
  [
    'f6f7794c4316db86d85b4f2bece17bc4a4ded44880e4cbec497a2fb3a4dd5678',
    'query ListConsumers($first: Int, $after: String, $last: Int, $before: String, $filter: ConsumerFilter) { consumers(first: $first, after: $after, last: $last, before: $before, filter: $filter) { nodes { id: consumerId version name { first last } email addresses { street city postalCode country } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }',
  ],
  [
    'f7c0567f09dffdf5475a035af20f8f7f0380063c3e2bf9251d0d6c34a9921f56',
    'query GetConsumer($id: ID!) { consumer(id: $id) { id: consumerId version name { first last } email addresses { street city postalCode country } } }',
  ],
  [
    'f9b44a6618b8f87a956ec53e97b4c2eb42db81ba06271c9730582b765dbe6b04',
    'query Node($id: ID!) {\n  node(id: $id) {\n    __typename\n    id\n    ... on Order {\n      state\n      placedAt\n    }\n  }\n}\n',
  ],
  [
    'fc38c4219382099396431e3971a6db54e99d52dac666ba5e7e664be7c694fc75',
    'mutation CancelOfScreen($input: CancelOrderInput!) { cancelOrder(input: $input) { order { state } userErrors { code message } } }',
  ],
]);
