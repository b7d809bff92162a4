package org.cleanplate.imagej.run;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
import org.cleanplate.imagej.image.VideoFiles;
import org.cleanplate.plate.FixedPlate;
import org.cleanplate.plate.PlateModel;
import org.cleanplate.plate.estimate.PlateSequence;
import org.cleanplate.progress.Cancellation;

/** Finds the picture that a user names as background. */
final class Backgrounds {
  private Backgrounds() {}

  /**
   * A video or a folder of pictures whose frames are each the plate of one frame; else a picture.
   *
   * @param format of the frames it is for, which come from a video or from picture files
   * @param sourceName what they are called in messages
   * @param cancellation reaches into long reading
   */
  static PlateModel named(
      String name, FrameFormat format, String sourceName, Cancellation cancellation)
      throws IOException {
    Optional<PlateModel> sequence = sequence(name, true, cancellation);
    return sequence.isPresent() ? sequence.get() : picture(name, format, sourceName);
  }

  /**
   * The same for a series of an image, whose samples mean light at its own depth alone; a picture's
   * own channel and slice count if it has as many.
   */
  static PlateModel named(String name, StackFrameSource frames, Cancellation cancellation)
      throws IOException {
    Optional<PlateModel> sequence = sequence(name, false, cancellation);
    return sequence.isPresent() ? sequence.get() : picture(name, frames);
  }

  private static Optional<PlateModel> sequence(
      String name, boolean anyDepth, Cancellation cancellation) throws IOException {
    Optional<Path> path = OpenImages.find(name).isPresent() ? Optional.empty() : existing(name);
    return path.filter(Backgrounds::isSequence).isPresent()
        ? Optional.of(
            new PlateSequence(VideoInput.of(path.get().toString()).open(), anyDepth, cancellation))
        : Optional.empty();
  }

  private static boolean isSequence(Path path) {
    return Files.isDirectory(path) || VideoFiles.isVideo(path.toString());
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
    Frame plate = FrameImages.toVideoPlate(image, format, sourceName);
    return FixedPlate.captured(plate, description);
  }

  private static FixedPlate picture(String name, StackFrameSource frames) {
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

  private static Optional<Path> existing(String name) {
    try {
      return Optional.of(Path.of(name)).filter(Files::exists);
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
