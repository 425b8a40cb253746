#!/usr/bin/env bash
# Installs what the tests need and runs them all.  ./test.sh --fast skips what needs a server or a browser.
set -euo pipefail
cd "$(dirname "$0")"

fast=no
for argument in "$@"; do
  case "$argument" in
    --fast) fast=yes ;;
    -h | --help)
      echo "usage: ./test.sh [--fast]"
      echo "  --fast   skip the tests that need a server, a browser, an office program or a published one"
      exit 0
      ;;
    *)
      echo "test.sh: unknown option '$argument'; there is --fast" >&2
      exit 2
      ;;
  esac
done

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
log=artifacts/test-results
mkdir -p "$log"

if ! command -v dotnet >/dev/null; then
  echo "test.sh: the .NET 10 SDK is not installed; see https://dotnet.microsoft.com/download" >&2
  exit 1
fi

# Debian packages that tests drive as real parts. PostgreSQL is the second database of the workbench;
# Dovecot is the mailbox that sent mail is looked up in; python3-icalendar reads calendars as another program does;
# LibreOffice proves that the Word file opens, Tesseract reads screenshots, Chromium walks the pages of the workbench.
needed=(chromium fonts-noto-cjk postgresql dovecot-imapd python3-icalendar libreoffice-writer-nogui tesseract-ocr tesseract-ocr-eng tesseract-ocr-deu)
if [ "$fast" = yes ]; then
  export REPRIEVE_FAST_TESTS=1
  echo "--fast: tests that need LibreOffice, PostgreSQL, Dovecot, python3-icalendar, a browser or the published program are skipped, and those that need Tesseract where it is not installed."
elif ! command -v chromium >/dev/null || ! command -v soffice >/dev/null || ! command -v tesseract >/dev/null || ! [ -x /usr/sbin/dovecot ] || ! /usr/bin/python3 -c 'import icalendar' 2>/dev/null || ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
  if ! command -v apt-get >/dev/null; then
    echo "test.sh: Chromium, LibreOffice (soffice), Tesseract, Dovecot, python3-icalendar or PostgreSQL is missing and there is no apt-get to install it; the tests that need it are skipped."
  else
    echo "Installing ${needed[*]} …"
    as_root=()
    [ "$(id -u)" = 0 ] || as_root=(sudo)
    "${as_root[@]}" apt-get update -q >"$log/apt.log" 2>&1 || true
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -q --no-install-recommends "${needed[@]}" \
      >>"$log/apt.log" 2>&1 || { tail -5 "$log/apt.log"; exit 1; }
  fi
fi

echo "Restoring …"
dotnet tool restore >"$log/restore.log"
dotnet restore Reprieve.slnx --locked-mode >>"$log/restore.log" || { tail -20 "$log/restore.log"; exit 1; }

echo "Checking the formatting …"
dotnet csharpier check . || { echo "test.sh: run 'dotnet csharpier format .'" >&2; exit 1; }

echo "Building …"
dotnet build Reprieve.slnx -c Release --no-restore -v quiet --nologo || exit 1

echo "Testing …"
status=0
dotnet test --solution Reprieve.slnx -c Release --no-build --no-progress 2>&1 | tee "$log/tests.log" || status=$?

# The last counts in the log are those of all test projects together.
count() { grep -aE "^ +$1: [0-9]+" "$log/tests.log" | tail -1 | grep -oE '[0-9]+' || echo 0; }
passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
if [ "$passed" = 0 ]; then
  echo "test.sh: no test ran" >&2
  status=1
fi
echo "$passed $failed $skipped" >"$log/totals"
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
