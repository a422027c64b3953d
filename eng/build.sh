#!/usr/bin/env bash
# Builds the program into artifacts/app: quietly when it works, with the log when it does not.
set -u
root=$(cd "$(dirname "$0")/.." && pwd -P) || exit 3
app=$root/artifacts/app
log=$root/artifacts/build.log
mkdir -p "$root/artifacts" || exit 3
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

for tool in dotnet node npm; do
  if ! command -v "$tool" >/dev/null 2>&1; then
    echo "manometer: '$tool' is not installed. The program is built from source on first use and needs the .NET 10 SDK and Node 20 or later." >&2
    exit 3
  fi
done

# One build at a time: a second caller waits for the first, then finds its work done.
if command -v flock >/dev/null 2>&1; then
  exec 9>"$root/artifacts/.build.lock"
  flock 9
fi

if [ ! -d "$app" ]; then
  echo "Building Manometer: the first time takes one to three minutes ..." >&2
elif [ -t 2 ]; then
  echo "Building Manometer anew ..." >&2
fi
started=$root/artifacts/.build-started
touch "$started"
fresh=$root/artifacts/app.new
rm -rf "$fresh"

# Ctrl+C: the program being built is thrown away, the one that stands stays.
trap 'rm -rf "$fresh"; echo "manometer: the build was stopped; run again to go on." >&2; exit 130' INT TERM

publish() {
  dotnet publish "$root/src/Manometer.Cli" -c Release -o "$fresh" --nologo -v quiet "$@" >>"$log" 2>&1
}

: >"$log"
# Compiled ahead of time the program starts faster; where that compiler is not to be had, it is built without.
if ! publish -p:PublishReadyToRun=true && ! publish -p:PublishReadyToRun=false; then
  echo "manometer: the build failed. The end of artifacts/build.log:" >&2
  grep -E 'error|warn' "$log" | sort -u | tail -20 >&2
  exit 3
fi

touch -r "$started" "$fresh/.built"
rm -rf "$app.old"
[ -d "$app" ] && mv "$app" "$app.old"
mv "$fresh" "$app" && rm -rf "$app.old" "$started"
