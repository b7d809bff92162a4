package org.cleanplate.engine.ort;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.util.HashMap;
import java.util.Map;

/**
 * How sessions use CUDA.
 *
 * <p>Java's side of the runtime (1.29) has neither binding of outputs on the device nor an
 * allocator of page-locked memory nor a way to keep an input there, so a frame costs one upload of
 * its bytes and its plate's and one download; CUDA graphs, which need fixed addresses, are out of
 * reach too.
 */
final class CudaProvider {
  private static final Map<String, String> OPTIONS =
      Map.of(
          // All sizes of a session are fixed, so what is asked for once is asked for always.
          "arena_extend_strategy", "kSameAsRequested",
          // Likewise a search for the fastest convolution pays, once for each.
          "cudnn_conv_algo_search", "EXHAUSTIVE",
          "cudnn_conv_use_max_workspace", "1",
          // Its products have the mantissa of 16-bit floats; who asks for 32 bits gets them.
          "use_tf32", "0");

  private CudaProvider() {}

  static void add(SessionOptions options, int index) throws OrtException {
    add(options, index, Map.of());
  }

  /**
   * As {@link #add(SessionOptions, int)}.
   *
   * @param changes what is set otherwise, by the runtime's names
   */
  static void add(SessionOptions options, int index, Map<String, String> changes)
      throws OrtException {
    Map<String, String> all = new HashMap<>(OPTIONS);
    all.putAll(changes);
    try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(index)) {
      for (Map.Entry<String, String> option : all.entrySet()) {
        cuda.add(option.getKey(), option.getValue());
      }
      options.addCUDA(cuda);
    }
  }
}
