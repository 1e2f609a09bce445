#!/usr/bin/env bash
# A pg_dump as new as the PostgreSQL of the tests, on Debian and its relatives (x86-64); the system's own refuses
# servers newer than itself.
#   pg-dump.sh FOLDER    fills FOLDER unless that is done, and prints the path of a runnable pg_dump in it
set -euo pipefail

folder=$(realpath -m "${1:?the folder to keep pg_dump in}")
if [ -x "$folder/bin/pg_dump" ] && "$folder/bin/pg_dump" --version >/dev/null 2>&1; then
  echo "$folder/bin/pg_dump"
  exit 0
fi

mkdir -p "$(dirname "$folder")"
new=$(mktemp -d "$folder.XXXXXX")
trap 'rm -rf "$new"' EXIT
"$(dirname "${BASH_SOURCE[0]}")/debian-unstable.sh" "$new" postgresql-client-18
mkdir -p "$new/bin"
cat >"$new/bin/pg_dump" <<'WRAPPER'
#!/bin/sh
root=$(dirname "$(readlink -f "$0")")/../root
exec "$root/usr/lib64/ld-linux-x86-64.so.2" --library-path "$root/usr/lib/x86_64-linux-gnu" \
  "$root/usr/lib/postgresql/18/bin/pg_dump" "$@"
WRAPPER
chmod +x "$new/bin/pg_dump"
"$new/bin/pg_dump" --version >&2

rm -rf "$folder"
chmod 755 "$new"
mv "$new" "$folder"
trap - EXIT
echo "$folder/bin/pg_dump"
