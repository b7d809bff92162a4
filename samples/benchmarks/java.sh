# Sourced by the scripts beside it: builds what they need and runs a class of the samples.
#   run_benchmark TEST_OR_RUNTIME CLASS ARGUMENT...
cd "$(dirname "$0")/../.."

run_benchmark() {
  scope=$1
  shift
  classpath_file=target/benchmark-$scope.classpath
  phase=compile
  classes=samples/target/classes
  if [ "$scope" = test ]; then
    phase=test-compile
    classes=samples/target/test-classes:$classes
  fi
  mvn -B -q -pl samples -am "$phase" \
    dependency:build-classpath -Dmdep.outputFile="$classpath_file" -Dmdep.includeScope="$scope"
  # The serial collector keeps the collector's own threads out of the process's CPU time.
  java -XX:+UseSerialGC -Xmx2g -Djava.awt.headless=true \
    -cp "$classes:$(cat "samples/$classpath_file")" "$@"
}
