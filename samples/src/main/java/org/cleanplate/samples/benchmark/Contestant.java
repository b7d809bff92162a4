package org.cleanplate.samples.benchmark;

/** One way of matting one frame again and again, with all that it needs allocated beforehand. */
interface Contestant extends Runnable, AutoCloseable {

  /** Mattes the frame once. */
  @Override
  void run();

  /** Mattes the frame once more and copies the alpha, 0..1, row by row. */
  float[] alpha();

  @Override
  void close();
}
