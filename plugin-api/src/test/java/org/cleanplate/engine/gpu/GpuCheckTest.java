package org.cleanplate.engine.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Machines that lack one thing after the other. */
class GpuCheckTest {
  private static final List<String> LINUX =
      List.of(
          "libcuda.so.1",
          "libcudart.so.12",
          "libcublasLt.so.12",
          "libcublas.so.12",
          "libcurand.so.10",
          "libcudnn.so.9");

  private Platform platform = new Platform("Linux", "amd64");
  private final List<String> installed = new ArrayList<>(LINUX);
  private final Map<String, Path> elsewhere = new HashMap<>();
  private Optional<DriverQuery.Driver> driver =
      Optional.of(new DriverQuery.Driver("570.26", "NVIDIA H100"));
  private boolean forCuda = true;
  private Optional<String> problemWithTensorRt = Optional.empty();
  private CudaRuntime.Trial trial = new CudaRuntime.Trial(Optional.empty(), 2, 50);

  @Test
  void saysThatCudaWorksAndHowFastItIs() {
    GpuReport report = check();
    assertTrue(report.firstMissing().isEmpty(), report.text());
    assertTrue(report.text().contains("CUDA works."), report.text());
    assertTrue(report.text().contains("version 570.26, NVIDIA H100"), report.text());
    assertTrue(report.text().contains("2.0 ms, on the CPU 50.0 ms: 25 times as fast"));
  }

  @Test
  void saysWhetherTensorRtWorksAndDoesNotMissIt() {
    assertTrue(check().lines().contains("  [ok] TensorRT: works: device=tensorrt:0"));
    problemWithTensorRt = Optional.of("libnvinfer.so.10: cannot open shared object file");
    GpuReport without = check();
    assertTrue(without.firstMissing().isEmpty(), without.text());
    assertTrue(
        without
            .lines()
            .contains(
                "  [optional] TensorRT, for device=tensorrt:N: libnvinfer.so.10: cannot open"
                    + " shared object file"),
        without.text());
  }

  @Test
  void tensorRtIsNotAskedForWithoutCuda() {
    trial = CudaRuntime.Trial.failed("libcudnn.so.9: cannot open shared object file");
    assertFalse(check().text().contains("TensorRT"), check().text());
  }

  @Test
  void whatWorksIsNotMissingWhereverItLies() {
    installed.clear();
    assertTrue(check().firstMissing().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "Mac OS X, aarch64",
    "Mac OS X, x86_64",
    "Linux, aarch64",
    "FreeBSD, amd64",
    "Windows 11, aarch64"
  })
  void aPlatformWithoutCudaIsToldFirstAndNothingElseIsLookedFor(String system, String processor) {
    platform = new Platform(system, processor);
    trial = CudaRuntime.Trial.failed("must not be asked");
    GpuReport report = check();
    assertMissing(report, "a platform with CUDA", "use the CPU, which needs nothing");
    assertEquals(1, report.findings().size());
  }

  /** All is missing; one thing after the other is installed. */
  @Test
  void namesWhatIsMissingFirstInTheOrderInWhichItIsInstalled() {
    installed.clear();
    forCuda = false;
    assertMissing(check(), "NVIDIA driver (libcuda.so.1)", "nvidia.com/drivers");
    installed.add("libcuda.so.1");
    assertMissing(
        check(),
        "Cleanplate's GPU add-on",
        "unpack cleanplate-1.2.3-gpu-linux-x86_64.zip over the folder of ImageJ or Fiji");
    forCuda = true;
    for (String library : LINUX.subList(1, 5)) {
      trial = CudaRuntime.Trial.failed(library + ": cannot open shared object file");
      assertMissing(check(), "CUDA 12 (" + library + ")", "CUDA toolkit 12.8");
      installed.add(library);
    }
    trial = CudaRuntime.Trial.failed("libcudnn.so.9: cannot open shared object file");
    assertMissing(check(), "cuDNN 9 (libcudnn.so.9)", "install cuDNN 9 for CUDA 12");
    installed.add("libcudnn.so.9");
    trial = new CudaRuntime.Trial(Optional.empty(), 1, 10);
    assertTrue(check().firstMissing().isEmpty());
  }

  @Test
  void tellsAllThatIsMissingBeforeTheAddOnIsThere() {
    installed.clear();
    forCuda = false;
    List<String> lines = check().lines();
    assertTrue(lines.contains("  [missing] CUDA 12 (libcudart.so.12): not found"), lines + "");
    assertTrue(lines.contains("  [missing] cuDNN 9 (libcudnn.so.9): not found"), lines + "");
    assertTrue(lines.contains("  [not checked] Computation"), lines + "");
  }

  @Test
  void anOldDriverIsToldWithItsVersion() {
    driver = Optional.of(new DriverQuery.Driver("470.82.01", "Quadro K620"));
    trial = CudaRuntime.Trial.failed("CUDA driver version is insufficient");
    GpuReport report = check();
    assertMissing(report, "NVIDIA driver (libcuda.so.1)", "version 525 or newer");
    assertTrue(report.text().contains("version 470.82.01, Quadro K620, too old for CUDA 12"));
  }

  @Test
  void aLibraryOutsideOfTheSearchPathIsNamedWithItsFolder() {
    installed.remove("libcudnn.so.9");
    elsewhere.put("libcudnn.so.9", Path.of("/usr/local/cuda-12.9/lib64/libcudnn.so.9"));
    trial = CudaRuntime.Trial.failed("libcudnn.so.9: cannot open shared object file");
    assertMissing(
        check(),
        "cuDNN 9 (libcudnn.so.9)",
        "add the folder /usr/local/cuda-12.9/lib64 to LD_LIBRARY_PATH");
  }

  @Test
  void whereTheFilesAreAllThereTheRuntimesMessageIsToldAsItIs() {
    trial = CudaRuntime.Trial.failed("CUDA failure 100: no CUDA-capable device is detected");
    assertMissing(check(), "Computation", "no CUDA-capable device is detected");
  }

  @Test
  void windowsHasOtherFilesAndAnotherAddOn() {
    platform = new Platform("Windows 11", "amd64");
    installed.clear();
    forCuda = false;
    assertMissing(check(), "NVIDIA driver (nvcuda.dll)", "nvidia.com/drivers");
    installed.add("nvcuda.dll");
    assertMissing(check(), "Cleanplate's GPU add-on", "cleanplate-1.2.3-gpu-windows-x86_64.zip");
    forCuda = true;
    trial = CudaRuntime.Trial.failed("LoadLibrary failed with error 126");
    assertMissing(check(), "CUDA 12 (cudart64_12.dll)", "CUDA toolkit 12.8");
  }

  private GpuReport check() {
    LibraryLookup libraries =
        new LibraryLookup() {
          @Override
          public Optional<Path> find(String fileName) {
            return installed.contains(fileName)
                ? Optional.of(Path.of("/lib", fileName))
                : Optional.empty();
          }

          @Override
          public Optional<Path> findElsewhere(String fileName) {
            return Optional.ofNullable(elsewhere.get(fileName));
          }
        };
    return new GpuCheck(platform, libraries, () -> driver, new Runtime(), "1.2.3").run();
  }

  private static void assertMissing(GpuReport report, String what, String remedy) {
    Finding first = report.firstMissing().orElseThrow();
    assertEquals(what, first.what(), report.text());
    assertTrue(first.remedy().contains(remedy), first.remedy());
    assertEquals("CUDA cannot be used. First missing: " + what, report.lines().get(1));
    assertTrue(report.lines().get(2).contains(remedy), report.text());
  }

  private final class Runtime implements CudaRuntime {
    @Override
    public String version() {
      return "test runtime";
    }

    @Override
    public boolean isForCuda() {
      return forCuda;
    }

    @Override
    public Optional<String> problemWithTensorRt() {
      return problemWithTensorRt;
    }

    @Override
    public String automaticDevice() {
      return "CPU (2 threads)";
    }

    @Override
    public Trial tryOut() {
      return trial;
    }
  }
}
