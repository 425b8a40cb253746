#!/bin/sh
# Runs metrics.awk on a case folder with mawk. Usage: mawk.sh FOLDER AS_OF ZONE STORE
folder=$1 as_of=$2 zone=$3 store=$4
day() { date -u -d "$as_of $1 days ago" +%F; }
start() { TZ=$zone date -d "$(day "$1") 00:00" +%s; }
mawk -f "$(dirname "$0")/metrics.awk" -v asOf="$as_of" -v store="$store" -v text="$(day 75)" -v oldest="$(day 120)" \
  -v ended="$(start -1)" -v from73="$(start 73)" -v to14="$(start 13)" -v from43="$(start 43)" \
  -v from20="$(start 20)" -v to7="$(start 6)" -v from29="$(start 29)" -v from9="$(start 9)" -v from7="$(start 7)" \
  -v to1="$(start 0)" FS=, "$folder/claims.csv" "$folder/cancellations.csv" "$folder/shipments.csv" \
  FS='\t' "$folder/feedback.txt" "$folder/orders.txt" | LC_ALL=C sort -u
