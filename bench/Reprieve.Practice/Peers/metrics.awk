# The nine merchant metrics of the review and the orders behind them, in one pass of awk. mawk.sh starts it and sorts.
# Known beforehand: text (of the first day looked at), store, and midnights in seconds since 1970:
# ended, and from73, to14, from43, from20, to7, from29, from9, from7, to1 (days before the day looked back from).

# Seconds since 1970 of a time as in 2026-09-29T16:54:47-07:00; empty for an empty field.
function instant(time,    day, year, month) {
  if (time == "") return ""
  day = substr(time, 1, 10)
  if (!(day in start)) {
    year = substr(day, 1, 4) - (substr(day, 6, 2) + 0 < 3)
    month = (substr(day, 6, 2) + 9) % 12
    start[day] = 86400 * (365 * year + int(year / 4) - int(year / 100) + int(year / 400) \
      + int((153 * month + 2) / 5) + substr(day, 9, 2) - 719469)
  }
  return start[day] + substr(time, 12, 2) * 3600 + substr(time, 15, 2) * 60 + substr(time, 18, 2) \
    - (substr(time, 20, 1) (substr(time, 21, 2) * 3600 + substr(time, 24, 2) * 60))
}

# The same, and empty for what has not happened yet.
function known(time,    at) {
  at = instant(time)
  return at != "" && at < ended ? at : ""
}

function bad(metric, order) { print metric "\t" order }
function figure(metric, numerator, denominator) { print metric "\t" numerator + 0 "\t" denominator + 0 }

# In tab files lines end with CR LF, but no column that is read is the last one, save in small files.
FNR == 1 || kind == "claim" || kind == "requester" || kind == "feedback" { sub(/\r$/, "") }

FNR == 1 {
  split("", column)
  for (i = 1; i <= NF; i++) column[tolower($i)] = i
  if ("opened" in column) { kind = "claim"; c1 = column["order-id"]; c2 = column["type"]; c3 = column["opened"]; c4 = column["status"] }
  else if ("requested-by" in column) { kind = "requester"; c1 = column["order-id"]; c2 = column["requested-by"] }
  else if ("rating" in column) { kind = "feedback"; c1 = column["order id"]; c2 = column["date"]; c3 = column["rating"] }
  else if ("ship-by" in column) {
    kind = "package"
    c1 = column["order-id"]; c2 = column["ship-by"]; c3 = column["ship-confirmed"]; c4 = column["carrier"]
    c5 = column["tracking-id"]; c6 = column["first-scan"]; c7 = column["deliver-by"]; c8 = column["delivered"]
    c9 = column["quantity"]
  }
  else {
    kind = "line"
    c1 = column["amazon-order-id"]; c2 = column["purchase-date"]; c3 = column["last-updated-date"]
    c4 = column["order-status"]; c5 = column["fulfillment-channel"]; c6 = column["sales-channel"]
    c7 = column["item-status"]
  }
  next
}

kind == "line" {
  if ($c2 < oldest) next
  order = $c1
  if (tolower($c6) != store) { elsewhere[order]; next }
  updated = instant($c3)
  # Where every update came after the end, the newest of all holds.
  if (updated >= ended) updated -= 10000000000
  merchant = $c5 == "Merchant" || $c5 == "MFN"
  pending = $c4 == "Pending"
  cancelled = $c4 ~ /^Cancel/ || $c7 ~ /^Cancel/
  if (!(order in newest) || updated > newest[order]) {
    newest[order] = updated
    purchased[order] = $c2
    state[order] = merchant + 2 * pending + 4 * cancelled
  } else if (updated == newest[order]) {
    was = state[order]
    state[order] = (merchant || was % 2) + 2 * (pending && int(was / 2) % 2) + 4 * (cancelled || was >= 4)
  }
  next
}

kind == "package" {
  if ($c3 < text && $c7 < text) next
  key = $c1 SUBSEP ($c5 == "" ? $0 : $c5)
  if (!(key in place)) { place[key] = ++packages; orderOf[packages] = $c1 }
  at = place[key]
  if ($c2 != "") shipBy[at] = instant($c2)
  if ((time = known($c3)) != "") confirmed[at] = time
  if ($c7 != "") deliverBy[at] = instant($c7)
  if ((time = known($c8)) != "") delivered[at] = time
  # What valid tracking needs: a carrier, a number, a scan.
  if ($c4 != "") carrier[at] = 1
  if ($c5 != "") tracking[at] = 1
  if (known($c6) != "") scanned[at] = 1
  if ($c9 + 0 > 0) units[at] = $c9 + 0
  next
}

kind == "feedback" {
  if ($c3 + 0 > 2) next
  split($c2, part, "/")
  if ($c2 == "" || sprintf("20%02d-%02d-%02d", part[3], part[1], part[2]) <= asOf) negative[$c1]
  next
}

kind == "claim" {
  if ($c3 <= asOf) claim[$c1, $c2] = $c4
  next
}

kind == "requester" { requester[$c1] = $c2 }

END {
  for (key in claim) {
    split(key, part, SUBSEP)
    if (part[2] == "a_to_z" && claim[key] !~ /^(denied|withdrawn|amazon_funded|under_review)$/) aToZ[part[1]]
    if (part[2] == "chargeback") chargeback[part[1]]
  }

  for (order in newest) {
    if (state[order] % 2 == 0 || int(state[order] / 2) % 2) continue
    time = instant(purchased[order])
    if (time >= from73 && time < to14) {
      sold++
      if (order in negative) { negatives++; bad("negative_feedback_rate", order) }
      if (order in aToZ) { claims++; bad("a_to_z_rate", order) }
      if (order in chargeback) { chargebacks++; bad("chargeback_rate", order) }
      if (order in negative || order in aToZ || order in chargeback) { defects++; bad("order_defect_rate", order) }
    }
    if (time >= from7 && time < to1) {
      recent++
      if (state[order] >= 4 && requester[order] != "buyer") { cancellations++; bad("cancellation_rate", order) }
    }
  }

  for (at = 1; at <= packages; at++) {
    order = orderOf[at]
    if (order in newest ? state[order] % 2 == 0 : order in elsewhere) continue
    if (!(order in last)) last[order] = 0
    if (!(at in confirmed)) open[order]
    else if (confirmed[at] > last[order]) last[order] = confirmed[at]
    if (at in shipBy) {
      judged[order]
      if (at in confirmed && confirmed[at] > shipBy[at]) late[order]
    }
    if (!(at in deliverBy)) continue
    time = deliverBy[at]
    if (at in confirmed && time >= from43 && time < to14) {
      promised++
      if (at in carrier && at in tracking && at in scanned) tracked++
      else bad("valid_tracking_rate", order)
    }
    if (at in delivered && time >= from20 && time < to7) {
      count = at in units ? units[at] : 1
      arrived += count
      if (delivered[at] <= time) inTime += count
      else bad("on_time_delivery_rate", order)
    }
  }

  for (order in last) {
    if (order in open || !(order in judged)) continue
    if (last[order] >= from29) { shipped30++; if (order in late) { late30++; bad("late_shipment_rate_30d", order) } }
    if (last[order] >= from9) { shipped10++; if (order in late) { late10++; bad("late_shipment_rate_10d", order) } }
  }

  figure("order_defect_rate", defects, sold)
  figure("negative_feedback_rate", negatives, sold)
  figure("a_to_z_rate", claims, sold)
  figure("chargeback_rate", chargebacks, sold)
  figure("late_shipment_rate_30d", late30, shipped30)
  figure("late_shipment_rate_10d", late10, shipped10)
  figure("cancellation_rate", cancellations, recent)
  figure("valid_tracking_rate", tracked, promised)
  figure("on_time_delivery_rate", inTime, arrived)
}
