package org.cleanplate.imagej.result;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.LUT;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What ImageJ keeps of an image in its two private TIFF tags: slice labels, properties, and the
 * look-up tables and display ranges of channels.
 *
 * @param parts lengths of the parts of {@code data}
 * @param lengths little-endian, 4 bytes a part
 * @param data the parts, the first of which lists the others by type
 */
record TiffMetadata(int parts, byte[] lengths, byte[] data) {
  private static final int MAGIC = 0x494a494a;
  private static final int LABELS = 0x6c61626c;
  private static final int PROPERTIES = 0x70726f70;
  private static final int TABLES = 0x6c757473;
  private static final int RANGES = 0x72616e67;
  private static final int TABLE_SIZE = 256;

  /** Everything of the image; empty if it has nothing of the kind. */
  static Optional<TiffMetadata> of(ImagePlus image) {
    List<Block> blocks =
        Stream.of(labels(image), ranges(image), tables(image), properties(image))
            .flatMap(Optional::stream)
            .toList();
    return blocks.isEmpty() ? Optional.empty() : Optional.of(encode(blocks));
  }

  private static TiffMetadata encode(List<Block> blocks) {
    int directoryBytes = 4 + 8 * blocks.size();
    int parts = 1 + blocks.stream().mapToInt(block -> block.parts().size()).sum();
    int dataBytes = directoryBytes + blocks.stream().mapToInt(Block::bytes).sum();
    ByteBuffer lengths = TiffDirectory.little(4 * parts).putInt(directoryBytes);
    ByteBuffer data = TiffDirectory.little(dataBytes).putInt(MAGIC);
    blocks.forEach(block -> data.putInt(block.type()).putInt(block.parts().size()));
    for (Block block : blocks) {
      for (byte[] part : block.parts()) {
        lengths.putInt(part.length);
        data.put(part);
      }
    }
    return new TiffMetadata(parts, lengths.array(), data.array());
  }

  private static Optional<Block> labels(ImagePlus image) {
    List<String> labels =
        IntStream.rangeClosed(1, image.getStackSize())
            .mapToObj(
                index -> Optional.ofNullable(image.getStack().getSliceLabel(index)).orElse(""))
            .toList();
    return labels.stream().allMatch(String::isEmpty)
        ? Optional.empty()
        : Optional.of(new Block(LABELS, labels.stream().map(TiffMetadata::text).toList()));
  }

  private static Optional<Block> properties(ImagePlus image) {
    return Optional.ofNullable(image.getPropertiesAsArray())
        .map(all -> new Block(PROPERTIES, Arrays.stream(all).map(TiffMetadata::text).toList()));
  }

  private static Optional<Block> tables(ImagePlus image) {
    if (!(image instanceof CompositeImage composite)) {
      return Optional.empty();
    }
    List<byte[]> tables = new ArrayList<>();
    for (LUT table : composite.getLuts()) {
      byte[] bytes = new byte[3 * TABLE_SIZE];
      for (int i = 0; i < TABLE_SIZE; i++) {
        bytes[i] = (byte) table.getRed(i);
        bytes[TABLE_SIZE + i] = (byte) table.getGreen(i);
        bytes[2 * TABLE_SIZE + i] = (byte) table.getBlue(i);
      }
      tables.add(bytes);
    }
    return Optional.of(new Block(TABLES, tables));
  }

  private static Optional<Block> ranges(ImagePlus image) {
    if (!(image instanceof CompositeImage composite)) {
      return Optional.empty();
    }
    ByteBuffer ranges = TiffDirectory.little(16 * composite.getNChannels());
    for (LUT table : composite.getLuts()) {
      ranges.putDouble(table.min).putDouble(table.max);
    }
    return Optional.of(new Block(RANGES, List.of(ranges.array())));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_16LE);
  }

  /** Parts of one type. */
  private record Block(int type, List<byte[]> parts) {
    int bytes() {
      return parts.stream().mapToInt(part -> part.length).sum();
    }
  }
}
