#!/bin/sh
# All benchmarks; puts their tables into RESULTS.md and the frames' figures into frames.csv beside
# it.
#   samples/benchmarks/all.sh [--quick] [--golden DIR] [--media DIR]
set -eu
here=samples/benchmarks
cd "$(dirname "$0")/../.."
"$here/run.sh" "$@" --results "$here/RESULTS.md" --csv "$here/frames.csv"
"$here/video.sh" "$@" --results "$here/RESULTS.md"
"$here/kernels.sh" "$@" --results "$here/RESULTS.md"
"$here/start-up.sh" --results "$here/RESULTS.md"
