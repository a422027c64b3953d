@echo off
rem Runs Manometer. Builds it first when there is no built program, or a source file is newer than it.
setlocal
set "root=%~dp0"
powershell -NoProfile -ExecutionPolicy Bypass -File "%root%eng\build.ps1" -IfStale
if errorlevel 1 exit /b 3
"%root%artifacts\app\manometer.exe" %*
exit /b %errorlevel%
