# Sourced by the scripts beside it: builds what they need and runs a class of the samples.
#   [use_cuda_runtime 12|13]
#   run_benchmark TEST_OR_RUNTIME CLASS ARGUMENT...
# or, in the place of the last, what pack.sh is sourced for.
cd "$(dirname "$0")/../.."
runtimes=samples/target/cuda-runtime
java_options="-XX:+UseSerialGC -Xmx2g -Djava.awt.headless=true"

download() {
  if [ ! -f "$runtimes/$2" ]; then
    mvn -B -q -N dependency:copy -DoutputDirectory="$runtimes" -Dartifact="$1"
  fi
}

# Puts a runtime for CUDA in the place of the one for the CPU; their classes are the same.
use_cuda_runtime() {
  if [ "$1" = 13 ]; then
    use_runtime_for_cuda_13
    return
  fi
  version=$(sed -n 's:.*<onnxruntime.version>\(.*\)</onnxruntime.version>.*:\1:p' pom.xml)
  cuda_runtime=$runtimes/onnxruntime_gpu-$version.jar
  download "com.microsoft.onnxruntime:onnxruntime_gpu:$version" "onnxruntime_gpu-$version.jar"
}

# No package has Java's side and libraries for CUDA 13, so those of two packages of one version lie
# together; Linux on x86 only.
use_runtime_for_cuda_13() {
  version=1.28.0
  cuda_runtime=$runtimes/onnxruntime-$version.jar
  libraries=onnxruntime-$version-1.5.14-linux-x86_64-gpu.jar
  download "com.microsoft.onnxruntime:onnxruntime:$version" "onnxruntime-$version.jar"
  download "org.bytedeco:onnxruntime:$version-1.5.14:jar:linux-x86_64-gpu" "$libraries"
  natives=$runtimes/cuda-13
  if [ ! -d "$natives" ]; then
    rm -rf "$natives.new"
    mkdir "$natives.new"
    (
      cd "$natives.new"
      jar xf "../$libraries" org/bytedeco
      jar xf "../onnxruntime-$version.jar" ai/onnxruntime/native/linux-x64/libonnxruntime4j_jni.so
      mv org/bytedeco/onnxruntime/linux-x86_64-gpu/libonnxruntime_providers_shared.so .
      mv org/bytedeco/onnxruntime/linux-x86_64-gpu/libonnxruntime_providers_cuda.so .
      mv org/bytedeco/onnxruntime/linux-x86_64-gpu/libonnxruntime.so.1 libonnxruntime.so
      mv ai/onnxruntime/native/linux-x64/libonnxruntime4j_jni.so .
      rm -r org ai
    )
    mv "$natives.new" "$natives"
  fi
  java_options="$java_options -Donnxruntime.native.path=$natives"
}

# Compiles what is needed and sets path, the class path.
build() {
  classpath_file=target/benchmark-$1.classpath
  path=samples/target/classes
  if [ "$1" = test ]; then
    path=samples/target/test-classes:$path
  fi
  # Tests are compiled either way: the training module's need the API's, or nothing is resolved.
  mvn -B -q -pl samples -am test-compile \
    dependency:build-classpath -Dmdep.outputFile="$classpath_file" -Dmdep.includeScope="$1"
  path=$path:$(cat "samples/$classpath_file")
  if [ -n "${cuda_runtime:-}" ]; then
    path=$(echo "$path" | sed "s#[^:]*/onnxruntime-[^:/]*\.jar#$cuda_runtime#")
  fi
}

run_benchmark() {
  build "$1"
  shift
  # The serial collector keeps the collector's own threads out of the process's CPU time.
  java $java_options -cp "$path" "$@"
}
