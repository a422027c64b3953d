# Builds the program into artifacts\app on Windows; with -IfStale only when a source file is newer than it.
param([switch]$IfStale)
$root = Split-Path -Parent $PSScriptRoot
$app = Join-Path $root 'artifacts\app'
$stamp = Join-Path $app '.built'
if ($IfStale -and (Test-Path $stamp)) {
  $built = (Get-Item $stamp).LastWriteTimeUtc
  $sources = @('src', 'web\src', 'web\package-lock.json', 'cases\starter', 'Directory.Build.props', 'Directory.Packages.props', 'global.json', 'eng') | ForEach-Object { Join-Path $root $_ }
  if (-not (Get-ChildItem $sources -Recurse -File -ErrorAction SilentlyContinue | Where-Object LastWriteTimeUtc -gt $built | Select-Object -First 1)) { exit 0 }
}
foreach ($tool in 'dotnet', 'node', 'npm') {
  if (-not (Get-Command $tool -ErrorAction SilentlyContinue)) {
    [Console]::Error.WriteLine("manometer: '$tool' is not installed. The program is built from source on first use and needs the .NET 10 SDK and Node 20 or later.")
    exit 3
  }
}
$started = (Get-Date).ToUniversalTime()
$log = Join-Path $root 'artifacts\build.log'
New-Item -ItemType Directory -Force (Join-Path $root 'artifacts') | Out-Null
$fresh = "$app.new"
if (Test-Path $fresh) { Remove-Item -Recurse -Force $fresh }
dotnet publish (Join-Path $root 'src\Manometer.Cli') -c Release -o $fresh --nologo -v quiet -p:PublishReadyToRun=true *> $log
if ($LASTEXITCODE -ne 0) { dotnet publish (Join-Path $root 'src\Manometer.Cli') -c Release -o $fresh --nologo -v quiet *> $log }
if ($LASTEXITCODE -ne 0) {
  [Console]::Error.WriteLine('manometer: the build failed. The end of artifacts\build.log:')
  Get-Content $log -Tail 20 | ForEach-Object { [Console]::Error.WriteLine($_) }
  exit 3
}
New-Item -ItemType File -Force (Join-Path $fresh '.built') | Out-Null
(Get-Item (Join-Path $fresh '.built')).LastWriteTimeUtc = $started
if (Test-Path $app) { Remove-Item -Recurse -Force $app }
Move-Item $fresh $app
