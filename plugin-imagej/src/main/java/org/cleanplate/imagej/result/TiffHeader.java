package org.cleanplate.imagej.result;

import ij.ImagePlus;
import ij.io.FileSaver;
import ij.measure.Calibration;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.cleanplate.MattingException;

/**
 * The directories of a TIFF stack with ImageJ's description.
 *
 * @param image of the stack's shape, with the calibration, labels and properties to write
 */
record TiffHeader(TiffLayout layout, ImagePlus image) {
  private static final int FIRST_DIRECTORY = 8;

  /** The file's start, up to the first slice. */
  ByteBuffer first() {
    ByteBuffer out = TiffDirectory.little(layout.headerBytes());
    out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(FIRST_DIRECTORY);
    try {
      directory(1, Optional.of(description()), TiffMetadata.of(image))
          .write(out, FIRST_DIRECTORY, hasOthers() ? layout.offsetOf(layout.count() + 1) : 0);
    } catch (BufferOverflowException e) {
      throw new MattingException(
          "The properties of \"" + image.getTitle() + "\" are too long for a TIFF stack", e);
    }
    return out.rewind();
  }

  /** What follows the last slice: a directory for each of the others; nothing over 4 GiB. */
  ByteBuffer others() {
    if (!hasOthers()) {
      return ByteBuffer.allocate(0);
    }
    int bytes = other(1).byteCount();
    long start = layout.offsetOf(layout.count() + 1);
    ByteBuffer out = TiffDirectory.little(bytes * (layout.count() - 1));
    for (int index = 2; index <= layout.count(); index++) {
      long place = start + (long) bytes * (index - 2);
      other(index).write(out, place, index == layout.count() ? 0 : place + bytes);
    }
    return out.rewind();
  }

  private boolean hasOthers() {
    long end = layout.offsetOf(layout.count() + 1) + (long) other(1).byteCount() * layout.count();
    return layout.count() > 1 && end < TiffDirectory.LARGEST_OFFSET;
  }

  private TiffDirectory other(int index) {
    return directory(index, Optional.empty(), Optional.empty());
  }

  private TiffDirectory directory(
      int index, Optional<byte[]> description, Optional<TiffMetadata> metadata) {
    TiffLayout.Kind kind = layout.kind();
    int[] bits = new int[kind.samples()];
    Arrays.fill(bits, kind.bitsPerSample());
    TiffDirectory directory =
        new TiffDirectory()
            .number(254, 0)
            .number(256, layout.width())
            .number(257, layout.height())
            .shorts(258, bits)
            .shorts(259, 1)
            .shorts(262, kind.isRgb() ? 2 : 1);
    description.ifPresent(text -> directory.text(270, text));
    directory
        .number(273, layout.offsetOf(index))
        .shorts(277, kind.samples())
        .number(278, layout.height())
        .number(279, layout.sliceBytes());
    Calibration calibration = image.getCalibration();
    if (calibration.scaled()) {
      directory
          .ratio(282, 1 / calibration.pixelWidth)
          .ratio(283, 1 / calibration.pixelHeight)
          .shorts(296, 1);
    }
    if (kind.alpha()) {
      directory.shorts(338, 2);
    }
    if (kind.bitDepth() == 32) {
      directory.shorts(339, 3);
    }
    metadata.ifPresent(
        data -> directory.numbers(50838, data.parts(), data.lengths()).bytes(50839, data.data()));
    return directory;
  }

  /** ImageJ's own text on shape, unit and display range, ended by a zero. */
  private byte[] description() {
    String text = new FileSaver(image).getDescriptionString();
    return (text.replace("\0", "").strip() + "\n\0").getBytes(StandardCharsets.UTF_8);
  }
}
