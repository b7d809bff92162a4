#!/bin/sh
# What a frame costs: our graph against the published ONNX file, same weights, one thread.
#   samples/benchmarks/run.sh [--quick] [--sizes 512x288,1920x1080] [--rounds N] [--golden DIR] [--media DIR]
# Builds what it needs. DIR as seen from the project's root.
set -eu
cd "$(dirname "$0")/../.."

classpath_file=target/benchmark.classpath
mvn -B -q -pl samples -am -DskipTests compile \
  dependency:build-classpath -Dmdep.outputFile="$classpath_file" -Dmdep.includeScope=runtime

# The serial collector keeps the collector's own threads out of the process's CPU time.
exec java -XX:+UseSerialGC -Xmx2g -Djava.awt.headless=true \
  -cp "samples/target/classes:$(cat "samples/$classpath_file")" \
  org.cleanplate.samples.benchmark.FrameBenchmark "$@"
