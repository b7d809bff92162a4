#!/usr/bin/env bash
# Mattes the sample stack and the sample video by an ImageJ macro, without a display. Builds the
# project first if need be. Results, and a picture of them, lie in samples/target/demo.
set -euo pipefail

source "$(dirname "${BASH_SOURCE[0]}")/host.sh"
build_if_needed

data="$samples/target/data"
results="$samples/target/demo"
rm -rf "$data" "$results"
mkdir -p "$results"
run_class org.cleanplate.samples.SampleGenerator "$data"
run_class org.cleanplate.samples.MacroRunner "$samples/macros/demo.ijm" "$data;$results"
run_class org.cleanplate.samples.ContactSheet "$data" "$results" "$results/contact-sheet.png"

for layer in alpha foreground composite; do
  printf '%-11s %s\n%-11s %s\n' \
    "$layer" "$results/stack-$layer.tif" "" "$results/video-$layer.mp4"
done
printf '%-11s %s\n' "all" "$results/contact-sheet.png"
