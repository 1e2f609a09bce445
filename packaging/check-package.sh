#!/bin/sh
# Installs a .deb and tries what a user would: the command line and its manual page, the window with and
# without the start-up cache, a plan opened as the desktop opens it, two plans at once, a plan of 1,000 tables.
# Run it as root on a machine that may be thrown away and does nothing else; needs xvfb.
#
#   packaging/check-package.sh DEB [LARGE-PLAN]      the plan is the one that release.sh left beside the DEB
set -eu
deb=$1
large=${2:-$(dirname "$deb")/large.shardplan}
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

three() { # three starts, since a machine is never quite quiet: take the best
  for i in 1 2 3; do "$here/window.sh" "$command" kill "$@" | paste -sd '|' | sed 's/|/ | /g'; done
}
echo "start with the sample, with the start-up cache (needed: half of the CPU without it, under 2000 ms):"
three
echo "without:"
JAVA_TOOL_OPTIONS=-XX:AOTMode=off three
# The file is read beside the building of the window, so the first frame's CPU holds most of that here.
echo "$(basename "$large") (needed: opened in 2000 ms by the clock, under 400 MB; all figures count from the start):"
three "$large" | awk '{
  match($0, /first frame: [0-9]+ ms CPU, [0-9]+/); split(substr($0, RSTART, RLENGTH), frame, /[ :,]+/)
  match($0, /plan shown: [0-9]+ ms CPU, [0-9]+/); split(substr($0, RSTART, RLENGTH), plan, /[ :,]+/)
  print $0 " | after the first frame " plan[6] - frame[6] " ms clock, " plan[3] - frame[3] " ms CPU" }'
echo "two plans: the desktop starts the program once for each (%f)"
"$here/window.sh" "$command" kill "$work/a.shardplan" &
"$here/window.sh" "$command" kill "$work/b.shardplan"
wait
