package org.cleanplate.fiji;

/**
 * Descriptions of inputs that several commands have. The inputs themselves stand in each command:
 * SciJava's dialogs ask for them in the order of its fields.
 */
final class Described {
  static final String STACK = "title or id of an open image, or path; empty: the current image";

  static final String CURRENT = "title or id; empty: the current image";

  static final String VIDEO = "path of a video, or of a folder of pictures";

  static final String BACKGROUND = "title, path, median, slice N or frame N";

  static final String ALIGN = "how the background is moved under each frame";

  static final String RESULTS = "alpha, foreground, composite, cutout, ... as in a macro";

  static final String MODEL = "empty: the bundled one; else a name of Models..., or a path";

  static final String DEVICE = "auto, cpu, cuda:N or tensorrt:N";

  static final String OPTIONS = "as in a macro: key=value flag";

  private Described() {}
}
