package org.cleanplate.training.data;

import java.io.IOException;

/**
 * An endless supply of examples. A sample is a function of its number and size alone, so that
 * training which is resumed at a number sees what uninterrupted training would have seen.
 * Thread-safe: several threads draw at a time. Closing it closes the files it reads.
 */
public interface SampleSource extends AutoCloseable {

  /**
   * Makes a sample.
   *
   * @param number which one, from 0
   * @param width wanted, in pixels
   * @param height wanted, in pixels
   * @throws IOException if a file of a data set cannot be read; the message names it
   */
  TrainingSample draw(long number, int width, int height) throws IOException;

  @Override
  default void close() throws IOException {}
}
