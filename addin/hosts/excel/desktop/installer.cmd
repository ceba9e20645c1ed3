@echo off
rem Fordel i Excel, for denne bruger. Ingen administrator; intet hentes fra nettet; kan koeres igen for at opdatere.
setlocal
set "HER=%~dp0"
set "MAAL=%LOCALAPPDATA%\Fordel\python"
tasklist /FI "IMAGENAME eq EXCEL.EXE" /NH | find /I "EXCEL.EXE" >nul && goto aaben
py -UDGAVE -m venv "%MAAL%" || goto fejl
"%MAAL%\Scripts\python.exe" -I -m pip install --no-index --find-links "%HER%hjul" --require-hashes ^
    -r "%HER%krav.txt" || goto fejl
"%MAAL%\Scripts\fordel.exe" excel installer --xlam "%HER%Fordel.xlam" || goto fejl
pause
exit /b 0
:aaben
echo Excel er aaben. Gem dit arbejde, luk Excel, og proev igen. Intet er aendret.
pause
exit /b 1
:fejl
echo.
echo Det lykkedes ikke; det, der staar ovenfor, siger hvorfor. Er Python UDGAVE paa pc'en? Proev: py -UDGAVE --version
pause
exit /b 1
