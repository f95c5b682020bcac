@echo off
rem Starts the stand-in for Electron's executable on the Node 24 that the project installs.
setlocal
set "inspect="
for %%a in (%*) do (
  if "%%~a"=="--inspect" set "inspect=--inspect=0"
)
echo %* | findstr /c:"--inspect=0" >nul && set "inspect=--inspect=0"
"%~dp0..\..\..\node_modules\.bin\node.cmd" %inspect% --import "file:///%~dp0..\register-electron.ts" "%~dp0..\boot.ts" %*
