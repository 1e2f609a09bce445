#!/bin/sh
# Makes the Linux packages below target/release: a folder that runs without Java (app-image), a .deb,
# and the list of licences. Needs a JDK 25 (JAVA_HOME, else the one that bin/shardwright finds), Maven
# unless --program names a built target/shardwright, and fakeroot, dpkg-deb, binutils, zip, xvfb, xdotool.
#
#   packaging/release.sh [--program FOLDER] [--no-aot] [--short] [--no-deb]
#
# --short lets the rehearsal for the start-up cache open only, not search, export and report. A start costs some 0.15 s of
# the processor less then, since the JVM links all classes of the cache at once; exports and reports begin slower.
set -eu
cd "$(dirname "$0")/.."

program= aot=yes day=yes deb=yes
while [ $# -gt 0 ]; do
  case $1 in
    --program) program=$2; shift ;;
    --no-aot) aot= ;;
    --short) day= ;;
    --no-deb) deb= ;;
    *) echo "release.sh: $1 is no option." >&2; exit 2 ;;
  esac
  shift
done
: "${JAVA_HOME:?name a JDK 25 in JAVA_HOME}"
for tool in "$JAVA_HOME/bin/jpackage" "$JAVA_HOME/bin/jlink" fakeroot dpkg-deb objcopy zip; do
  command -v "$tool" >/dev/null || { echo "release.sh: $tool is missing." >&2; exit 2; }
done
[ -n "$program" ] || { mvn -B -q -DskipTests package; program=target/shardwright; }

# The version stands in pom.xml alone.
version=$(sed -n 's:^  <version>\(.*\)</version>.*:\1:p' pom.xml | head -1)
out=target/release
rm -rf "$out"
mkdir -p "$out/input"

# Only this system's PostgreSQL; the others' are two thirds of all jars.
case $(uname -m) in x86_64) arch=amd64 ;; aarch64) arch=arm64v8 ;; *) arch=$(uname -m) ;; esac
for jar in "$program"/lib/*.jar; do
  case $jar in
    *embedded-postgres-binaries-linux-$arch-[0-9]*) ;;
    *embedded-postgres-binaries-*) continue ;;
  esac
  cp -p "$jar" "$out/input/"
done

# The JVM keeps no class of a signed jar in its start-up cache, and checks each signature at every start.
# zip says 12 where there was none.
for jar in "$out"/input/*.jar; do
  zip -qd "$jar" 'META-INF/*.SF' 'META-INF/*.RSA' 'META-INF/*.DSA' 'META-INF/*.EC' >/dev/null ||
    [ $? -eq 12 ] || { echo "release.sh: the signature of $jar cannot be taken off." >&2; exit 1; }
done

"$JAVA_HOME/bin/java" packaging/MakeIcons.java "$out/icons"
"$JAVA_HOME/bin/java" packaging/Licences.java "$out/input" "${MAVEN_REPOSITORY:-$HOME/.m2/repository}" \
  assets/fonts "$out/licences.txt"
cp "$out/licences.txt" "$out/input/"

# jdeps cannot tell the modules, since some jars hold the same packages: so they are named.
# bin/java stays in the runtime, because making the AOT cache starts it.
"$JAVA_HOME/bin/jlink" --output "$out/runtime" --strip-debug --no-header-files --no-man-pages \
  --add-modules "$(grep -v '^#' packaging/modules.txt | paste -sd, -)"

"$JAVA_HOME/bin/jpackage" --type app-image --dest "$out" --name shardwright --app-version "$version" \
  --input "$out/input" --main-jar "shardwright-$version.jar" --main-class dev.shardwright.Launcher \
  --runtime-image "$out/runtime" --icon "$out/icons/shardwright.png" \
  @packaging/jpackage.args
image=$out/shardwright

grown() { # a plan of so many tables, as NAME.shardplan; no part of the packages
  "$JAVA_HOME/bin/java" packaging/MakeRehearsal.java "$1" "$2.sql"
  "$image/bin/shardwright" plan "$2.sql" --root clients --quiet -o "$2.shardplan" >/dev/null
}

train() { # rehearses with a sample and a large plan; the JVM remembers the loaded and linked classes
  for tool in Xvfb ${day:+xdotool}; do
    command -v $tool >/dev/null || {
      echo "release.sh: $tool is needed for the AOT cache (or --no-aot)." >&2; exit 2; }
  done
  # A large plan takes other ways than a sample: the file's reader, the atlas, lists filled frame by frame.
  grown 500 "$out/rehearsal"
  # Where the files lie in the end is not where they are now; the JVM allows that, as long as all of
  # them moved together and kept their times. Profiles are left out: with them the JVM would compile at
  # every start, with the expensive compiler, what had become hot by the end of the rehearsal.
  cache=$PWD/$image/lib/app/shardwright.aot home=$PWD/$out/home
  mkdir -p "$home"
  export HOME_OF_PROGRAM="$home" DRIVE=
  [ -z "$day" ] || DRIVE='packaging/rehearse.sh "$0" "$HOME_OF_PROGRAM"'
  JAVA_TOOL_OPTIONS="-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:AOTCacheOutput=$cache -Duser.home=$home" \
    XDG_CONFIG_HOME=$home/settings XDG_STATE_HOME=$home/state STAY=20 \
    packaging/window.sh "$image/bin/shardwright" close sample:car-rental "$out/rehearsal.shardplan" \
    >"$out/aot.log" 2>&1 || { cat "$out/aot.log" >&2; exit 1; }
  grep -q 'AOTCache creation is complete' "$out/aot.log" && [ -s "$cache" ] || {
    cat "$out/aot.log" >&2; echo "release.sh: no AOT cache was made." >&2; exit 1; }
  sed -i '/^\[JavaOptions\]/a java-options=-XX:AOTCache=$APPDIR/shardwright.aot' \
    "$image/lib/app/shardwright.cfg"
}
[ -z "$aot" ] || train

if [ -n "$deb" ]; then
  # Finishing takes it apart again and packs it: packing twice would cost a minute.
  DPKG_DEB_COMPRESSOR_TYPE=none "$JAVA_HOME/bin/jpackage" --type deb --dest "$out" --app-image "$image" --name shardwright \
    --app-version "$version" --file-associations packaging/shardplan.properties \
    --linux-package-deps "libgtk-3-0, libgl1, libxtst6, libxxf86vm1, libpangoft2-1.0-0, fontconfig" \
    @packaging/linux/deb.args
  packaging/linux/finish-deb.sh "$out"/shardwright_"$version"*.deb "$image" "$out/icons/shardwright.png"
  grown 1000 "$out/large" # for packaging/check-package.sh
fi
du -sh "$image" "$out"/*.deb 2>/dev/null
