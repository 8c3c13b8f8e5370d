import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import {
  AddToBasket,
  CancelOrder,
  CheckoutBasket,
  ClearBasket,
  GetBasket,
  GetBill,
  GetConsumer,
  GetCourier,
  GetDelivery,
  GetMenu,
  GetMenuItem,
  GetOrder,
  GetOrderDetails,
  GetRestaurant,
  GetTicket,
  ListOrderHistory,
  ListOrders,
  ListRestaurants,
  PlaceOrder,
  SetBasketLine,
  type OperationName,
  type Clock,
  type IdGenerator,
  type Payments,
} from '@rungs/application';
import {
  HmacCursorCodec,
  LocalPayments,
  SqlReads,
  SystemClock,
  TypeormUnitOfWork,
  UuidV7Generator,
  type DataSource,
} from '@rungs/persistence';

/** Injection token of the Reads port; use cases themselves are injected by their class. */
export const READS = Symbol('Reads');

export interface UseCasesOptions {
  /** Connected; whoever opened it destroys it. */
  readonly dataSource: DataSource;
  /** Signs the cursors of lists: at least 16 characters, the same in every process of an installation. */
  readonly cursorSecret: string;
  readonly clock?: Clock;
  readonly ids?: IdGenerator;
  readonly payments?: Payments;
}

/** The shipped composition: every use case over PostgreSQL. Tests serve the same one. */
@Module({})
export class UseCasesModule {
  static forRoot(options: UseCasesOptions): DynamicModule {
    const providers = providersOf(options);
    return { module: UseCasesModule, global: true, providers, exports: providers };
  }
}

function providersOf({ dataSource, cursorSecret, ...replaced }: UseCasesOptions): Provider[] {
  const clock = replaced.clock ?? new SystemClock();
  const ids = replaced.ids ?? new UuidV7Generator();
  const payments = replaced.payments ?? new LocalPayments();
  const reads = new SqlReads(dataSource);
  const unitOfWork = new TypeormUnitOfWork(dataSource);
  const cursors = new HmacCursorCodec(cursorSecret);

  // Held against the catalogue: a built operation without a use case does not compile.
  const useCases = {
    getConsumer: new GetConsumer(reads),
    getRestaurant: new GetRestaurant(reads),
    listRestaurants: new ListRestaurants(reads, cursors),
    getMenu: new GetMenu(reads),
    getMenuItem: new GetMenuItem(reads),
    getBasket: new GetBasket(reads),
    addToBasket: new AddToBasket(unitOfWork, clock),
    setBasketLine: new SetBasketLine(unitOfWork, clock),
    clearBasket: new ClearBasket(unitOfWork, clock),
    checkoutBasket: new CheckoutBasket(unitOfWork, payments, clock, ids),
    getOrder: new GetOrder(reads),
    listOrders: new ListOrders(reads, cursors),
    getOrderDetails: new GetOrderDetails(reads),
    listOrderHistory: new ListOrderHistory(reads, cursors),
    placeOrder: new PlaceOrder(unitOfWork, payments, clock, ids),
    cancelOrder: new CancelOrder(unitOfWork, payments, clock),
    getTicket: new GetTicket(reads),
    getDelivery: new GetDelivery(reads),
    getCourier: new GetCourier(reads),
    getBill: new GetBill(reads),
  } satisfies Record<OperationName, object>;

  return [
    { provide: READS, useValue: reads },
    ...Object.values(useCases).map((useCase): Provider => ({ provide: useCase.constructor, useValue: useCase })),
  ];
}
