#!/usr/bin/env bash
# Takes the pictures of the user guide, guide/images, anew. Where no display is set it needs Xvfb,
# and a window manager, openbox.
set -euo pipefail

source "$(dirname "${BASH_SOURCE[0]}")/host.sh"
build_if_needed

data="$samples/target/data"
[ -e "$data/stack.tif" ] || run_class org.cleanplate.samples.SampleGenerator "$data"

# The dashboard shows a short run, from its first step on.
rm -rf "$data/creature-run"

if [ -z "${DISPLAY:-}" ]; then
  exec 3< <(exec Xvfb -displayfd 1 -screen 0 1600x1000x24 2>/dev/null)
  read -r number <&3
  export DISPLAY=":$number"
  server="$(pgrep -n -f "Xvfb -displayfd 1 -screen 0 1600x1000x24")"
  openbox &
  manager=$!
  trap 'kill "$manager" "$server"' EXIT
fi

JAVA_OPTS="-Djava.awt.headless=false -Dcleanplate.models=$samples/target/guide-models ${JAVA_OPTS:-}" \
  run_class org.cleanplate.samples.guide.GuidePictures "$data" "$samples/guide/images"
printf 'pictures in %s\n' "$samples/guide/images"
