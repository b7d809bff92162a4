package org.cleanplate.imagej.image;

import ij.ImagePlus;
import ij.WindowManager;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanplate.MattingException;

/** The images that are open in ImageJ, shown or in batch mode. */
public final class OpenImages {
  private OpenImages() {}

  /** All open images, the current one first. */
  public static List<ImagePlus> all() {
    int[] ids = WindowManager.getIDList();
    Stream<ImagePlus> listed =
        ids == null ? Stream.empty() : Arrays.stream(ids).mapToObj(WindowManager::getImage);
    return Stream.concat(Stream.ofNullable(WindowManager.getCurrentImage()), listed)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /**
   * The image that the user works on.
   *
   * @throws MattingException if none is open
   */
  public static ImagePlus current() {
    return all().stream()
        .findFirst()
        .filter(image -> image == WindowManager.getCurrentImage())
        .orElseThrow(() -> new MattingException("No image is open: open a stack first"));
  }

  /** The open image of that title, or of that id (a negative number). */
  public static Optional<ImagePlus> find(String titleOrId) {
    List<ImagePlus> images = all();
    return images.stream()
        .filter(image -> image.getTitle().equals(titleOrId))
        .findFirst()
        .or(
            () ->
                images.stream()
                    .filter(image -> Integer.toString(image.getID()).equals(titleOrId))
                    .findFirst());
  }

  /**
   * The open image of that title or id, or else the file of that path, which is not shown.
   *
   * @throws MattingException that lists the open images, if there is neither
   */
  public static ImagePlus require(String titleIdOrPath) {
    return find(titleIdOrPath)
        .or(() -> ImageFiles.find(titleIdOrPath).map(ImageFiles::openStack))
        .orElseThrow(
            () ->
                new MattingException(
                    "No open image is called \""
                        + titleIdOrPath
                        + "\", nor is there such a file; "
                        + describeOpen()));
  }

  /** What is open, for messages. */
  public static String describeOpen() {
    List<String> titles = all().stream().map(image -> "\"" + image.getTitle() + "\"").toList();
    return titles.isEmpty() ? "no image is open" : "open are: " + String.join(", ", titles);
  }
}
