package org.cleanplate.samples.benchmark;

import ai.onnxruntime.OrtException;
import java.io.IOException;

/** One way of matting one frame again and again, with all that it needs allocated beforehand. */
interface Contestant extends Runnable, AutoCloseable {

  /** Mattes the frame once, on the calling thread. */
  @Override
  void run();

  /** Mattes the frame once more and copies the alpha, 0..1, row by row. */
  float[] alpha();

  /** Runs the same graph under the runtime's profiler. */
  StageProfile profile() throws IOException, OrtException;

  @Override
  void close();
}
