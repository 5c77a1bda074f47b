#!/usr/bin/env bash
# Makes the file from which a JVM starts Laurel twice as fast: starts it once with the demo in a directory of its own, lets it
# award, host and verify, stops it, and keeps which classes were loaded and which methods were busy.
#   deploy/faster-start.sh target/quarkus-app laurel.aot      then: java -XX:AOTCache=laurel.aot -jar target/quarkus-app/quarkus-run.jar
# On a JDK before 25:
#   deploy/faster-start.sh target/quarkus-app laurel.jsa      then: java -XX:SharedArchiveFile=laurel.jsa -jar …
# The file holds for this build, in this place, on this very JVM; with any other the JVM passes it over and starts as ever.
set -euo pipefail
app=$(cd "$1" && pwd)
kept=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
case "$kept" in
  *.aot) option=-XX:AOTCacheOutput=$kept ;;
  *.jsa) option=-XX:ArchiveClassesAtExit=$kept ;;
  *) echo "The file ends in .aot (JDK 25) or .jsa (before)." >&2; exit 1 ;;
esac
data=$(mktemp -d)
trap 'kill "$service" 2>/dev/null && wait "$service"; rm -rf "$data"' EXIT

port=${LAUREL_HTTP_PORT:-18080}
management=${LAUREL_MANAGEMENT_PORT:-19000}
LAUREL_DATA_DIR=$data/data LAUREL_DEMO=true LAUREL_BASE_URL=http://localhost:$port LAUREL_HTTP_PORT=$port \
  LAUREL_MANAGEMENT_PORT=$management "$java" "$option" -jar "$app/quarkus-run.jar" >"$data/log" 2>&1 &
service=$!

# without curl, which images of a JVM do not have
get() { # port, path
  exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf 'GET %s HTTP/1.0\r\nHost: localhost:%s\r\nAccept: text/html\r\n\r\n' "$2" "$1" >&3
  cat <&3
  exec 3<&-
}
for _ in $(seq 600); do
  kill -0 "$service" 2>/dev/null || { cat "$data/log" >&2; exit 1; }
  badge=$(grep -o "http://localhost:$port/credentials/[A-Za-z0-9_-]*" "$data/log" | head -n 1 || true)
  if [ -n "$badge" ] && get "$management" /health/ready 2>/dev/null | grep -q '200 OK'; then break; fi
  badge=
  sleep 0.2
done
[ -n "$badge" ] || { echo "Laurel was not ready within two minutes." >&2; cat "$data/log" >&2; exit 1; }

for _ in $(seq 20); do
  for path in / /catalogue "${badge#http://localhost:$port}" "/verify?url=$badge"; do
    get "$port" "$path" >/dev/null
  done
done
kill -TERM "$service"
wait "$service" || true
[ -s "$kept" ] || { cat "$data/log" >&2; exit 1; }
