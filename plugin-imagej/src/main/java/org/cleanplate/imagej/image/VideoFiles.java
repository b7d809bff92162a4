package org.cleanplate.imagej.image;

import java.util.Locale;
import java.util.Set;

/** Which files are videos, by their names. */
public final class VideoFiles {
  private static final Set<String> EXTENSIONS =
      Set.of("mp4", "mov", "mkv", "webm", "avi", "m4v", "mpg", "mpeg", "wmv", "flv", "mts");

  private VideoFiles() {}

  /** Whether a file of that name, or path, is a video. */
  public static boolean isVideo(String name) {
    return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }
}
