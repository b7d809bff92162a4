# Sourced by the scripts beside it: builds what they need and runs a class of the samples.
#   run_benchmark TEST_OR_RUNTIME CLASS ARGUMENT...
cd "$(dirname "$0")/../.."

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
  # The serial collector keeps the collector's own threads out of the process's CPU time.
  java -XX:+UseSerialGC -Xmx2g -Djava.awt.headless=true \
    -cp "$classes:$(cat "samples/$classpath_file")" "$@"
}
