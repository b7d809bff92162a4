#!/bin/sh
# What the loops around the network cost, by JMH.
#   samples/benchmarks/kernels.sh [--quick] [--results PAGE]
set -eu
. "$(dirname "$0")/java.sh"
run_benchmark test org.cleanplate.samples.benchmark.KernelBenchmarks "$@"
