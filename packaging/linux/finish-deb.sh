#!/bin/sh
# Adds to a .deb what jpackage does not know: the command line in the PATH, its manual page, the
# completion of bash and zsh, the licences and the icons where Debian keeps them, and what it can do more with.
# finish-deb.sh DEB APP-IMAGE ICON
set -eu
deb=$1 image=$2 icon=$3
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
fakeroot -- sh -eu -c '
  root=$1 deb=$2 image=$3 icon=$4
  dpkg-deb -R "$deb" "$root"
  # The AOT cache holds the times of the files it was made of.
  cp -rp "$image/lib/app/." "$root/opt/shardwright/lib/app/"
  mkdir -p "$root/usr/bin" "$root/usr/share/man/man1" "$root/usr/share/bash-completion/completions" \
    "$root/usr/share/zsh/vendor-completions" "$root/usr/share/doc/shardwright"
  ln -s /opt/shardwright/bin/shardwright "$root/usr/bin/shardwright"
  "$image/bin/shardwright" generate-man-page | gzip -9n >"$root/usr/share/man/man1/shardwright.1.gz"
  "$image/bin/shardwright" generate-completion | sed "1{/^#!/d}" >"$root/usr/share/bash-completion/completions/shardwright"
  {
    echo "#compdef shardwright"
    echo "autoload -U +X bashcompinit && bashcompinit"
    echo "source /usr/share/bash-completion/completions/shardwright"
  } >"$root/usr/share/zsh/vendor-completions/_shardwright"
  # jpackage lets xdg tools put these in place, which fail where there is no desktop; as files of the
  # package they need no script, and the triggers of the desktop see them.
  mkdir -p "$root/usr/share/applications" "$root/usr/share/mime/packages"
  mv "$root"/opt/shardwright/lib/shardwright-shardwright.desktop "$root/usr/share/applications/shardwright.desktop"
  mv "$root"/opt/shardwright/lib/shardwright-shardwright-MimeInfo.xml "$root/usr/share/mime/packages/shardwright.xml"
  rm -f "$root"/DEBIAN/postinst "$root"/DEBIAN/prerm "$root"/DEBIAN/preinst "$root"/DEBIAN/postrm
  # Desktops look here for the sign of a plan file too.
  for of in apps/shardwright mimetypes/application-x-shardplan; do
    mkdir -p "$root/usr/share/icons/hicolor/512x512/$(dirname $of)"
    cp "$icon" "$root/usr/share/icons/hicolor/512x512/$of.png"
  done
  # jpackage writes that the licence is unknown.
  rm -rf "$root/opt/shardwright/share"
  gzip -9nc CHANGELOG.md >"$root/usr/share/doc/shardwright/changelog.gz"
  # lpr prints; a server without a printer does not need it.
  sed -i "s/^Depends:.*/&\nRecommends: cups-bsd/" "$root/DEBIAN/control"
  more=" Reads a MySQL, MariaDB or PostgreSQL database or a dump, colours its\n tables from a root table,"
  more="$more counts what stands in the way, and writes the SQL\n for the shards. The database is only read."
  sed -i "s/^Description:.*/&\n$more/; /^\$/d" "$root/DEBIAN/control"
  cp "$image/lib/app/licences.txt" "$root/usr/share/doc/shardwright/copyright"
  chmod -R u+rwX,go+rX,go-w "$root"
  dpkg-deb -Zxz -b "$root" "$deb" >/dev/null
' sh "$root" "$deb" "$image" "$icon"
