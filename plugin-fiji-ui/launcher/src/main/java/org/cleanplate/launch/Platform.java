package org.cleanplate.launch;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The machines that all native libraries are built for; ONNX Runtime has none for Intel Macs. */
public enum Platform {
  LINUX_X64("linux-x86_64", "linux64"),
  LINUX_ARM64("linux-arm64", "linux-arm64"),
  MAC_ARM64("macosx-arm64", "macos-arm64"),
  WINDOWS_X64("windows-x86_64", "win64");

  private final String label;
  private final String fijiName;

  Platform(String label, String fijiName) {
    this.label = label;
    this.fijiName = fijiName;
  }

  /** As the names of zips and jars have it. */
  public String label() {
    return label;
  }

  /** As Fiji's updater names the folder in {@code lib}. */
  public String fijiName() {
    return fijiName;
  }

  /** This machine's; empty if there are no native libraries for it. */
  public static Optional<Platform> current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Optional<Platform> of(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String system = os.startsWith("mac") ? "macosx" : os.split(" ")[0];
    boolean arm = osArch.equals("aarch64") || osArch.equals("arm64");
    boolean intel = osArch.equals("amd64") || osArch.equals("x86_64");
    String machine = arm ? "arm64" : intel ? "x86_64" : osArch;
    return Stream.of(values())
        .filter(platform -> platform.label.equals(system + "-" + machine))
        .findFirst();
  }
}
