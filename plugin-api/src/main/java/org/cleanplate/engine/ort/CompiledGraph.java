package org.cleanplate.engine.ort;

import ai.onnxruntime.OrtException;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Matte;
import org.cleanplate.progress.Cancellation;

/** What computes a matte once everything is known but the pixels and the numbers of the options. */
sealed interface CompiledGraph extends AutoCloseable permits NetworkGraph, PublishedGraph {

  void compute(
      Frame source,
      Frame cleanPlate,
      MattingOptions options,
      Matte matte,
      Cancellation cancellation)
      throws OrtException;

  @Override
  void close();
}
