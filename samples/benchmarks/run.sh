#!/bin/sh
# What a frame costs: our graph against the published ONNX file, same settings, one thread.
#   samples/benchmarks/run.sh [--quick] [--models mobilenetv2,resnet50,bundled]
#     [--sizes 512x288,1920x1080] [--rounds N] [--golden DIR] [--media DIR]
#     [--csv FILE] [--results PAGE]
# Builds what it needs. DIR, FILE and PAGE as seen from the project's root.
set -eu
. "$(dirname "$0")/java.sh"
run_benchmark runtime org.cleanplate.samples.benchmark.FrameBenchmark "$@"
