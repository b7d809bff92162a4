# Sourced by the scripts beside it: builds what they need and runs a class of the samples.
#   [use_cuda_runtime]
#   run_benchmark TEST_OR_RUNTIME CLASS ARGUMENT...
cd "$(dirname "$0")/../.."

# Puts the runtime for CUDA in the place of the one for the CPU; their classes are the same.
use_cuda_runtime() {
  version=$(sed -n 's:.*<onnxruntime.version>\(.*\)</onnxruntime.version>.*:\1:p' pom.xml)
  cuda_runtime=samples/target/cuda-runtime/onnxruntime_gpu-$version.jar
  if [ ! -f "$cuda_runtime" ]; then
    mvn -B -q -N dependency:copy -DoutputDirectory="$(dirname "$cuda_runtime")" \
      -Dartifact="com.microsoft.onnxruntime:onnxruntime_gpu:$version"
  fi
}

run_benchmark() {
  scope=$1
  shift
  classpath_file=target/benchmark-$scope.classpath
  classes=samples/target/classes
  if [ "$scope" = test ]; then
    classes=samples/target/test-classes:$classes
  fi
  # Tests are compiled either way: the training module's need the API's, or nothing is resolved.
  mvn -B -q -pl samples -am test-compile \
    dependency:build-classpath -Dmdep.outputFile="$classpath_file" -Dmdep.includeScope="$scope"
  path=$(cat "samples/$classpath_file")
  if [ -n "${cuda_runtime:-}" ]; then
    path=$(echo "$path" | sed "s#[^:]*/onnxruntime-[^:/]*\.jar#$cuda_runtime#")
  fi
  # The serial collector keeps the collector's own threads out of the process's CPU time.
  java -XX:+UseSerialGC -Xmx2g -Djava.awt.headless=true \
    -cp "$classes:$path" "$@"
}
