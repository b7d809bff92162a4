package org.cleanplate.engine.gpu;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A kind of machine.
 *
 * @param system as Java names the operating system
 * @param architecture as Java names the processor
 */
record Platform(String system, String architecture) {

  static Platform ofThisMachine() {
    return new Platform(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  /** What CUDA needs here; empty where there is no CUDA for this project. */
  Optional<CudaLibraries> libraries() {
    if (!isIntel()) {
      return Optional.empty();
    }
    if (isWindows()) {
      return Optional.of(CudaLibraries.windows());
    }
    return isLinux() ? Optional.of(CudaLibraries.linux()) : Optional.empty();
  }

  Finding finding() {
    String name = system + " on " + architecture;
    return libraries().isPresent()
        ? Finding.found("Platform", name)
        : Finding.missing(
            "a platform with CUDA",
            name + " has none",
            "use the CPU, which needs nothing, or a machine with an NVIDIA card and Linux or"
                + " Windows on an Intel or AMD processor");
  }

  /** As the names of the add-ons have it. */
  String label() {
    return (isWindows() ? "windows" : "linux") + "-x86_64";
  }

  String driverHint() {
    return isLinux() ? " or with your distribution's package manager" : "";
  }

  String searchPathHint(Path library) {
    return "add the folder "
        + library.getParent()
        + " to "
        + (isWindows() ? "PATH" : "LD_LIBRARY_PATH, or to /etc/ld.so.conf and run ldconfig");
  }

  private boolean isIntel() {
    return architecture.equals("amd64") || architecture.equals("x86_64");
  }

  private boolean isWindows() {
    return lowerCase().startsWith("windows");
  }

  private boolean isLinux() {
    return lowerCase().startsWith("linux");
  }

  private String lowerCase() {
    return system.toLowerCase(Locale.ROOT);
  }
}
