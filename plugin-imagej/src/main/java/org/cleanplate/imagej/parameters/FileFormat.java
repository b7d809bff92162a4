package org.cleanplate.imagej.parameters;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The kinds of file that results can be written to. */
public enum FileFormat {
  MP4,
  MOV,
  MKV,
  WEBM,
  PNG,
  TIFF,
  /** One TIFF of all slices, at the depth that an image in memory would have; of images only. */
  STACK;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether each frame is a file of its own. */
  public boolean isPictures() {
    return this == PNG || this == TIFF;
  }

  /** All keys, as a macro's help writes a choice. */
  static String usage() {
    return usage(true);
  }

  /** The keys of those that a source without slices can be written to as well. */
  static String usageForVideos() {
    return usage(false);
  }

  private static String usage(boolean stacks) {
    return Arrays.stream(values())
        .filter(format -> stacks || format != STACK)
        .map(FileFormat::key)
        .collect(Collectors.joining("|"));
  }
}
