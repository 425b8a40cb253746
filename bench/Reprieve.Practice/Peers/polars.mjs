// The nine merchant metrics of the review and the orders behind them, with polars.
// Usage: node polars.mjs FOLDER AS_OF ZONE STORE
import pl from 'nodejs-polars';
import { print } from './print.mjs';
import { dayBefore, startOf } from './days.mjs';

const [folder, asOf, zone, store] = process.argv.slice(2);
const at = (days) => startOf(asOf, days, zone) * 1000;
const ended = at(-1);
const col = pl.col;
const is = (name, ...values) => values.map((value) => col(name).eq(pl.lit(value))).reduce((a, b) => a.or(b));
const present = (name) => col(name).isNotNull();
const within = (name, first, last) => col(name).gtEq(at(first)).and(col(name).lt(at(last - 1)));
// Microseconds since 1970; dates are made instants only where a window can reach.
const instant = (name, as) => col(name).str.strptime(pl.Datetime, '%Y-%m-%dT%H:%M:%S%z').cast(pl.Int64).alias(as);
const known = (name) => pl.when(col(name).lt(ended)).then(col(name)).otherwise(pl.lit(null)).alias(name);
// In tab files a quote is a character: a sign that no file holds takes its place.
const table = (file, sep) =>
  pl.scanCSV(`${folder}/${file}`, { sep, quoteChar: sep === '\t' ? '\u0001' : '"', inferSchemaLength: 0 });
const collect = (query) => query.collectSync({ engine: 'streaming' });
const orders = (frame, name = 'order') => frame.getColumn(name).unique().sort().toArray();

const shipment = collect(
  table('shipments.csv', ',')
    .filter(
      col('ship-confirmed').gtEq(pl.lit(dayBefore(asOf, 75))).or(col('deliver-by').gtEq(pl.lit(dayBefore(asOf, 75)))),
    )
    .select(
      col('order-id').alias('order'),
      col('tracking-id').alias('tracking'),
      col('carrier'),
      instant('ship-by', 'shipBy'),
      instant('ship-confirmed', 'confirmed'),
      instant('first-scan', 'scanned'),
      instant('deliver-by', 'deliverBy'),
      instant('delivered', 'delivered'),
      col('quantity').cast(pl.Int64).alias('units'),
    ),
).withColumns(known('confirmed'), known('scanned'), known('delivered'));

// An order that was shipped in the last 43 days is looked for in the last 120.
const line = collect(
  table('orders.txt', '\t')
    .filter(col('purchase-date').gtEq(pl.lit(dayBefore(asOf, 120))))
    .select(
      col('amazon-order-id').alias('order'),
      instant('purchase-date', 'purchased'),
      instant('last-updated-date', 'updated'),
      is('sales-channel', 'Amazon.com').alias('own'),
      is('fulfillment-channel', 'Merchant', 'MFN').alias('merchant'),
      is('order-status', 'Pending').alias('pending'),
      col('order-status').str.contains('^(?i)cancel').or(col('item-status').str.contains('^(?i)cancel')).alias('cancelled'),
    ),
);

// The store's orders as their newest update has them. Few have more than one update.
const own = line.filter(col('own'));
const together = (rows) =>
  rows
    .groupBy('order')
    .agg(
      col('purchased').min().alias('purchased'),
      col('merchant').max().alias('merchant'),
      col('pending').min().alias('pending'),
      col('cancelled').max().alias('cancelled'),
      col('updated').min().neq(col('updated').max()).alias('mixed'),
    );
const first = together(own);
const mixed = own
  .join(first.filter(col('mixed')), { on: 'order', how: 'semi' })
  .withColumns(pl.when(col('updated').lt(ended)).then(col('updated')).otherwise(col('updated').mul(-1)).alias('rank'));
const newest = mixed.filter(col('rank').eq(col('rank').max().over('order')));
const sale = pl.concat([first.filter(col('mixed').not()), together(newest)]);

// The packages of the store's seller-fulfilled orders, and of orders that no report has.
const counted = shipment.withColumns(col('order').count().over('order', 'tracking').alias('rows'));
const single = counted.filter(present('tracking').and(col('rows').eq(1))).drop('rows');
const nameless = counted.filter(col('tracking').isNull()).drop('rows').unique({ maintainOrder: true });
const merged = counted
  .filter(present('tracking').and(col('rows').gt(1)))
  .groupBy('order', 'tracking')
  .agg(
    ...['carrier', 'shipBy', 'confirmed', 'scanned', 'deliverBy', 'delivered', 'units'].map((name) =>
      col(name).dropNulls().last().alias(name),
    ),
  );
const merchant = sale.filter(col('merchant')).select('order');
const all = pl.concat([single, nameless, merged]);
const pack = pl.concat([
  all.join(merchant, { on: 'order', how: 'semi' }),
  all.join(line.select('order'), { on: 'order', how: 'anti' }),
]);

const sold = sale.filter(col('merchant').and(col('pending').not()));
const inWindow = sold.filter(within('purchased', 73, 14));
const feedback = collect(table('feedback.txt', '\t'))
  .filter(col('Rating').cast(pl.Int64).ltEq(2))
  .filter(col('Date').isNull().or(col('Date').str.strptime(pl.Date, '%m/%d/%y').ltEq(pl.lit(asOf).str.strptime(pl.Date, '%Y-%m-%d'))))
  .select(col('Order ID').alias('order'));
const claim = collect(table('claims.csv', ','))
  .filter(col('opened').isNull().or(col('opened').ltEq(pl.lit(asOf))))
  .unique({ subset: ['order-id', 'type'], keep: 'last', maintainOrder: true })
  .select(col('order-id').alias('order'), 'type', 'status');
const open = is('status', 'denied', 'withdrawn', 'amazon_funded', 'under_review').not();
const aToZ = claim.filter(is('type', 'a_to_z').and(open)).select('order');
const chargeback = claim.filter(is('type', 'chargeback')).select('order');
const defects = (metric, frame) => {
  const found = orders(inWindow.join(frame, { on: 'order', how: 'semi' }));
  print(metric, found.length, inWindow.height, found);
};
defects('order_defect_rate', pl.concat([feedback, aToZ, chargeback]));
defects('negative_feedback_rate', feedback);
defects('a_to_z_rate', aToZ);
defects('chargeback_rate', chargeback);

const shipped = pack
  .groupBy('order')
  .agg(
    col('confirmed').max().alias('confirmed'),
    col('confirmed').isNull().max().alias('open'),
    present('shipBy').max().alias('judged'),
    col('confirmed').gt(col('shipBy')).max().alias('late'),
  )
  .filter(col('open').not().and(col('judged')));
for (const days of [30, 10]) {
  const confirmed = shipped.filter(within('confirmed', days - 1, 0));
  const late = orders(confirmed.filter(col('late')));
  print(`late_shipment_rate_${days}d`, late.length, confirmed.height, late);
}

const buyers = collect(table('cancellations.csv', ','))
  .unique({ subset: ['order-id'], keep: 'last', maintainOrder: true })
  .filter(is('requested-by', 'buyer'))
  .select(col('order-id').alias('order'));
const recent = sold.filter(within('purchased', 7, 1));
const cancelled = orders(recent.filter(col('cancelled')).join(buyers, { on: 'order', how: 'anti' }));
print('cancellation_rate', cancelled.length, recent.height, cancelled);

const promised = pack.filter(present('confirmed').and(within('deliverBy', 43, 14)));
const tracked = present('carrier').and(present('tracking')).and(present('scanned'));
const untracked = promised.filter(tracked.not());
print('valid_tracking_rate', promised.height - untracked.height, promised.height, orders(untracked));

const arrived = pack
  .filter(present('delivered').and(within('deliverBy', 20, 7)))
  .withColumns(col('units').fillNull(pl.lit(1)));
const late = arrived.filter(col('delivered').gt(col('deliverBy')));
const units = arrived.getColumn('units').sum();
print('on_time_delivery_rate', units - late.getColumn('units').sum(), units, orders(late));
