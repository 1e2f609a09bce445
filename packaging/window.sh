#!/bin/sh
# Starts a program under a screen of its own, waits for its first frame and prints what that and the first plan
# cost, as the program itself writes it to its log: CPU of all its threads, time on the clock; and how much memory
# it has then. Then ends it in order, or kills it. Needs Xvfb; a picture needs ImageMagick.
#
#   packaging/window.sh PROGRAM close|kill [ARGUMENT…]      SHOT=FILE keeps a picture of the window,
#                                                           DRIVE=COMMAND gets its process and does something in it
set -eu
program=$1 end=$2
shift 2
display=:$(( 100 + $$ % 800 ))
Xvfb "$display" -screen 0 1700x1050x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true' EXIT
export DISPLAY=$display
# On a desktop GTK asks once a session what OpenGL can do; on a screen just made it would load Mesa (43 MB) for that.
export GDK_GL=disable
until [ -S "/tmp/.X11-unix/X${display#:}" ]; do sleep 0.1; done

log=$(mktemp)
JAVA_TOOL_OPTIONS="${JAVA_TOOL_OPTIONS-} -Dshardwright.log=$log" "$program" "$@" &
process=$!
for i in $(seq 600); do
  kill -0 $process 2>/dev/null || { echo "window.sh: $program ended before its window opened." >&2; exit 1; }
  ! grep -q 'first frame' "$log" || break
  sleep 0.2
done
grep -o 'first frame.*' "$log" || { kill $process; echo "window.sh: no window opened." >&2; exit 1; }
# The rehearsal for the AOT cache needs the plan on the screen, not only the frame.
sleep "${STAY:-6}"
grep -m 1 -o 'plan shown.*' "$log" || echo "no plan after ${STAY:-6} s"
sed -n 's/^VmRSS:[ \t]*\([0-9]*\)[0-9][0-9][0-9] kB/memory: \1 MB/p' "/proc/$process/status"
[ -z "${SHOT-}" ] || import -silent -window root "$SHOT"
[ -z "${DRIVE-}" ] || sh -c "$DRIVE" "$process" || { kill -KILL $process; exit 1; }
# TERM lets the JVM end in order, as a window that is closed does; an AOT cache is made then.
case $end in close) signal=TERM ;; *) signal=KILL ;; esac
kill -$signal $process
wait $process || true
rm -f "$log"
