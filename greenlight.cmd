@echo off
rem Starts Greenlight on Windows: makes its environment when the lock changed, then opens the desk or runs a command.
rem   greenlight               open the desk
rem   greenlight COMMAND ...   the command line (greenlight --help)
rem   greenlight test [--all]  the one strict check of this project
rem   greenlight setup         only make the environment
setlocal
set "root=%~dp0"
set "python=%root%.venv\Scripts\python.exe"
set "stamp=%root%.venv\.greenlight-lock"

if exist "%python%" if exist "%stamp%" fc /b "%root%requirements.lock" "%stamp%" >nul 2>&1 && goto ready

set "uv=uv"
where uv >nul 2>&1 && goto have_uv
set "uv=%root%.venv-tools\Scripts\uv.exe"
if exist "%uv%" goto have_uv
echo greenlight: installing uv into .venv-tools 1>&2
py -3 -m venv "%root%.venv-tools" 2>nul || python -m venv "%root%.venv-tools"
if errorlevel 1 (
    echo greenlight: no Python found: install Python 3.11 or newer from python.org 1>&2
    exit /b 2
)
"%root%.venv-tools\Scripts\python.exe" -m pip install --quiet --require-hashes -r "%root%requirements-uv.lock" 1>&2
if errorlevel 1 exit /b 2

:have_uv
echo greenlight: making the environment (once; needs the internet) 1>&2
if exist "%stamp%" del "%stamp%"
set "VIRTUAL_ENV="
rem schools whose network opens encrypted traffic have their certificate in the system's store
if not defined UV_SYSTEM_CERTS set "UV_SYSTEM_CERTS=true"
if not exist "%python%" "%uv%" venv --quiet --clear --python ">=3.11" "%root%.venv" 1>&2
if errorlevel 1 exit /b 2
"%uv%" pip sync --quiet --python "%python%" --require-hashes "%root%requirements.lock" 1>&2
if errorlevel 1 exit /b 2
rem the trailing dot keeps the closing quote from being escaped by the folder's last backslash
"%uv%" pip install --quiet --python "%python%" --no-deps --no-build-isolation --offline -e "%root%." 1>&2
if errorlevel 1 exit /b 2
copy /y /b "%root%requirements.lock" "%stamp%" >nul

:ready
if "%~1"=="setup" exit /b 0
if "%~1"=="test" goto test
if "%~1"=="promises" goto promises
"%python%" -m app %*
exit /b %errorlevel%

:test
cd /d "%root%"
"%python%" tests\checks.py %*
exit /b %errorlevel%

:promises
cd /d "%root%"
"%python%" -m tests.promises %*
exit /b %errorlevel%
