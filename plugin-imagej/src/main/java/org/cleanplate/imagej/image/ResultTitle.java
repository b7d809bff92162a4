package org.cleanplate.imagej.image;

import ij.ImagePlus;
import ij.WindowManager;

/** How results are called: {@code walk.tif} gives {@code walk-alpha}. */
public final class ResultTitle {
  private ResultTitle() {}

  /** The source's title without its file extension, the suffix, and a number if that is taken. */
  public static String of(ImagePlus source, String suffix) {
    return of(source.getTitle(), suffix);
  }

  /** The same for a source that is a file. */
  public static String of(String sourceTitle, String suffix) {
    return WindowManager.makeUniqueName(stem(sourceTitle) + "-" + suffix);
  }

  /** The title without a file extension: a dot and up to five letters or digits. */
  public static String stem(String title) {
    String stem = title.replaceFirst("(?<=.)\\.[A-Za-z][A-Za-z0-9]{0,4}$", "");
    return stem.isBlank() ? title : stem;
  }

  /** The stem as the start of a file's name; a title may hold what a file name may not. */
  public static String fileStem(String title) {
    return stem(title).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip();
  }
}
