"""The nine merchant metrics of the review and the orders behind them, with pandas.

Usage: /usr/bin/python3 metrics.py FOLDER AS_OF ZONE STORE
"""

import csv
import sys

import pandas as pd

folder, as_of, zone, store = sys.argv[1:]


def day_before(days):
    return pd.Timestamp(as_of) - pd.Timedelta(days=days)


def start_of(days):
    return day_before(days).tz_localize(zone).tz_convert("UTC")


def within(column, first, last):
    return (column >= start_of(first)) & (column < start_of(last - 1))


def text(day):
    return day.strftime("%Y-%m-%d")


def table(file, separator, columns, keep=None):
    """Reads a file in pieces, of which only the rows to keep stay; in tab files a quote is a character."""
    pieces = pd.read_csv(
        f"{folder}/{file}",
        sep=separator,
        quoting=csv.QUOTE_NONE if separator == "\t" else csv.QUOTE_MINIMAL,
        usecols=columns,
        dtype=str,
        keep_default_na=False,
        na_values=[""],
        chunksize=250_000,
    )
    return pd.concat([piece[keep(piece)] if keep else piece for piece in pieces], ignore_index=True)


def instant(column):
    return pd.to_datetime(column, utc=True)


def show(metric, numerator, denominator, orders):
    print(metric, int(numerator), int(denominator), sep="\t")
    for order in sorted(set(orders)):
        print(metric, order, sep="\t")


ended = start_of(-1)

# Dates are first compared as text, and made instants only where a window can reach.
since = text(day_before(75))
shipment = table(
    "shipments.csv",
    ",",
    [
        "order-id",
        "ship-by",
        "ship-confirmed",
        "carrier",
        "tracking-id",
        "first-scan",
        "deliver-by",
        "delivered",
        "quantity",
    ],
    lambda rows: (rows["ship-confirmed"] >= since) | (rows["deliver-by"] >= since),
)
for name in ["ship-by", "ship-confirmed", "first-scan", "deliver-by", "delivered"]:
    shipment[name] = instant(shipment[name])
for name in ["ship-confirmed", "first-scan", "delivered"]:
    shipment[name] = shipment[name].where(shipment[name] < ended)
shipment["quantity"] = pd.to_numeric(shipment["quantity"])

# An order that was shipped in the last 43 days is looked for in the last 120.
since_sale = text(day_before(120))
line = table(
    "orders.txt",
    "\t",
    [
        "amazon-order-id",
        "purchase-date",
        "last-updated-date",
        "order-status",
        "fulfillment-channel",
        "sales-channel",
        "item-status",
    ],
    lambda rows: rows["purchase-date"] >= since_sale,
)
line["updated"] = instant(line["last-updated-date"])
line["merchant"] = line["fulfillment-channel"].isin(["Merchant", "MFN"])
line["pending"] = line["order-status"] == "Pending"
line["cancelled"] = line["order-status"].str.startswith("Cancel", na=False) | line["item-status"].str.startswith(
    "Cancel", na=False
)

# The store's orders as their newest update has them. Few have more than one row.
own = line[line["sales-channel"].str.lower() == store]
several = own["amazon-order-id"].duplicated(keep=False)
rows = own[several]
rank = rows["updated"].where(rows["updated"] < ended, rows["updated"] - pd.Timedelta(days=36500))
newest = rows[rank == rank.groupby(rows["amazon-order-id"]).transform("max")].groupby("amazon-order-id", as_index=False)
columns = ["amazon-order-id", "purchase-date", "merchant", "pending", "cancelled"]
sale = pd.concat(
    [
        own.loc[~several, columns],
        newest.agg({"purchase-date": "min", "merchant": "any", "pending": "all", "cancelled": "any"}),
    ],
    ignore_index=True,
)
sale["purchased"] = instant(sale["purchase-date"])

# The packages of the store's seller-fulfilled orders, and of orders that no report has.
known = shipment["tracking-id"].notna()
several = known & shipment.duplicated(["order-id", "tracking-id"], keep=False)
package = pd.concat(
    [
        shipment[known & ~several],
        shipment[~known].drop_duplicates(),
        # The last that is filled.
        shipment[several].groupby(["order-id", "tracking-id"], as_index=False).last(),
    ],
    ignore_index=True,
)
merchant = sale.loc[sale["merchant"], "amazon-order-id"]
package = package[package["order-id"].isin(merchant) | ~package["order-id"].isin(line["amazon-order-id"])]

sold = sale[sale["merchant"] & ~sale["pending"]]
window = sold.loc[within(sold["purchased"], 73, 14), "amazon-order-id"]

feedback = table("feedback.txt", "\t", ["Date", "Rating", "Order ID"])
written = pd.to_datetime(feedback["Date"], format="%m/%d/%y")
bad = (pd.to_numeric(feedback["Rating"]) <= 2) & (written.isna() | (written <= day_before(0)))
negative = set(feedback.loc[bad, "Order ID"])
claim = table("claims.csv", ",", ["order-id", "type", "opened", "status"])
claim = claim[claim["opened"].isna() | (claim["opened"] <= as_of)].drop_duplicates(["order-id", "type"], keep="last")
counts = ~claim["status"].isin(["denied", "withdrawn", "amazon_funded", "under_review"])
a_to_z = set(claim.loc[(claim["type"] == "a_to_z") & counts, "order-id"])
chargeback = set(claim.loc[claim["type"] == "chargeback", "order-id"])
for metric, defects in [
    ("order_defect_rate", negative | a_to_z | chargeback),
    ("negative_feedback_rate", negative),
    ("a_to_z_rate", a_to_z),
    ("chargeback_rate", chargeback),
]:
    orders = window[window.isin(defects)]
    show(metric, len(orders), len(window), orders)

package = package.assign(
    unconfirmed=package["ship-confirmed"].isna(),
    judged=package["ship-by"].notna(),
    late=package["ship-confirmed"] > package["ship-by"],
)
shipped = package.groupby("order-id", sort=False).agg(
    confirmed=("ship-confirmed", "max"), unconfirmed=("unconfirmed", "any"), judged=("judged", "any"), late=("late", "any")
)
shipped = shipped[~shipped["unconfirmed"] & shipped["judged"]]
for days in [30, 10]:
    confirmed = shipped[within(shipped["confirmed"], days - 1, 0)]
    show(f"late_shipment_rate_{days}d", confirmed["late"].sum(), len(confirmed), confirmed.index[confirmed["late"]])

cancellation = table("cancellations.csv", ",", ["order-id", "requested-by"]).drop_duplicates("order-id", keep="last")
buyers = cancellation.loc[cancellation["requested-by"] == "buyer", "order-id"]
recent = sold[within(sold["purchased"], 7, 1)]
cancelled = recent.loc[recent["cancelled"] & ~recent["amazon-order-id"].isin(buyers), "amazon-order-id"]
show("cancellation_rate", len(cancelled), len(recent), cancelled)

promised = package[~package["unconfirmed"] & within(package["deliver-by"], 43, 14)]
tracked = promised["carrier"].notna() & promised["tracking-id"].notna() & promised["first-scan"].notna()
show("valid_tracking_rate", tracked.sum(), len(promised), promised.loc[~tracked, "order-id"])

arrived = package[package["delivered"].notna() & within(package["deliver-by"], 20, 7)]
units = arrived["quantity"].fillna(1)
late = arrived["delivered"] > arrived["deliver-by"]
show("on_time_delivery_rate", units[~late].sum(), units.sum(), arrived.loc[late, "order-id"])
