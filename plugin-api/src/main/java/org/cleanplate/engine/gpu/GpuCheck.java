package org.cleanplate.engine.gpu;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out what keeps CUDA from working, in the order in which things are needed: the machine, the
 * driver, the add-on, the libraries of CUDA and cuDNN, and in the end a computation. Where the
 * add-on is there, the runtime's own answer counts; the libraries are looked for to explain it.
 */
public final class GpuCheck {
  /** CUDA 12 runs on drivers from 525 on, of Linux and of Windows. */
  private static final int OLDEST_DRIVER = 525;

  private final Platform platform;
  private final LibraryLookup libraries;
  private final DriverQuery driver;
  private final CudaRuntime runtime;
  private final String version;

  /**
   * @param version of the program, by which its add-on is called
   */
  public GpuCheck(
      LibraryLookup libraries, DriverQuery driver, CudaRuntime runtime, String version) {
    this(Platform.ofThisMachine(), libraries, driver, runtime, version);
  }

  GpuCheck(
      Platform platform,
      LibraryLookup libraries,
      DriverQuery driver,
      CudaRuntime runtime,
      String version) {
    this.platform = platform;
    this.libraries = libraries;
    this.driver = driver;
    this.runtime = runtime;
    this.version = version;
  }

  /** Looks at everything; takes some seconds. */
  public GpuReport run() {
    List<Finding> findings = new ArrayList<>();
    Optional<CudaLibraries> needed = platform.libraries();
    findings.add(platform.finding());
    needed.ifPresent(present -> look(present, findings));
    return new GpuReport(runtime.automaticDevice(), runtime.version(), findings);
  }

  private void look(CudaLibraries needed, List<Finding> findings) {
    Finding driverFinding = driver(needed);
    Finding addOn = addOn();
    Optional<CudaRuntime.Trial> trial =
        addOn.isMissing() ? Optional.empty() : Optional.of(runtime.tryOut());
    boolean works = trial.map(CudaRuntime.Trial::problem).map(Optional::isEmpty).orElse(false);
    // What works is not missing, wherever it lies.
    if (!works || !driverFinding.isMissing()) {
      findings.add(driverFinding);
    }
    findings.add(addOn);
    if (!works) {
      needed.all().forEach(library -> findings.add(library(library)));
    }
    findings.add(trial.map(this::computation).orElseGet(() -> Finding.unknown("Computation")));
    if (works) {
      findings.add(tensorRt());
    }
  }

  /** Nothing needs it, so its absence is no fault. */
  private Finding tensorRt() {
    return runtime
        .problemWithTensorRt()
        .map(problem -> Finding.absent("TensorRT, for device=tensorrt:N", problem))
        .orElseGet(() -> Finding.found("TensorRT", "works: device=tensorrt:0"));
  }

  private Finding driver(CudaLibraries needed) {
    String what = "NVIDIA driver (" + needed.driver() + ")";
    String remedy =
        "install the driver of your NVIDIA card, version "
            + OLDEST_DRIVER
            + " or newer, from nvidia.com/drivers"
            + platform.driverHint()
            + ", and restart the machine. Without an NVIDIA card the CPU computes";
    Optional<Path> library = libraries.find(needed.driver());
    if (library.isEmpty()) {
      return Finding.missing(what, "not found", remedy);
    }
    Optional<DriverQuery.Driver> answer = driver.ask();
    if (answer.isEmpty()) {
      return Finding.found(what, library.get() + ", version unknown: nvidia-smi does not answer");
    }
    String detail = "version " + answer.get().version() + ", " + answer.get().devices();
    int major = Integer.parseInt(answer.get().version().split("\\.")[0]);
    return major < OLDEST_DRIVER
        ? Finding.missing(what, detail + ", too old for CUDA 12", remedy)
        : Finding.found(what, detail);
  }

  private Finding addOn() {
    String what = "Cleanplate's GPU add-on";
    return runtime.isForCuda()
        ? Finding.found(what, runtime.version())
        : Finding.missing(
            what,
            "not installed, this runtime is for the CPU",
            "unpack cleanplate-"
                + version
                + "-gpu-"
                + platform.label()
                + ".zip over the folder of ImageJ or Fiji, and restart it");
  }

  private Finding library(CudaLibraries.Library library) {
    String what = library.product() + " (" + library.fileName() + ")";
    Optional<Path> found = libraries.find(library.fileName());
    if (found.isPresent()) {
      return Finding.found(what, found.get().toString());
    }
    Optional<Path> stray = libraries.findElsewhere(library.fileName());
    return stray.isPresent()
        ? Finding.missing(
            what,
            "lies at " + stray.get() + ", where this program does not look",
            platform.searchPathHint(stray.get()) + ", and start ImageJ anew")
        : Finding.missing(what, "not found", library.remedy());
  }

  private Finding computation(CudaRuntime.Trial trial) {
    String what = "Computation";
    if (trial.problem().isEmpty()) {
      return Finding.found(
          what,
          String.format(
              Locale.ROOT,
              "a test convolution takes %.1f ms, on the CPU %.1f ms: %.0f times as fast",
              trial.cudaMillis(),
              trial.cpuMillis(),
              trial.cpuMillis() / trial.cudaMillis()));
    }
    String problem = trial.problem().get();
    return Finding.missing(
        what,
        problem,
        platform
            .libraries()
            .flatMap(needed -> needed.namedIn(problem))
            .map(CudaLibraries.Library::remedy)
            .orElse("see the runtime's message: " + problem));
  }
}
