package org.cleanplate.imagej.run;

import ij.ImagePlus;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.image.ImageFiles;
import org.cleanplate.imagej.image.OpenImages;

/** Images that an option names. */
final class NamedImages {
  private NamedImages() {}

  /**
   * The open image of that title or id, or else the file of that path, not shown.
   *
   * @param role what it is for, capitalised: {@code "Backdrop"}
   * @throws MattingException if there is neither
   */
  static ImagePlus require(String name, String role) {
    return OpenImages.find(name)
        .or(() -> ImageFiles.find(name).map(ImageFiles::openStack))
        .orElseThrow(
            () ->
                new MattingException(
                    role
                        + " \""
                        + name
                        + "\" is neither an open image nor a file; "
                        + OpenImages.describeOpen()));
  }
}
