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
  TIFF;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether each frame is a file of its own. */
  public boolean isPictures() {
    return this == PNG || this == TIFF;
  }

  /** All keys, as a macro's help writes a choice. */
  static String usage() {
    return Arrays.stream(values()).map(FileFormat::key).collect(Collectors.joining("|"));
  }
}
