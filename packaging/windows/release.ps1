# Makes the Windows installer (.msi) below target\release. Has to be run on Windows, with a JDK 25 in JAVA_HOME,
# Maven and WiX; it was written by the Linux script's measure and never run.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..\..')
$version = ([xml](Get-Content pom.xml)).project.version
$out = 'target\release'
mvn -B -q -DskipTests package
Remove-Item -Recurse -Force $out -ErrorAction SilentlyContinue
New-Item -ItemType Directory "$out\input" | Out-Null
Get-ChildItem target\shardwright\lib\*.jar |
  Where-Object { $_.Name -notmatch 'embedded-postgres-binaries-' -or $_.Name -match 'windows-amd64' } |
  Copy-Item -Destination "$out\input"
# No class of a signed jar gets into the start-up cache.
Add-Type -AssemblyName System.IO.Compression.FileSystem
Get-ChildItem "$out\input\*.jar" | ForEach-Object {
  $jar = [IO.Compression.ZipFile]::Open($_.FullName, 'Update')
  @($jar.Entries | Where-Object { $_.FullName -match '^META-INF/[^/]+\.(SF|RSA|DSA|EC)$' }) | ForEach-Object { $_.Delete() }
  $jar.Dispose()
}
& "$env:JAVA_HOME\bin\java" packaging\MakeIcons.java "$out\icons"
& "$env:JAVA_HOME\bin\java" packaging\Licences.java "$out\input" "$HOME\.m2\repository" assets\fonts "$out\input\licences.txt"
$modules = (Get-Content packaging\modules.txt | Where-Object { $_ -notmatch '^#' }) -join ','
& "$env:JAVA_HOME\bin\jlink" --output "$out\runtime" --strip-debug --no-header-files --no-man-pages --add-modules $modules
& "$env:JAVA_HOME\bin\jpackage" --type app-image --dest $out --name Shardwright --app-version $version `
  --input "$out\input" --main-jar "shardwright-$version.jar" --main-class dev.shardwright.Launcher `
  --runtime-image "$out\runtime" --icon "$out\icons\shardwright.ico" '@packaging\jpackage.args'
# The rehearsal for the start-up cache: do by hand what packaging/rehearse.sh does, then close the window.
$env:JAVA_TOOL_OPTIONS = "-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:AOTCacheOutput=$PWD\$out\Shardwright\app\shardwright.aot"
Start-Process -Wait "$out\Shardwright\Shardwright.exe"
Remove-Item Env:JAVA_TOOL_OPTIONS
(Get-Content "$out\Shardwright\app\Shardwright.cfg") -replace '^\[JavaOptions\]$', "[JavaOptions]`njava-options=-XX:AOTCache=`$APPDIR\shardwright.aot" |
  Set-Content "$out\Shardwright\app\Shardwright.cfg"
& "$env:JAVA_HOME\bin\jpackage" --type msi --dest $out --app-image "$out\Shardwright" --name Shardwright `
  --app-version $version --file-associations packaging\shardplan.properties `
  --win-menu --win-shortcut-prompt --win-dir-chooser --win-upgrade-uuid 6d1f4c1e-5a0b-4d0e-9c7e-3b8a5a9f2c41
