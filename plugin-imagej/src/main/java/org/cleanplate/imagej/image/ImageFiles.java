package org.cleanplate.imagej.image;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.Opener;
import ij.io.TiffDecoder;
import ij.plugin.FileInfoVirtualStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cleanplate.MattingException;

/** Image files as ImageJ reads them. Nothing is shown, no dialog is opened. */
public final class ImageFiles {
  /** Kinds of pixel that do not share a byte. */
  private static final Set<Integer> WHOLE_BYTES =
      Set.of(
          FileInfo.GRAY8,
          FileInfo.COLOR8,
          FileInfo.GRAY16_SIGNED,
          FileInfo.GRAY16_UNSIGNED,
          FileInfo.GRAY32_FLOAT,
          FileInfo.RGB);

  private ImageFiles() {}

  /** The file of that path, if there is one. */
  public static Optional<Path> find(String path) {
    try {
      return Optional.of(Path.of(path)).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The file that an image was opened from, if it is still there. */
  public static Optional<Path> originalOf(ImagePlus image) {
    FileInfo origin = image.getOriginalFileInfo();
    return origin == null ? Optional.empty() : find(origin.getFilePath());
  }

  /** The whole image in memory; empty if ImageJ cannot read it. */
  public static Optional<ImagePlus> openPicture(Path file) {
    Opener opener = new Opener();
    opener.setSilentMode(true);
    return Optional.ofNullable(opener.openImage(file.toString()));
  }

  /**
   * An image whose slices are read when they are needed if it is an uncompressed TIFF of several,
   * so that it may be larger than memory; another is read whole.
   *
   * @throws MattingException if it cannot be read or ends too early
   */
  public static ImagePlus openStack(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    Optional<ImagePlus> image =
        name.endsWith(".tif") || name.endsWith(".tiff") ? openTiff(file) : openPicture(file);
    return image.orElseThrow(
        () ->
            new MattingException(
                file + " cannot be read as an image, expected a kind that ImageJ opens, as TIFF"));
  }

  private static Optional<ImagePlus> openTiff(Path file) {
    FileInfo[] directories = directories(file.toAbsolutePath());
    FileInfo first = directories[0];
    boolean plain = first.compression <= FileInfo.COMPRESSION_NONE;
    if (plain) {
      requireWhole(file, directories);
    }
    boolean series = directories.length > 1 || first.nImages > 1;
    boolean sliceBySlice = plain && series && first.fileType != FileInfo.RGB48;
    return sliceBySlice
        ? Optional.ofNullable(FileInfoVirtualStack.openVirtual(file.toString()))
        : openPicture(file);
  }

  private static FileInfo[] directories(Path file) {
    String reason;
    try {
      FileInfo[] found =
          new TiffDecoder(file.getParent() + "/", file.getFileName().toString()).getTiffInfo();
      if (found != null && found.length > 0) {
        return found;
      }
      reason = "it holds no image";
    } catch (IOException | RuntimeException e) {
      reason = e.getMessage() == null ? e.toString() : e.getMessage();
    }
    throw new MattingException(file + " cannot be read as a TIFF: " + reason);
  }

  /**
   * ImageJ makes black slices of those that a file is too short for. Only pixels in one piece, as
   * ImageJ writes them, are checked.
   */
  private static void requireWhole(Path file, FileInfo[] directories) {
    FileInfo last = directories[directories.length - 1];
    boolean inPieces = last.stripOffsets != null && last.stripOffsets.length > 1;
    if (inPieces || !WHOLE_BYTES.contains(last.fileType)) {
      return;
    }
    int images = directories.length > 1 ? 1 : Math.max(1, last.nImages);
    long imageBytes = (long) last.width * last.height * last.getBytesPerPixel();
    long expected = last.getOffset() + images * imageBytes + (images - 1L) * last.getGap();
    try {
      if (Files.size(file) < expected) {
        throw new MattingException(
            file + " has " + Files.size(file) + " bytes, expected " + expected + ": it is cut off");
      }
    } catch (IOException e) {
      throw new MattingException(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
