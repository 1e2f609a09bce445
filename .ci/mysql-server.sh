#!/usr/bin/env bash
# A real MySQL server for the tests on Debian and its relatives (x86-64), without touching the system: Debian's
# newest mysql-server-core is downloaded with its own C library and run from a folder.
#   mysql-server.sh FOLDER    fills FOLDER unless that is done, and prints the path of a runnable mysqld in it
# The mysqld printed is a wrapper; it takes the arguments of the real one (--initialize-insecure, --datadir=…).
# Needs apt-get and dpkg-deb; no server is started here.
set -euo pipefail

folder=$(realpath -m "${1:?the folder to keep MySQL in}")
if [ -x "$folder/bin/mysqld" ] && "$folder/bin/mysqld" --version >/dev/null 2>&1; then
  echo "$folder/bin/mysqld"
  exit 0
fi

mkdir -p "$(dirname "$folder")"
new=$(mktemp -d "$folder.XXXXXX")
trap 'rm -rf "$new"' EXIT
mkdir -p "$new/bin"
"$(dirname "${BASH_SOURCE[0]}")/debian-unstable.sh" "$new" mysql-server-core mysql-client-core

# The programs are linked against a newer C library than the system's: its own loader starts them.
cat >"$new/bin/mysqld" <<'WRAPPER'
#!/bin/sh
root=$(dirname "$(readlink -f "$0")")/../root
# An option about option files has to come first; what the caller says beats what stands here.
first=
case ${1-} in
  --no-defaults | --defaults-file=* | --print-defaults) first=$1; shift ;;
esac
exec "$root/usr/lib64/ld-linux-x86-64.so.2" --library-path "$root/usr/lib/x86_64-linux-gnu:$root/usr/lib/mysql/private" \
  "$root/usr/sbin/mysqld" ${first:+"$first"} --basedir="$root/usr" --plugin-dir="$root/usr/lib/mysql/plugin" \
  --lc-messages-dir="$root/usr/share/mysql" --character-sets-dir="$root/usr/share/mysql/charsets" \
  --secure-file-priv=NULL "$@"
WRAPPER
for client in mysql mysqladmin mysqldump; do
  cat >"$new/bin/$client" <<WRAPPER
#!/bin/sh
root=\$(dirname "\$(readlink -f "\$0")")/../root
exec "\$root/usr/lib64/ld-linux-x86-64.so.2" --library-path "\$root/usr/lib/x86_64-linux-gnu:\$root/usr/lib/mysql/private" \\
  "\$root/usr/bin/$client" "\$@"
WRAPPER
done
chmod +x "$new"/bin/*
"$new/bin/mysqld" --version >&2

rm -rf "$folder"
chmod 755 "$new"
mv "$new" "$folder"
trap - EXIT
echo "$folder/bin/mysqld"
