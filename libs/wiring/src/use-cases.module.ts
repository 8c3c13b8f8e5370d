import { Module, type DynamicModule, type OnModuleDestroy, type Provider } from '@nestjs/common';
import {
  AcceptTicket,
  AcceptTickets,
  AddToBasket,
  AssignCourier,
  CancelOrder,
  CheckoutBasket,
  ClearBasket,
  DeletePhoto,
  FinishPreparing,
  FollowOrder,
  FreshKeys,
  GetBasket,
  GetBill,
  GetConsumer,
  GetCourier,
  GetDelivery,
  GetMenu,
  GetMenuImport,
  GetMenuItem,
  GetOrder,
  GetOrderDetails,
  GetPhoto,
  GetRestaurant,
  GetTicket,
  GetTrack,
  ImportMenu,
  ListConsumers,
  ListCouriers,
  ListDeliveries,
  ListOrderHistory,
  ListOrders,
  ListRestaurants,
  ListTickets,
  MenuImporter,
  NoteDelivered,
  NotePickedUp,
  OpenRestaurant,
  PlaceOrder,
  RefundBill,
  RegisterConsumer,
  RejectTicket,
  ReplaceMenu,
  ReportLocation,
  ReviseOrder,
  SetBasketLine,
  SetOnDuty,
  SetPhoto,
  StartPreparing,
  UpdateConsumer,
  UpdateMenuItem,
  UpdateRestaurant,
  type Clock,
  type Counts,
  type IdGenerator,
  type LoadingScope,
  type OperationName,
  type Payments,
  type Reads,
} from '@rungs/application';
import {
  HmacCursorCodec,
  loadedCounts,
  loadedReads,
  LocalPayments,
  ParsedMenuCsv,
  PgEventFeed,
  RequestStatements,
  separateReads,
  SystemClock,
  TypeormUnitOfWork,
  UuidV7Generator,
  type DataSource,
} from '@rungs/persistence';
import { MenuImportWorker } from './menu-import-worker.ts';

/** What ends with the application. */
export const ENDINGS = Symbol('Endings');

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
  /** Tells how a request wants its reads to be loaded; without one, reads of one tick share theirs. */
  readonly loading?: LoadingScope;
  /** What use cases read and count through, made of the ports as they are: where a test has one of them fail. */
  readonly readsThrough?: <P extends Reads | Counts>(port: P) => P;
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
  const payments = replaced.payments ?? new LocalPayments(ids);
  const plainReads = separateReads(dataSource);
  const statements = new RequestStatements(dataSource, replaced.loading);
  const loaded = loadedReads(statements);
  const reads = replaced.readsThrough?.(loaded) ?? loaded;
  const counted = loadedCounts(statements);
  const counts = replaced.readsThrough?.(counted) ?? counted;
  const unitOfWork = new TypeormUnitOfWork(dataSource);
  const cursors = new HmacCursorCodec(cursorSecret);
  const feed = new PgEventFeed(dataSource);

  const worker = new MenuImportWorker(new MenuImporter(unitOfWork, clock, ids));

  // Held against the catalogue: an operation without a use case does not compile.
  const useCases = {
    getConsumer: new GetConsumer(reads),
    listConsumers: new ListConsumers(reads, counts, cursors),
    registerConsumer: new RegisterConsumer(unitOfWork, clock, ids),
    // What changes something is the same in every way of loading, the reads that it needs included.
    updateConsumer: new UpdateConsumer(plainReads, unitOfWork, clock),

    getRestaurant: new GetRestaurant(reads),
    listRestaurants: new ListRestaurants(reads, counts, cursors),
    openRestaurant: new OpenRestaurant(unitOfWork, clock, ids),
    updateRestaurant: new UpdateRestaurant(unitOfWork, clock),
    getMenu: new GetMenu(reads),
    replaceMenu: new ReplaceMenu(unitOfWork, clock, ids),
    getMenuItem: new GetMenuItem(reads),
    updateMenuItem: new UpdateMenuItem(unitOfWork, clock),
    importMenu: new ImportMenu(unitOfWork, clock, ids, new ParsedMenuCsv(), worker),
    getMenuImport: new GetMenuImport(reads),
    getPhoto: new GetPhoto(reads),
    setPhoto: new SetPhoto(unitOfWork, clock),
    deletePhoto: new DeletePhoto(unitOfWork, clock),

    getBasket: new GetBasket(reads),
    addToBasket: new AddToBasket(unitOfWork, clock),
    setBasketLine: new SetBasketLine(unitOfWork, clock),
    clearBasket: new ClearBasket(unitOfWork, clock),
    checkoutBasket: new CheckoutBasket(unitOfWork, payments, clock, ids),

    getOrder: new GetOrder(reads),
    listOrders: new ListOrders(reads, counts, cursors),
    getOrderDetails: new GetOrderDetails(reads),
    listOrderHistory: new ListOrderHistory(reads, counts, cursors),
    placeOrder: new PlaceOrder(unitOfWork, payments, clock, ids),
    reviseOrder: new ReviseOrder(unitOfWork, payments, clock),
    cancelOrder: new CancelOrder(unitOfWork, payments, clock),

    getTicket: new GetTicket(reads),
    listTickets: new ListTickets(reads, counts, cursors),
    acceptTicket: new AcceptTicket(unitOfWork, clock),
    rejectTicket: new RejectTicket(unitOfWork, payments, clock),
    startPreparing: new StartPreparing(unitOfWork, clock),
    finishPreparing: new FinishPreparing(unitOfWork, clock),
    acceptTickets: new AcceptTickets(unitOfWork, clock),

    getDelivery: new GetDelivery(reads),
    listDeliveries: new ListDeliveries(reads, counts, cursors),
    getTrack: new GetTrack(reads, cursors),
    assignCourier: new AssignCourier(unitOfWork, clock),
    notePickedUp: new NotePickedUp(unitOfWork, clock),
    noteDelivered: new NoteDelivered(unitOfWork, payments, clock),
    reportLocation: new ReportLocation(unitOfWork, clock),
    getCourier: new GetCourier(reads),
    listCouriers: new ListCouriers(reads, counts, cursors),
    setOnDuty: new SetOnDuty(plainReads, unitOfWork, clock),

    getBill: new GetBill(reads),
    refundBill: new RefundBill(unitOfWork, payments, clock),
  } satisfies Record<OperationName, object>;

  return [
    { provide: READS, useValue: reads },
    { provide: FreshKeys, useValue: new FreshKeys(ids) },
    { provide: MenuImportWorker, useValue: worker },
    { provide: FollowOrder, useValue: new FollowOrder(feed, clock) },
    // Before the server is closed, which would wait for the streams of those who follow.
    { provide: ENDINGS, useValue: { onModuleDestroy: () => feed.close() } satisfies OnModuleDestroy },
    ...Object.values(useCases).map((useCase): Provider => ({ provide: useCase.constructor, useValue: useCase })),
  ];
}
