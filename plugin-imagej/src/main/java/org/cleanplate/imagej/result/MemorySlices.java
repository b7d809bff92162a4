package org.cleanplate.imagej.result;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ImageProcessor;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Slices in the Java heap. */
final class MemorySlices implements SliceStore {
  private final int count;
  private ImageStack stack = new ImageStack();

  MemorySlices(int count) {
    this.count = count;
  }

  @Override
  public void put(int index, ImageProcessor slice) {
    if (stack.size() == 0) {
      stack = new ImageStack(slice.getWidth(), slice.getHeight(), count);
    }
    stack.setPixels(slice.getPixels(), index);
  }

  @Override
  public Optional<ImagePlus> finish(UnaryOperator<ImagePlus> dress) {
    ImagePlus image = new ImagePlus("", stack);
    stack = new ImageStack();
    return Optional.of(dress.apply(image));
  }

  @Override
  public Optional<Path> file() {
    return Optional.empty();
  }

  @Override
  public long heapBytes(long sliceBytes) {
    return sliceBytes * count;
  }

  @Override
  public void close() {
    stack = new ImageStack();
  }
}
