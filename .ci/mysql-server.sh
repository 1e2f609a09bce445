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
mkdir -p "$new/bin" "$new/root"

# A private apt: the machine's own mirror, but Debian unstable, and no package counted as installed.
apt=$new/apt
mkdir -p "$apt"/etc/apt/{apt.conf.d,preferences.d,sources.list.d,trusted.gpg.d} \
  "$apt"/var/lib/{apt/lists/partial,dpkg} "$apt"/var/cache/apt/archives/partial
: >"$apt/var/lib/dpkg/status"
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep '/debian/\?$' | head -n 1 || true)
[ -n "$mirror" ] || { echo "mysql-server.sh: apt knows no Debian mirror" >&2; exit 1; }
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror sid main" >"$apt/etc/apt/sources.list"
cat >"$new/apt.conf" <<CONF
Dir "$apt";
Dir::State::status "$apt/var/lib/dpkg/status";
APT::Architecture "amd64";
APT::Install-Recommends "false";
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::Check-Valid-Until "false";
Acquire::Retries "3";
CONF
APT_CONFIG=$new/apt.conf apt-get -qq update >&2
APT_CONFIG=$new/apt.conf apt-get -qq -y --download-only install mysql-server-core mysql-client-core >&2
for package in "$apt"/var/cache/apt/archives/*.deb; do
  case $package in
    *perl* | *gconv*) ;; # nothing the server runs
    *) dpkg-deb -x "$package" "$new/root" ;;
  esac
done
rm -rf "$apt" "$new/apt.conf"

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
