package org.cleanplate.imagej.run;

import ij.ImagePlus;
import ij.io.Opener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.imagej.image.FrameImages;
import org.cleanplate.imagej.image.OpenImages;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.plate.estimate.PlateSequence;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.video.DecodeOptions;

/** Finds the picture that a user names as background. */
final class Backgrounds {
  private Backgrounds() {}

  /** How the names of videos end. */
  private static final Set<String> VIDEOS =
      Set.of("mp4", "mov", "mkv", "webm", "avi", "m4v", "mpg", "mpeg", "wmv", "mts");

  /**
   * A video or a folder of pictures whose frames are each the plate of one frame; else a picture.
   *
   * @param cancellation reaches into long reading
   */
  static PlateModel named(
      String name, FrameFormat format, String sourceName, Cancellation cancellation)
      throws IOException {
    Optional<Path> path = OpenImages.find(name).isPresent() ? Optional.empty() : existing(name);
    if (path.filter(Backgrounds::isSequence).isPresent()) {
      return new PlateSequence(
          new VideoInput(path.get(), DecodeOptions.AS_IS).open(), cancellation);
    }
    return picture(name, format, sourceName);
  }

  private static boolean isSequence(Path path) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return Files.isDirectory(path) || VIDEOS.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  /**
   * An open image by title or id, or else a picture file.
   *
   * @param name what the user wrote
   * @param format of the frames it is for
   * @param sourceName what they are called in messages
   */
  static FixedPlate picture(String name, FrameFormat format, String sourceName) {
    Optional<ImagePlus> open = OpenImages.find(name);
    ImagePlus image = open.orElseGet(() -> openFile(name));
    String description = open.isPresent() ? describe(image) : "file " + name;
    Frame plate = FrameImages.toPlate(image, format, sourceName);
    return FixedPlate.captured(plate, description);
  }

  private static String describe(ImagePlus image) {
    String title = "image " + image.getTitle();
    return image.getStackSize() > 1 ? title + ", slice " + image.getCurrentSlice() : title;
  }

  private static ImagePlus openFile(String name) {
    Path file =
        existing(name)
            .filter(Files::isRegularFile)
            .orElseThrow(
                () ->
                    new MattingException(
                        "Background \""
                            + name
                            + "\" is neither an open image nor a file; "
                            + OpenImages.describeOpen()));
    Opener opener = new Opener();
    opener.setSilentMode(true);
    ImagePlus image = opener.openImage(file.toString());
    if (image == null) {
      throw new MattingException(
          "Background file "
              + file
              + " cannot be read as a picture, expected TIFF, PNG, JPEG or another kind that ImageJ"
              + " opens");
    }
    return image;
  }

  private static Optional<Path> existing(String name) {
    try {
      Path path = Path.of(name);
      return Files.exists(path) ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Whether the name is the path of that very file. */
  static boolean sameFile(String name, Path other) throws IOException {
    Optional<Path> file = existing(name);
    return file.isPresent() && Files.isSameFile(file.get(), other);
  }
}
