#!/usr/bin/env bash
# Debian's newest packages in a folder, without touching the system: programs run with the C library that came with them.
#   debian-unstable.sh FOLDER PACKAGE...    unpacks the packages and all they need into FOLDER/root
# Needs apt-get and dpkg-deb, x86-64, and a Debian mirror that apt knows.
set -euo pipefail

new=$(realpath -m "${1:?the folder to unpack into}")
shift
mkdir -p "$new/root"

# A private apt: the machine's own mirror, but Debian unstable, and no package counted as installed.
apt=$new/apt
mkdir -p "$apt"/etc/apt/{apt.conf.d,preferences.d,sources.list.d,trusted.gpg.d} \
  "$apt"/var/lib/{apt/lists/partial,dpkg} "$apt"/var/cache/apt/archives/partial
: >"$apt/var/lib/dpkg/status"
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep '/debian/\?$' | head -n 1 || true)
[ -n "$mirror" ] || { echo "debian-unstable.sh: apt knows no Debian mirror" >&2; exit 1; }
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
APT_CONFIG=$new/apt.conf apt-get -qq -y --download-only install "$@" >&2
for package in "$apt"/var/cache/apt/archives/*.deb; do
  case $package in
    *perl* | *gconv*) ;; # nothing these programs run
    *) dpkg-deb -x "$package" "$new/root" ;;
  esac
done
rm -rf "$apt" "$new/apt.conf"
