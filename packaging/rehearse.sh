#!/bin/sh
# Does by the keyboard what a user does in a window: searches, exports a sample with its rows, writes two reports, tries
# servers that are not there. Ends with an error, and a picture of the screen, at the first step that did not happen.
# window.sh calls it; needs xdotool, a window of sample:car-rental 1600 pixels wide on DISPLAY, and ImageMagick for the picture.
#
#   packaging/rehearse.sh PROCESS HOME      the program's number, and the user's home as it sees it: an empty folder
set -eu
process=$1 home=$2
tools=$(cd "$(dirname "$0")" && pwd)

fail() {
  echo "rehearse.sh: $1" >&2
  ! command -v import >/dev/null || import -silent -window root "$home/screen.png" || true
  exit 1
}
happens() { # happens COMPLAINT COMMAND…: waits until the command is true
  complaint=$1
  shift
  for _ in $(seq 900); do
    ! "$@" || return 0
    sleep 0.2
  done
  fail "$complaint"
}
ticks() { # the processor's time that the program has used, in hundredths of a second
  sed 's/.*) //' "/proc/$process/stat" | { read -r _ _ _ _ _ _ _ _ _ _ _ user system _; echo $((user + system)); }
}
calm() { # Keys that come before a page has opened would go to where the focus was before.
  rest=0
  for _ in $(seq 200); do
    was=$(ticks)
    sleep 0.4
    if [ $(($(ticks) - was)) -le 3 ]; then rest=$((rest + 1)); else rest=0; fi
    [ $rest -lt 2 ] || return 0
  done
}
keys() { for key in "$@"; do xdotool key "$key"; sleep 0.3; done; calm; }
words() { xdotool type --delay 50 "$1"; calm; }
back() { for _ in $(seq "$1"); do xdotool key shift+Tab; sleep 0.1; done; calm; }
on() { for _ in $(seq "$1"); do xdotool key Tab; sleep 0.1; done; calm; }
# No window manager is there to hand the keyboard over.
take() { xdotool windowraise "$1" windowfocus --sync "$1"; calm; }
opened() { main=$(xdotool search --onlyvisible --name 'car-rental' 2>/dev/null | head -1); [ -n "$main" ]; }

happens "no window shows the sample" opened
calm # its questions are answered, and the other window's plan is drawn
take "$main"
keys ctrl+k
words rentals
keys Return
keys ctrl+k
words Switch
keys Return
dark() { grep -rqs DARK "$home/settings"; }
happens "the search found nothing to do" dark
keys ctrl+shift+d

# The data's format is the seventh option after the list of files, in which the page begins. The button that writes follows
# the folder, its button and the consent.
keys ctrl+e
on 7
keys Down # from INSERT, which samples have, to COPY
on 4
keys space
exported() { grep -qs '^COPY' "$home/shardwright-export/context_data.sql"; }
happens "no rows were exported" exported
keys Escape

dialog() { # the desktop's dialog is the large window that was not there before
  for id in $(xdotool search --onlyvisible --name '' 2>/dev/null); do
    case " $before " in *" $id "*) continue ;; esac
    [ "$(xdotool getwindowgeometry --shell "$id" | sed -n 's/^HEIGHT=//p')" -lt 300 ] || { asked=$id; return 0; }
  done
  return 1
}
report() { # report ENDING KEY…: the keys choose a line of the menu
  file=$home/report.$1
  shift
  before=$(xdotool search --onlyvisible --name '' 2>/dev/null | paste -sd ' ')
  keys ctrl+shift+r "$@" Return
  happens "nobody asked where to put $file" dialog
  take "$asked"
  keys ctrl+a
  words "$file"
  keys Return
  happens "no report was written to $file" test -s "$file"
  take "$main"
}
report html Down
report pdf Down Down

# Where nobody answers, a driver has been loaded and tried all the same.
env -u JAVA_TOOL_OPTIONS "${JAVA_HOME:+$JAVA_HOME/bin/}java" "$tools/ClosedDoor.java" "$home/door" &
door=$!
trap 'kill $door 2>/dev/null || true' EXIT
happens "there is no port to knock at" test -s "$home/door"
knocks() { grep -c knocked "$home/door" || true; }
more() { [ "$(knocks)" -gt "$1" ]; }
keys ctrl+o
for product in mysql mariadb postgresql; do
  keys ctrl+a
  words "jdbc:$product://127.0.0.1:$(head -1 "$home/door")/shop"
  on 9 # server, host, port, database, user, password, TLS, schemas: the test
  before=$(knocks)
  keys space
  happens "no driver was tried for $product" more "$before"
  back 9
done
keys Escape
