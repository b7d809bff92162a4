#!/bin/sh
# What a frame costs on an NVIDIA GPU: in the graph and from memory to memory, in 16 and 32 bits, on
# CUDA and TensorRT, against what the device can do and the CPU's matte.
#   samples/benchmarks/gpu.sh [--cuda 12|13] [--quick] [--models mobilenetv2,resnet50,bundled]
#     [--sizes 1920x1080,3840x2160] [--rounds N] [--golden DIR] [--media DIR] [--results PAGE]
# Builds what it needs; with a GPU it fetches the runtime for CUDA (640 MB; 210 MB for CUDA 13) once.
# CUDA 12.8 or newer, or 13, and cuDNN 9 must be where the system's loader finds them, or be packages
# of a Python. --quick is one row for each model in 16 bits. For a machine without a network, or with
# neither Java nor Maven:
#   samples/benchmarks/gpu.sh --pack FOLDER [--cuda 12|13] [--golden DIR] [--media DIR]
# fills a folder here, in which ./run.sh there takes the other options, and ./run.sh --tests runs the
# tests that need a GPU.
set -eu
. "$(dirname "$0")/cuda-libraries.sh"
. "$(dirname "$0")/java.sh"
pack=
golden=../shared/golden
media=../shared/media
for word in "$@"; do
  shift
  case "${option:-}" in
    --cuda) cuda_version=$word ;;
    --pack) pack=$word ;;
    --golden) golden=$word ;;
    --media) media=$word ;;
    *)
      option=$word
      case "$word" in
        --cuda | --pack | --golden | --media) ;;
        *) set -- "$@" "$word" ;;
      esac
      continue
      ;;
  esac
  option=
done
case "${option:-}" in
  --cuda | --pack | --golden | --media)
    echo "$option has no value" >&2
    exit 2
    ;;
esac
if [ -n "$pack" ]; then
  use_cuda_runtime "$cuda_version"
  . samples/benchmarks/pack.sh
  exit
fi
if nvidia-smi > /dev/null 2>&1; then
  use_cuda_runtime "$cuda_version"
fi
case " $* " in
  *" --sizes "*) ;;
  *) set -- --sizes 1920x1080,3840x2160 "$@" ;;
esac
run_benchmark runtime org.cleanplate.samples.benchmark.GpuBenchmark \
  --golden "$golden" --media "$media" "$@"
