package org.cleanplate.video;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * What FFmpeg shall read as it happens: a camera or another device, a stream by its address, a file
 * played at its own pace, or a picture source of {@code lavfi}.
 *
 * @param name a device such as {@code /dev/video0} or {@code video=Integrated Camera}, an address
 *     such as {@code rtsp://...}, a file, or a filter such as {@code testsrc=rate=30}
 * @param format FFmpeg's name for the kind of device, {@code v4l2}, {@code dshow}, {@code
 *     avfoundation}, {@code lavfi}; empty for a file or a stream
 * @param size asked of a device, {@code 1280x720}; empty for its own
 * @param framesPerSecond asked of a device; empty for its own
 */
public record LiveInput(
    String name, Optional<String> format, Optional<String> size, OptionalDouble framesPerSecond) {

  /** Pictures that are computed by FFmpeg's filters. */
  static final String LAVFI = "lavfi";

  private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://.*");

  /** An input by its name alone: what is no file and no address is this system's kind of camera. */
  public static LiveInput of(String name) {
    Optional<String> format =
        isFile(name) || isAddress(name) ? Optional.empty() : Optional.of(cameraFormat());
    return new LiveInput(name, format, Optional.empty(), OptionalDouble.empty());
  }

  /** FFmpeg's name for cameras of this system. */
  public static String cameraFormat() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("win")) {
      return "dshow";
    }
    return system.contains("mac") ? "avfoundation" : "v4l2";
  }

  /** The first camera as this system calls it; on Windows each has a name of its own. */
  public static String cameraName() {
    return switch (cameraFormat()) {
      case "dshow" -> "video=Integrated Camera";
      case "avfoundation" -> "0";
      default -> "/dev/video0";
    };
  }

  boolean isStream() {
    return format.isEmpty() && isAddress(name);
  }

  boolean isFile() {
    return format.isEmpty() && !isAddress(name);
  }

  boolean isLavfi() {
    return format.equals(Optional.of(LAVFI));
  }

  private static boolean isAddress(String name) {
    return ADDRESS.matcher(name).matches();
  }

  private static boolean isFile(String name) {
    try {
      return Files.isRegularFile(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
