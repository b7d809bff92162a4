package org.cleanplate.imagej.result;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.plugin.FileInfoVirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.cleanplate.output.OutputFile;

/**
 * Slices in a TIFF stack as ImageJ writes it, so that a result may be larger than memory. Slices
 * follow each other without gaps behind a header of fixed size, so each can be written at its place
 * at once, whatever order they come in. Up to 4 GiB every slice has a directory of its own, as all
 * programs read it; a larger file has only the first, and its description says how many slices
 * follow, as ImageJ, Fiji and Bio-Formats know it.
 */
final class TiffSlices implements SliceStore {
  private final OutputFile output;
  private final TiffLayout.Kind kind;
  private final int count;
  private final long labelCharacters;
  private final boolean reopen;
  private final FileChannel channel;
  private Optional<TiffLayout> layout = Optional.empty();
  private ByteBuffer buffer = ByteBuffer.allocate(0);

  /**
   * Starts a file.
   *
   * @param file where it shall lie in the end; until then it has a temporary name
   * @param kind of pixel
   * @param count how many slices there will be
   * @param labelCharacters of all labels together
   * @param reopen whether {@link #finish} opens it as a virtual stack
   */
  TiffSlices(Path file, TiffLayout.Kind kind, int count, long labelCharacters, boolean reopen)
      throws IOException {
    this.kind = kind;
    this.count = count;
    this.labelCharacters = labelCharacters;
    this.reopen = reopen;
    this.output = OutputFile.create(file);
    this.channel = FileChannel.open(output.temporary(), StandardOpenOption.WRITE);
  }

  @Override
  public void put(int index, ImageProcessor slice) throws IOException {
    if (layout.isEmpty()) {
      layout = Optional.of(TiffLayout.of(slice, kind, count, labelCharacters));
      buffer = ByteBuffer.allocateDirect(layout.get().sliceBytes()).order(ByteOrder.LITTLE_ENDIAN);
    }
    buffer.clear();
    fill(buffer, slice, kind.alpha());
    buffer.rewind();
    writeAll(buffer, layout.get().offsetOf(index));
  }

  private static void fill(ByteBuffer target, ImageProcessor slice, boolean alpha) {
    if (slice instanceof ByteProcessor) {
      target.put((byte[]) slice.getPixels());
    } else if (slice instanceof ShortProcessor) {
      target.asShortBuffer().put((short[]) slice.getPixels());
    } else if (slice instanceof FloatProcessor) {
      target.asFloatBuffer().put((float[]) slice.getPixels());
    } else {
      for (int pixel : (int[]) slice.getPixels()) {
        target.put((byte) (pixel >> 16)).put((byte) (pixel >> 8)).put((byte) pixel);
        if (alpha) {
          target.put((byte) (pixel >> 24));
        }
      }
    }
  }

  private void writeAll(ByteBuffer bytes, long position) throws IOException {
    long at = position;
    while (bytes.hasRemaining()) {
      at += channel.write(bytes, at);
    }
  }

  @Override
  public Optional<ImagePlus> finish(UnaryOperator<ImagePlus> dress) throws IOException {
    TiffLayout tiff = layout.orElseThrow(() -> new IllegalStateException("No slice was written"));
    ImagePlus described = dress.apply(new ImagePlus("", new BlankStack(tiff, count)));
    TiffHeader header = new TiffHeader(tiff, described);
    writeAll(header.first(), 0);
    writeAll(header.others(), tiff.offsetOf(count + 1));
    channel.close();
    output.moveToTarget();
    return reopen ? Optional.of(open(tiff, described, dress)) : Optional.empty();
  }

  private ImagePlus open(TiffLayout tiff, ImagePlus described, UnaryOperator<ImagePlus> dress) {
    FileInfo info = tiff.fileInfo(output.target());
    info.sliceLabels = described.getStack().getSliceLabels();
    ImagePlus image = dress.apply(new ImagePlus("", new FileInfoVirtualStack(info, false)));
    image.setFileInfo(info);
    return image;
  }

  @Override
  public Optional<Path> file() {
    return Optional.of(output.target());
  }

  @Override
  public long heapBytes(long sliceBytes) {
    return 0;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    output.close();
  }

  /** A stack of the file's size and type, for ImageJ to describe. */
  private static final class BlankStack extends VirtualStack {
    private final int count;
    private final ImageProcessor blank;
    private final String[] labels;

    BlankStack(TiffLayout layout, int count) {
      super(layout.width(), layout.height(), null, null);
      this.count = count;
      this.labels = new String[count];
      this.blank =
          switch (layout.kind().bitDepth()) {
            case 8 -> new ByteProcessor(layout.width(), layout.height());
            case 16 -> new ShortProcessor(layout.width(), layout.height());
            case 24 -> new ColorProcessor(layout.width(), layout.height());
            default -> new FloatProcessor(layout.width(), layout.height());
          };
      setBitDepth(layout.kind().bitDepth());
    }

    @Override
    public ImageProcessor getProcessor(int index) {
      return blank;
    }

    @Override
    public int getSize() {
      return count;
    }

    @Override
    public int size() {
      return count;
    }

    @Override
    public String getSliceLabel(int index) {
      return labels[index - 1];
    }

    @Override
    public void setSliceLabel(String label, int index) {
      labels[index - 1] = label;
    }

    @Override
    public String[] getSliceLabels() {
      return labels;
    }
  }
}
