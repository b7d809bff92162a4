# Sourced by gpu.sh: fills the folder $pack with all that the benchmark and the tests on a GPU need,
# Java included, so that the other machine only has to have a driver, CUDA and cuDNN.
build test
rm -rf "$pack"
mkdir -p "$pack/lib" "$pack/golden" "$pack/media"
pack=$(cd "$pack" && pwd)
number=100
for entry in $(echo "$path" | tr ':' ' '); do
  number=$((number + 1))
  case "$entry" in
    */pytorch-* | */opencv-*-linux* | */openblas-*) ;;
    *.jar) cp "$entry" "$pack/lib/$number-$(basename "$entry")" ;;
    *) cp -r "$entry" "$pack/lib/$number" ;;
  esac
done
download org.junit.platform:junit-platform-console-standalone:1.14.4 \
  junit-platform-console-standalone-1.14.4.jar
cp "$runtimes/junit-platform-console-standalone-1.14.4.jar" "$pack/lib/"
if [ -n "${natives:-}" ]; then
  cp -r "$natives" "$pack/native"
fi
cp -r "$golden/." "$pack/golden/"
cp -r "$media/person-1080p" "$media/lemur" "$media/mouse" "$pack/media/"
chmod -R u+w "$pack"
jlink --add-modules java.se,jdk.unsupported,jdk.zipfs --strip-debug --no-header-files \
  --no-man-pages --output "$pack/java"
cp samples/benchmarks/cuda-libraries.sh "$pack/"
cat > "$pack/run.sh" << 'END'
#!/bin/sh
# Measures a frame on this machine's NVIDIA GPU, or runs the tests that need one:
#   ./run.sh [--quick] [--models mobilenetv2,resnet50,bundled] [--sizes 1920x1080,3840x2160] [--rounds N]
#   ./run.sh --tests
set -eu
cd "$(dirname "$0")"
. ./cuda-libraries.sh
path=$(ls -d lib/* | tr '\n' ':')
options="-Xmx4g -Djava.awt.headless=true -Dcleanplate.cache=$PWD/cache -Dcleanplate.root=$PWD"
options="$options -Dcleanplate.golden=$PWD/golden -Dcleanplate.media=$PWD/media"
if [ -d native ]; then
  options="$options -Donnxruntime.native.path=$PWD/native"
fi
if [ "${1:-}" = --tests ]; then
  exec java/bin/java $options -cp "$path" org.junit.platform.console.ConsoleLauncher execute \
    --disable-banner --details=tree --select-class=org.cleanplate.engine.ort.OrtCudaTest \
    --select-class=org.cleanplate.video.NvdecTest --select-class=org.cleanplate.video.RunEncoderTest \
    --select-class=org.cleanplate.golden.GoldenHalfPrecisionTest
fi
case " $* " in
  *" --sizes "*) ;;
  *) set -- --sizes 1920x1080,3840x2160 "$@" ;;
esac
exec java/bin/java $options -cp "$path" org.cleanplate.samples.benchmark.GpuBenchmark \
  --golden golden --media media "$@"
END
chmod +x "$pack/run.sh"
echo "Packed for CUDA $cuda_version in $pack:"
du -sh "$pack"
