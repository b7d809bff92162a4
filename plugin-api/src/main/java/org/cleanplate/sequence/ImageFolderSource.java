package org.cleanplate.sequence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.FrameSource;
import org.cleanplate.frame.LayoutConverter;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.output.InputFiles;

/**
 * The pictures of a folder in the natural order of their names, as a sequence of a steady rhythm.
 * All have the size and layout of the first; grey ones among 8-bit colour are converted. Hidden
 * files and other kinds of files are passed over, folders in the folder as well.
 */
public final class ImageFolderSource implements FrameSource {
  /** For pictures of which nobody says how fast they follow each other. */
  public static final double DEFAULT_FRAMES_PER_SECOND = 25;

  private static final Set<String> EXTENSIONS = Set.of("png", "tif", "tiff", "jpg", "jpeg", "bmp");

  private static final double MICROS_PER_SECOND = 1e6;

  private final Path folder;
  private final List<Path> files;
  private final double framesPerSecond;
  private final FrameFormat format;
  private final InputFiles inputs;
  private int next;

  private ImageFolderSource(
      Path folder, List<Path> files, double framesPerSecond, FrameFormat format) {
    this.folder = folder;
    this.files = files;
    this.framesPerSecond = framesPerSecond;
    this.format = format;
    this.inputs = InputFiles.guard(files);
  }

  /** Opens a folder at 25 frames a second. */
  public static ImageFolderSource open(Path folder) throws IOException {
    return open(folder, DEFAULT_FRAMES_PER_SECOND);
  }

  /**
   * Lists a folder and reads its first picture.
   *
   * @param framesPerSecond how fast the pictures follow each other
   * @throws MattingException if there is no such folder, no picture in it, or the first is damaged
   */
  public static ImageFolderSource open(Path folder, double framesPerSecond) throws IOException {
    if (!(framesPerSecond > 0)) {
      throw new MattingException(
          "Frames a second is " + framesPerSecond + ", expected a number over 0");
    }
    if (!Files.isDirectory(folder)) {
      throw new MattingException(
          "Folder of pictures " + folder + " does not exist: check its name");
    }
    List<Path> files = list(folder);
    if (files.isEmpty()) {
      throw new MattingException(
          "Folder " + folder + " has no picture, expected PNG, TIFF, JPEG or BMP files");
    }
    FrameFormat format = ImageFile.read(files.get(0)).format();
    return new ImageFolderSource(folder, files, framesPerSecond, format);
  }

  @Override
  public String name() {
    return folder.getFileName().toString();
  }

  @Override
  public FrameFormat format() {
    return format;
  }

  @Override
  public OptionalLong frameCountEstimate() {
    return OptionalLong.of(files.size());
  }

  @Override
  public double framesPerSecond() {
    return framesPerSecond;
  }

  @Override
  public boolean read(Frame frame) {
    if (next == files.size()) {
      return false;
    }
    frame.pixels().put(readPicture(files.get(next)).pixels());
    frame.stamp(next, Math.round(next * MICROS_PER_SECOND / framesPerSecond));
    next++;
    return true;
  }

  @Override
  public void skip(long count) {
    next += (int) Math.min(count, files.size() - next);
  }

  /** No file is held open, but until then no output may take the name of one. */
  @Override
  public void close() {
    inputs.close();
  }

  private Frame readPicture(Path file) {
    Frame picture = ImageFile.read(file);
    FrameFormat found = picture.format();
    boolean colorIsFirst = format.layout() == PixelLayout.BGRA_8;
    boolean fits =
        found.layout() == format.layout() || colorIsFirst && found.layout() == PixelLayout.GRAY_8;
    if (!found.sameSizeAs(format) || !fits) {
      throw new MattingException(
          "Picture "
              + file.getFileName()
              + " is "
              + describe(found)
              + " but the first, "
              + files.get(0).getFileName()
              + ", is "
              + describe(format)
              + ": make all pictures of the folder alike");
    }
    return LayoutConverter.convert(picture, format.layout());
  }

  private static String describe(FrameFormat format) {
    return format.size() + " " + format.layout();
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(ImageFolderSource::isPicture)
          .sorted(Comparator.comparing(file -> file.getFileName().toString(), new NaturalOrder()))
          .toList();
    }
  }

  private static boolean isPicture(Path file) {
    String name = file.getFileName().toString();
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && EXTENSIONS.contains(extension) && Files.isRegularFile(file);
  }
}
