package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.imagej.image.FrameImages;
import org.cleanplate.imagej.image.ImageFiles;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.imagej.image.PlatePlanes;
import org.cleanplate.imagej.image.StackFrameSource;
import org.cleanplate.plate.FixedPlate;

/** Finds the picture that a user names as background. */
final class Backgrounds {
  private Backgrounds() {}

  /**
   * An open image by title or id, or else a picture file.
   *
   * @param name what the user wrote
   * @param format of the frames it is for
   * @param sourceName what they are called in messages
   */
  static FixedPlate named(String name, FrameFormat format, String sourceName) {
    Optional<ImagePlus> open = OpenImages.find(name);
    ImagePlus image = open.orElseGet(() -> openFile(name));
    String description = open.isPresent() ? describe(image) : "file " + name;
    Frame plate = FrameImages.toPlate(image, format, sourceName);
    return FixedPlate.captured(plate, description);
  }

  /** The same for a series, from the plate's own channel and slice if it has as many. */
  static FixedPlate named(String name, StackFrameSource frames) {
    Optional<ImagePlus> open = OpenImages.find(name);
    ImagePlus image = open.orElseGet(() -> openFile(name));
    PlatePlanes planes = new PlatePlanes(image, frames.series());
    String description = (open.isPresent() ? "image " + image.getTitle() : "file " + name);
    Frame plate = planes.picture(frames.format(), frames.levels());
    String described = description + planes.describe();
    // At some depth or in some channel of a hyperstack there may be nothing but background.
    return frames.series().count() > 1
        ? FixedPlate.fromSource(plate, described)
        : FixedPlate.captured(plate, described);
  }

  private static String describe(ImagePlus image) {
    String title = "image " + image.getTitle();
    return image.getStackSize() > 1 ? title + ", slice " + image.getCurrentSlice() : title;
  }

  private static ImagePlus openFile(String name) {
    Path file =
        ImageFiles.find(name)
            .orElseThrow(
                () ->
                    new MattingException(
                        "Background \""
                            + name
                            + "\" is neither an open image nor a file; "
                            + OpenImages.describeOpen()));
    return ImageFiles.openPicture(file)
        .orElseThrow(
            () ->
                new MattingException(
                    "Background file "
                        + file
                        + " cannot be read as a picture, expected TIFF, PNG, JPEG or another kind"
                        + " that ImageJ opens"));
  }

  /** Whether the name is the path of that very file. */
  static boolean sameFile(String name, Path other) throws IOException {
    Optional<Path> file = ImageFiles.find(name);
    return file.isPresent() && Files.isSameFile(file.get(), other);
  }
}
