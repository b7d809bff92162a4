#!/bin/sh
# A whole 1080p video: the bundled model against the published file in a plain loop; and one frame
# worker against two.
#   samples/benchmarks/video.sh [--quick] [--golden DIR] [--media DIR] [--results PAGE]
set -eu
. "$(dirname "$0")/java.sh"
run_benchmark runtime org.cleanplate.samples.benchmark.VideoBenchmark "$@"
