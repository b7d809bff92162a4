package org.cleanplate.imagej.result;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Takes the slices of one result in any order, each once, and makes an image of them. Used by one
 * thread.
 */
interface SliceStore extends AutoCloseable {

  /**
   * Takes a slice; all are of one size and type.
   *
   * @param index its place in the stack, from 1
   */
  void put(int index, ImageProcessor slice) throws IOException;

  /**
   * Makes the image once all slices are there.
   *
   * @param dress gives an image its title, shape, calibration and labels; may return another one
   *     around the same slices
   * @return the image, not shown; empty if it is only written to a file
   */
  Optional<ImagePlus> finish(UnaryOperator<ImagePlus> dress) throws IOException;

  /** Where the image is written to, if it is. */
  Optional<Path> file();

  /** Bytes of the Java heap that a slice of so many bytes takes until the end. */
  long heapBytes(long sliceBytes);

  /** Removes what was not finished. May be called twice. */
  @Override
  void close() throws IOException;
}
