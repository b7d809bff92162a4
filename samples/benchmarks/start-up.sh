#!/bin/sh
# Where the time goes until the first matte, in JVMs of their own.
#   samples/benchmarks/start-up.sh [--quick] [--results PAGE]
# Builds what it needs. PAGE as seen from the project's root.
set -eu
. "$(dirname "$0")/java.sh"
run_benchmark runtime org.cleanplate.samples.benchmark.StartUp "$@"
