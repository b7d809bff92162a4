package org.cleanplate.engine.ort;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtTensorRTProviderOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.cleanplate.MattingException;
import org.cleanplate.Sha256;

/**
 * How sessions use TensorRT. It compiles a graph for minutes; the engine that comes of it is kept
 * in a folder of the cache of its own for each graph, since TensorRT itself tells engines apart by
 * the names of a graph's nodes and would take one for another of other weights.
 */
final class TensorRtProvider {
  private TensorRtProvider() {}

  static void add(SessionOptions options, int index, byte[] graph) throws OrtException {
    String folder = engineFolder(graph).toString();
    try (OrtTensorRTProviderOptions tensorRt = new OrtTensorRTProviderOptions(index)) {
      // The graph says itself what is of 16 bits; this permits it.
      tensorRt.add("trt_fp16_enable", "1");
      tensorRt.add("trt_engine_cache_enable", "1");
      tensorRt.add("trt_engine_cache_path", folder);
      tensorRt.add("trt_timing_cache_enable", "1");
      tensorRt.add("trt_timing_cache_path", folder);
      options.addTensorrt(tensorRt);
    }
  }

  private static Path engineFolder(byte[] graph) {
    Path engines = OrtRuntime.cacheFolder().resolve("tensorrt");
    Path folder = engines.resolve(Sha256.of(graph).substring(0, 16));
    try {
      Files.createDirectories(folder);
      Files.setLastModifiedTime(folder, FileTime.from(Instant.now()));
      UnusedFolders.delete(engines);
      return folder;
    } catch (IOException e) {
      throw new MattingException("TensorRT's engines cannot be kept in " + folder, e);
    }
  }
}
