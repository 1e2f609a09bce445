#!/bin/sh
# Installs a .deb and tries what a user would: the command line and its manual page, the window with and
# without the start-up cache, a plan opened as the desktop opens it, two plans at once. Run it as root on a
# machine that may be thrown away; needs xvfb.      packaging/check-package.sh DEB
set -eu
deb=$1
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

apt-get install -y "$deb" >/dev/null
echo "size: $(du -m "$deb" | cut -f1) MB packed, $(du -sm /opt/shardwright | cut -f1) MB installed"

shardwright --version
shardwright plan sample:car-rental --root clients --quiet --evidence none -o "$work/a.shardplan" | head -3
cp "$work/a.shardplan" "$work/b.shardplan"
shardwright report "$work/a.shardplan" --html "$work/a.html" --pdf "$work/a.pdf" --quiet
man -w shardwright
bash -c '. /usr/share/bash-completion/completions/shardwright && complete -p shardwright'
test -s /usr/share/doc/shardwright/copyright

desktop=$(find /opt/shardwright /usr/share/applications -name '*shardwright*.desktop' | head -1)
grep -E '^(Exec|MimeType|Categories)=' "$desktop"
command=$(sed -n 's/^Exec=\([^ ]*\).*/\1/p' "$desktop")

echo "with the start-up cache:"
"$here/window.sh" "$command" kill "$work/a.shardplan"
echo "without:"
JAVA_TOOL_OPTIONS=-XX:AOTMode=off "$here/window.sh" "$command" kill "$work/a.shardplan"
echo "two plans: the desktop starts the program once for each (%f)"
"$here/window.sh" "$command" kill "$work/a.shardplan" &
"$here/window.sh" "$command" kill "$work/b.shardplan"
wait
