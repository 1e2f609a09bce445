#!/bin/sh
# Makes the macOS image (.dmg) below target/release. Has to be run on a Mac, with a JDK 25 in JAVA_HOME and
# Maven; it was written by the Linux script's measure and never run. Signing is left to who has a certificate.
set -eu
cd "$(dirname "$0")/../.."
version=$(sed -n 's:^  <version>\(.*\)</version>.*:\1:p' pom.xml | head -1)
# A Mac takes no version that begins with 0.
shown=${version#0.}
out=target/release
mvn -B -q -DskipTests package
rm -rf "$out"
mkdir -p "$out/input"
for jar in target/shardwright/lib/*.jar; do
  case $jar in
    *embedded-postgres-binaries-darwin-*) ;;
    *embedded-postgres-binaries-*) continue ;;
  esac
  cp -p "$jar" "$out/input/"
done
# No class of a signed jar gets into the start-up cache. zip says 12 where there was no signature.
for jar in "$out"/input/*.jar; do
  zip -qd "$jar" 'META-INF/*.SF' 'META-INF/*.RSA' 'META-INF/*.DSA' 'META-INF/*.EC' >/dev/null || [ $? -eq 12 ]
done
"$JAVA_HOME/bin/java" packaging/MakeIcons.java "$out/icons"
"$JAVA_HOME/bin/java" packaging/Licences.java "$out/input" "$HOME/.m2/repository" assets/fonts "$out/input/licences.txt"
"$JAVA_HOME/bin/jlink" --output "$out/runtime" --strip-debug --no-header-files --no-man-pages \
  --add-modules "$(grep -v '^#' packaging/modules.txt | paste -sd, -)"
"$JAVA_HOME/bin/jpackage" --type app-image --dest "$out" --name Shardwright --app-version "$shown" \
  --input "$out/input" --main-jar "shardwright-$version.jar" --main-class dev.shardwright.Launcher \
  --runtime-image "$out/runtime" --icon "$out/icons/shardwright.icns" @packaging/jpackage.args
# The rehearsal for the start-up cache: do by hand what packaging/rehearse.sh does, then close the window.
app=$out/Shardwright.app/Contents
JAVA_TOOL_OPTIONS="-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:AOTCacheOutput=$PWD/$app/app/shardwright.aot" \
  "$app/MacOS/Shardwright"
sed -i '' 's|^\[JavaOptions\]$|&\
java-options=-XX:AOTCache=$APPDIR/shardwright.aot|' "$app/app/Shardwright.cfg"
"$JAVA_HOME/bin/jpackage" --type dmg --dest "$out" --app-image "$out/Shardwright.app" --name Shardwright \
  --app-version "$shown" --file-associations packaging/shardplan.properties
