package org.cleanplate.imagej.result;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameSink;
import org.cleanplate.frame.Matte;
import org.cleanplate.frame.PlatedSink;
import org.cleanplate.imagej.image.SourceLayout;
import org.cleanplate.imagej.image.StackSeries;
import org.cleanplate.network.graph.Layer;

/**
 * One result of a run as an image made after the source: same shape, calibration, labels and
 * overlay. Each series of the source adds its planes through a sink of its own. Used by one thread.
 */
public final class StackResult implements AutoCloseable {
  private final ImagePlus source;
  private final String title;
  private final ResultShape shape;
  private final ResultPlanes sample;
  private final SliceStore store;

  private StackResult(String title, ResultShape shape, ResultPlanes sample, SliceStore store) {
    this.source = shape.source();
    this.title = title;
    this.shape = shape;
    this.sample = sample;
    this.store = store;
  }

  /**
   * A result in memory.
   *
   * @param title of the image
   * @param series one of those that will be added; all have the same format
   * @param planes what its pictures become
   */
  public static StackResult inMemory(String title, StackSeries series, ResultPlanes planes) {
    ResultShape shape = ResultShape.of(series, planes.count());
    return new StackResult(title, shape, planes, new MemorySlices(shape.count()));
  }

  /**
   * A result in a TIFF file.
   *
   * @param reopen whether it is opened when it is whole
   */
  public static StackResult inFile(
      String title, StackSeries series, ResultPlanes planes, Path file, boolean reopen)
      throws IOException {
    ResultShape shape = ResultShape.of(series, planes.count());
    TiffLayout.Kind kind = new TiffLayout.Kind(planes.bitDepth(), planes.hasAlpha());
    SliceStore store = new TiffSlices(file, kind, shape.count(), shape.labelCharacters(), reopen);
    return new StackResult(title, shape, planes, store);
  }

  /** What its sinks read. */
  public Set<Layer> layers() {
    return sample.layers();
  }

  /** Bytes that it takes until the end of the run in the Java heap. */
  public long heapBytes() {
    return store.heapBytes(sliceBytes());
  }

  /** Bytes of the file that it is written to; 0 if there is none. */
  public long fileBytes() {
    return store.file().isPresent() ? sliceBytes() * shape.count() : 0;
  }

  /** Coarse maps and blocks have about one value for 4x4 pixels. */
  private long sliceBytes() {
    int bytes = sample.bitDepth() == 24 ? 4 : sample.bitDepth() / 8;
    long full = (long) source.getWidth() * source.getHeight() * bytes;
    return sample.scale() == Layer.Scale.FULL ? full : full / 16;
  }

  public Optional<Path> file() {
    return store.file();
  }

  /** A sink that adds the planes of a series; closing it leaves the result as it is. */
  public FrameSink sink(StackSeries series, ResultPlanes planes) {
    return new PlatedSink() {
      @Override
      public Set<Layer> layers() {
        return planes.layers();
      }

      @Override
      public void write(Frame frame, Frame plate, Matte matte) throws IOException {
        List<ImageProcessor> made = planes.of(frame, plate, matte);
        for (int plane = 0; plane < made.size(); plane++) {
          store.put(shape.index(series, (int) matte.index(), plane), made.get(plane));
        }
      }

      @Override
      public void finish() {}

      @Override
      public void close() {}
    };
  }

  /**
   * Makes the image once every series was added.
   *
   * @param last sees the image before it is written or returned
   * @return the image, not shown; empty if it is only written
   */
  public Optional<ImagePlus> finish(Consumer<ImagePlus> last) throws IOException {
    return store.finish(
        image -> {
          ImagePlus dressed = dress(image);
          last.accept(dressed);
          return dressed;
        });
  }

  private ImagePlus dress(ImagePlus image) {
    image.setTitle(title);
    SourceLayout.copyCalibration(source, image, sample.scale());
    image.setDimensions(shape.channels(), shape.slices(), shape.frames());
    image.setOpenAsHyperStack(source.isHyperStack());
    for (int index = 1; index <= shape.count(); index++) {
      image.getStack().setSliceLabel(shape.label(index), index);
    }
    boolean channels = shape.channels() > 1 && sample.bitDepth() != 24;
    ImagePlus dressed = channels ? composite(image) : image;
    if (shape.channels() == 1) {
      setDisplayRange(image);
    }
    if (sample.scale() == Layer.Scale.FULL) {
      SourceOverlay.copy(source, dressed);
    }
    return dressed;
  }

  /** Bytes are shown from 0 to 255 anyway; RGB would be changed by it. */
  private void setDisplayRange(ImagePlus image) {
    if (image.getBitDepth() != 16 && image.getBitDepth() != 32) {
      return;
    }
    switch (sample.range()) {
      case UNIT -> image.setDisplayRange(0, image.getBitDepth() == 32 ? 1 : 65_535);
      case SOURCE ->
          image.setDisplayRange(source.getDisplayRangeMin(), source.getDisplayRangeMax());
      case CONTENT -> image.resetDisplayRange();
    }
  }

  /** With the look-up tables of the source if it shows the same; else in grey. */
  private ImagePlus composite(ImagePlus image) {
    boolean ofSource = sample.range() == ResultPlanes.Range.SOURCE;
    int mode =
        ofSource && source instanceof CompositeImage shown
            ? shown.getMode()
            : CompositeImage.GRAYSCALE;
    CompositeImage composite = new CompositeImage(image, mode);
    if (ofSource && source instanceof CompositeImage shown) {
      composite.setLuts(shown.getLuts());
    } else if (sample.range() == ResultPlanes.Range.UNIT) {
      for (int channel = shape.channels(); channel >= 1; channel--) {
        composite.setC(channel);
        setDisplayRange(composite);
      }
    }
    composite.setOpenAsHyperStack(true);
    return composite;
  }

  /** Removes what was not finished. May be called twice. */
  @Override
  public void close() throws IOException {
    store.close();
  }
}
