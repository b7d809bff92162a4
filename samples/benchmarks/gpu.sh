#!/bin/sh
# What a frame costs on an NVIDIA GPU: in the graph and from memory to memory, in 16 and 32 bits, on
# CUDA and TensorRT, against what the device can do and the CPU's matte.
#   samples/benchmarks/gpu.sh [--quick] [--models mobilenetv2,resnet50,bundled]
#     [--sizes 1920x1080,3840x2160] [--rounds N] [--golden DIR] [--media DIR] [--results PAGE]
# Builds what it needs; with a GPU it fetches the runtime for CUDA (640 MB) once. CUDA 12.8 or newer
# and cuDNN 9 must be where the system's loader finds them.
set -eu
. "$(dirname "$0")/java.sh"
if nvidia-smi > /dev/null 2>&1; then
  use_cuda_runtime
fi
case " $* " in
  *" --sizes "*) ;;
  *) set -- --sizes 1920x1080,3840x2160 "$@" ;;
esac
run_benchmark runtime org.cleanplate.samples.benchmark.GpuBenchmark "$@"
