-- The nine merchant metrics of the review and the orders behind them, in plain DuckDB SQL.
-- duckdb.mjs puts {folder}, {as_of}, {zone} and {store} in and runs one statement after the other; the last gives
-- metric, numerator, denominator and the sorted offending orders.

-- The store's midnight so many days before the day that is looked back from; nothing from start_of(-1) on is known.
CREATE TEMP MACRO start_of(days) AS timezone('{zone}', CAST(DATE '{as_of}' - CAST(days AS INTEGER) AS TIMESTAMP));

-- Dates are first compared as text, and made instants only where a window can reach. Packages: the earliest window
-- begins 43 days before; an order's first package leaves at most a month before its last.
-- Rows of a temporary table keep the file's order in rowid: of a package the later row holds.
CREATE TEMP TABLE shipment AS
SELECT
  "order-id" AS order_id,
  "tracking-id" AS tracking,
  "carrier" AS carrier,
  CAST("ship-by" AS TIMESTAMPTZ) AS ship_by,
  CAST("ship-confirmed" AS TIMESTAMPTZ) AS confirmed,
  CAST("first-scan" AS TIMESTAMPTZ) AS scanned,
  CAST("deliver-by" AS TIMESTAMPTZ) AS deliver_by,
  CAST("delivered" AS TIMESTAMPTZ) AS delivered,
  CAST("quantity" AS INTEGER) AS units
FROM read_csv(
  '{folder}/shipments.csv', auto_detect = false, header = true, delim = ',', quote = '"',
  columns = {
    'order-id': 'VARCHAR', 'ship-by': 'VARCHAR', 'ship-confirmed': 'VARCHAR', 'carrier': 'VARCHAR',
    'tracking-id': 'VARCHAR', 'first-scan': 'VARCHAR', 'deliver-by': 'VARCHAR', 'delivered': 'VARCHAR',
    'quantity': 'VARCHAR'
  }
)
WHERE "ship-confirmed" >= CAST(DATE '{as_of}' - 75 AS VARCHAR)
  OR "deliver-by" >= CAST(DATE '{as_of}' - 75 AS VARCHAR);

CREATE TEMP TABLE line AS
SELECT
  "amazon-order-id" AS order_id,
  CAST("purchase-date" AS TIMESTAMPTZ) AS purchased,
  CAST("last-updated-date" AS TIMESTAMPTZ) AS updated,
  lower("sales-channel") = '{store}' AS own,
  lower("fulfillment-channel") IN ('merchant', 'mfn') AS merchant,
  lower("order-status") = 'pending' AS pending,
  "order-status" ILIKE 'cancel%' OR "item-status" ILIKE 'cancel%' AS cancelled
FROM read_csv(
  '{folder}/orders.txt', auto_detect = false, header = true, delim = '\t', quote = '', escape = '',
  columns = {
    'amazon-order-id': 'VARCHAR', 'merchant-order-id': 'VARCHAR', 'purchase-date': 'VARCHAR',
    'last-updated-date': 'VARCHAR', 'order-status': 'VARCHAR', 'fulfillment-channel': 'VARCHAR',
    'sales-channel': 'VARCHAR', 'order-channel': 'VARCHAR', 'ship-service-level': 'VARCHAR', 'product-name': 'VARCHAR',
    'sku': 'VARCHAR', 'asin': 'VARCHAR', 'item-status': 'VARCHAR', 'quantity': 'VARCHAR', 'currency': 'VARCHAR',
    'item-price': 'VARCHAR', 'item-tax': 'VARCHAR', 'shipping-price': 'VARCHAR', 'shipping-tax': 'VARCHAR',
    'gift-wrap-price': 'VARCHAR', 'gift-wrap-tax': 'VARCHAR', 'item-promotion-discount': 'VARCHAR',
    'ship-promotion-discount': 'VARCHAR', 'ship-city': 'VARCHAR', 'ship-state': 'VARCHAR',
    'ship-postal-code': 'VARCHAR', 'ship-country': 'VARCHAR', 'promotion-ids': 'VARCHAR', 'cpf': 'VARCHAR',
    'is-business-order': 'VARCHAR', 'purchase-order-number': 'VARCHAR', 'price-designation': 'VARCHAR'
  }
)
WHERE "purchase-date" >= CAST(DATE '{as_of}' - 74 AS VARCHAR)
  OR "amazon-order-id" IN (SELECT order_id FROM shipment);

-- The store's orders as their newest update has them. Few have more than one update.
CREATE TEMP TABLE sale AS
WITH together AS (
  SELECT
    order_id, min(purchased) AS purchased, bool_or(merchant) AS merchant, bool_and(pending) AS pending,
    bool_or(cancelled) AS cancelled, min(updated) <> max(updated) AS mixed
  FROM line
  WHERE own
  GROUP BY order_id
),
newest AS (
  SELECT order_id, purchased, merchant, pending, cancelled
  FROM line
  WHERE own AND order_id IN (SELECT order_id FROM together WHERE mixed)
  QUALIFY rank() OVER (PARTITION BY order_id ORDER BY updated >= start_of(-1), updated DESC) = 1
)
SELECT order_id, purchased, merchant, pending, cancelled FROM together WHERE NOT mixed
UNION ALL
SELECT order_id, min(purchased), bool_or(merchant), bool_and(pending), bool_or(cancelled) FROM newest GROUP BY order_id;

-- The packages of the store's seller-fulfilled orders, and of orders that no report has.
CREATE TEMP TABLE package AS
WITH known AS (
  SELECT
    rowid AS row_id, order_id, tracking, carrier, ship_by, deliver_by, units,
    CASE WHEN confirmed < start_of(-1) THEN confirmed END AS confirmed,
    CASE WHEN scanned < start_of(-1) THEN scanned END AS scanned,
    CASE WHEN delivered < start_of(-1) THEN delivered END AS delivered
  FROM shipment
),
repeated AS (
  SELECT order_id, tracking FROM known WHERE tracking IS NOT NULL GROUP BY order_id, tracking HAVING count(*) > 1
),
one AS (
  SELECT order_id, tracking, carrier, ship_by, deliver_by, units, confirmed, scanned, delivered
  FROM known ANTI JOIN repeated USING (order_id, tracking)
  WHERE tracking IS NOT NULL
  UNION ALL
  SELECT DISTINCT order_id, tracking, carrier, ship_by, deliver_by, units, confirmed, scanned, delivered
  FROM known
  WHERE tracking IS NULL
  UNION ALL
  SELECT
    order_id, tracking, arg_max(carrier, row_id), arg_max(ship_by, row_id), arg_max(deliver_by, row_id),
    arg_max(units, row_id), arg_max(confirmed, row_id), arg_max(scanned, row_id), arg_max(delivered, row_id)
  FROM known SEMI JOIN repeated USING (order_id, tracking)
  GROUP BY order_id, tracking
)
SELECT one.*
FROM one LEFT JOIN sale USING (order_id)
WHERE sale.merchant
  OR (sale.order_id IS NULL AND one.order_id NOT IN (SELECT order_id FROM line WHERE NOT own));

CREATE TEMP TABLE defect AS
WITH claim AS (
  SELECT row_number() OVER () AS row_id, "order-id" AS order_id, lower("type") AS type, lower("status") AS status
  FROM read_csv(
    '{folder}/claims.csv', auto_detect = false, header = true, delim = ',', quote = '"',
    columns = {'order-id': 'VARCHAR', 'type': 'VARCHAR', 'opened': 'DATE', 'status': 'VARCHAR'}
  )
  WHERE opened IS NULL OR opened <= DATE '{as_of}'
),
last_claim AS (
  SELECT order_id, type, arg_max(status, row_id) AS status FROM claim GROUP BY order_id, type
)
SELECT order_id, 'a_to_z' AS kind
FROM last_claim
WHERE type = 'a_to_z' AND status NOT IN ('denied', 'withdrawn', 'amazon_funded', 'under_review')
UNION ALL
SELECT order_id, 'chargeback' FROM last_claim WHERE type = 'chargeback'
UNION ALL
SELECT DISTINCT order_id, 'feedback'
FROM read_csv(
  '{folder}/feedback.txt', auto_detect = false, header = true, delim = '\t', quote = '', escape = '',
  dateformat = '%-m/%-d/%y',
  columns = {
    'Date': 'DATE', 'Rating': 'INTEGER', 'Comments': 'VARCHAR', 'Your Response': 'VARCHAR', 'Order ID': 'VARCHAR',
    'Rater Email': 'VARCHAR'
  }
) AS feedback(written, rating, comments, response, order_id, email)
WHERE rating <= 2 AND (written IS NULL OR written <= DATE '{as_of}');

WITH sold AS (
  SELECT order_id FROM sale WHERE merchant AND NOT pending AND purchased >= start_of(73) AND purchased < start_of(13)
),
defective AS (
  SELECT unnest(['order_defect_rate', rates[kind]]) AS metric, order_id
  FROM defect SEMI JOIN sold USING (order_id),
    (SELECT MAP {
      'feedback': 'negative_feedback_rate', 'a_to_z': 'a_to_z_rate', 'chargeback': 'chargeback_rate'
    } AS rates)
),
shipped AS (
  SELECT
    order_id, max(confirmed) AS confirmed,
    bool_or(confirmed > ship_by) AS late
  FROM package
  GROUP BY order_id
  HAVING count(*) = count(confirmed) AND count(ship_by) > 0
),
requester AS (
  SELECT order_id, arg_max(by_whom, row_id) AS by_whom
  FROM (
    SELECT row_number() OVER () AS row_id, "order-id" AS order_id, lower("requested-by") AS by_whom
    FROM read_csv(
      '{folder}/cancellations.csv', auto_detect = false, header = true, delim = ',', quote = '"',
      columns = {'order-id': 'VARCHAR', 'requested-by': 'VARCHAR'}
    )
  )
  GROUP BY order_id
),
-- metric, order, how much it counts, whether it is bad; the denominators of orders are counted apart.
cancellable AS (
  SELECT order_id, cancelled AND by_whom IS DISTINCT FROM 'buyer' AS bad
  FROM sale LEFT JOIN requester USING (order_id)
  WHERE merchant AND NOT pending AND purchased >= start_of(7) AND purchased < start_of(0)
),
promised AS (
  SELECT order_id, confirmed, carrier IS NULL OR tracking IS NULL OR scanned IS NULL AS untracked
  FROM package
  WHERE confirmed IS NOT NULL AND deliver_by >= start_of(43) AND deliver_by < start_of(13)
),
arrived AS (
  SELECT order_id, coalesce(units, 1) AS units, delivered > deliver_by AS late
  FROM package
  WHERE delivered IS NOT NULL AND deliver_by >= start_of(20) AND deliver_by < start_of(6)
)
SELECT metric, count(DISTINCT order_id) AS numerator, (SELECT count(*) FROM sold) AS denominator,
  coalesce(list_sort(list_distinct(list(order_id) FILTER (order_id IS NOT NULL))), []) AS orders
FROM unnest(['order_defect_rate', 'negative_feedback_rate', 'a_to_z_rate', 'chargeback_rate']) AS names(metric)
LEFT JOIN defective USING (metric)
GROUP BY metric
UNION ALL
SELECT 'late_shipment_rate_30d', count(*) FILTER (late), count(*), coalesce(list_sort(list(order_id) FILTER (late)), [])
FROM shipped
WHERE confirmed >= start_of(29)
UNION ALL
SELECT 'late_shipment_rate_10d', count(*) FILTER (late), count(*), coalesce(list_sort(list(order_id) FILTER (late)), [])
FROM shipped
WHERE confirmed >= start_of(9)
UNION ALL
SELECT 'cancellation_rate', count(*) FILTER (bad), count(*), coalesce(list_sort(list(order_id) FILTER (bad)), [])
FROM cancellable
UNION ALL
SELECT 'valid_tracking_rate', count(*) FILTER (NOT untracked), count(*),
  coalesce(list_sort(list_distinct(list(order_id) FILTER (untracked))), [])
FROM promised
UNION ALL
SELECT 'on_time_delivery_rate', coalesce(sum(units) FILTER (NOT late), 0), coalesce(sum(units), 0),
  coalesce(list_sort(list_distinct(list(order_id) FILTER (late))), [])
FROM arrived;
