# Builds the Windows bundle, and the installer where Inno Setup 6 is there:
#   powershell -ExecutionPolicy Bypass -File packaging\windows\package.ps1
param(
    [string]$Python = "py",
    [string]$Venv = ".venv"
)
Set-StrictMode -Version Latest
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

function Invoke-Checked {
    param([string]$Program, [string[]]$Words)
    & $Program @Words
    if ($LASTEXITCODE -ne 0) {
        throw "$Program $($Words -join ' ') ended with $LASTEXITCODE"
    }
}

$inVenv = Join-Path $Venv "Scripts\python.exe"
if (-not (Test-Path $inVenv)) {
    Invoke-Checked $Python @("-m", "venv", $Venv)
}
Invoke-Checked $inVenv @("-m", "pip", "install", "--quiet", "--upgrade", "pip", "setuptools")
# --group needs pip 25.1, which the line above brings
Invoke-Checked $inVenv @("-m", "pip", "install", "--quiet", "--editable", ".", "--group", "package")
Invoke-Checked $inVenv @("packaging\package.py", "--archive")

$version = & $inVenv -c "import padviewer; print(padviewer.__version__)"
$iscc = Get-Command "iscc" -ErrorAction SilentlyContinue
if ($null -eq $iscc) {
    Write-Host "Inno Setup 6 (iscc) is not on the path: dist holds the .zip, and no installer."
} else {
    Invoke-Checked $iscc.Source @("/DVersion=$version", "packaging\windows\padviewer.iss")
}
