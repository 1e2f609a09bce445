@echo off
rem Starts Shardwright with the first Java 25 or newer that it finds.
rem   SHARDWRIGHT_JAVA       the Java to use: its home folder
rem   SHARDWRIGHT_JAVA_OPTS  more options for Java, such as -Xmx4g
setlocal EnableExtensions
set "JAVA="
if defined SHARDWRIGHT_JAVA (
  call :try "%SHARDWRIGHT_JAVA%"
  if not defined JAVA (
    echo shardwright: SHARDWRIGHT_JAVA names %SHARDWRIGHT_JAVA%, which is not a Java 25 or newer. 1>&2
    exit /b 2
  )
)
if not defined JAVA if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JAVA for /f "delims=" %%J in ('where java 2^>nul') do if not defined JAVA call :try "%%~dpJ.."
if not defined JAVA for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%USERPROFILE%\.jdks\*") do if not defined JAVA call :try "%%~fD"
if not defined JAVA (
  echo shardwright: no Java 25 or newer was found; install a JDK 25, or set JAVA_HOME or SHARDWRIGHT_JAVA to one. 1>&2
  exit /b 2
)
"%JAVA%" --enable-native-access=ALL-UNNAMED %SHARDWRIGHT_JAVA_OPTS% -cp "%~dp0..\lib\*" dev.shardwright.Launcher %*
exit /b %ERRORLEVEL%

rem Sets JAVA to the program of the Java home given, if its release file says 25 or newer.
:try
if not exist "%~1\bin\java.exe" goto :eof
if not exist "%~1\release" goto :eof
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do call :accept "%~1" %%V
goto :eof

:accept
set "MAJOR=%~2"
set "MAJOR=%MAJOR:"=%"
if %MAJOR% GEQ 25 set "JAVA=%~1\bin\java.exe"
goto :eof
