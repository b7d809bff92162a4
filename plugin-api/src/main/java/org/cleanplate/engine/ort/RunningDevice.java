package org.cleanplate.engine.ort;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.Optional;
import java.util.OptionalInt;
import org.cleanplate.MattingException;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.ThreadLayout;

/**
 * The processor that sessions run on.
 *
 * @param cudaIndex the CUDA device, or empty for the CPU
 * @param threads threads on the CPU
 * @param fallback why it is not the device asked for
 */
record RunningDevice(OptionalInt cudaIndex, int threads, Optional<String> fallback) {

  /** While one frame is computed the next one is brought to the device. */
  private static final int CUDA_FRAMES_IN_FLIGHT = 2;

  /**
   * Finds the device a user asks for, trying CUDA out rather than trusting its presence.
   *
   * @throws MattingException if a required device does not work
   */
  static RunningDevice choose(Device wanted, int threads) {
    if (wanted instanceof Device.Cpu) {
      return new RunningDevice(OptionalInt.empty(), threads, Optional.empty());
    }
    int index = wanted instanceof Device.Cuda cuda ? cuda.index() : 0;
    Optional<String> problem = problemWithCuda(index);
    if (problem.isEmpty()) {
      return new RunningDevice(OptionalInt.of(index), threads, Optional.empty());
    }
    String reason = "CUDA device " + index + " cannot be used: " + problem.get();
    if (wanted instanceof Device.Cuda cuda && cuda.required()) {
      throw new MattingException(
          reason + ". Expected a working CUDA device: install what is missing or use device=auto");
    }
    // Nobody who asked for "auto" misses a device that is not there.
    Optional<String> fallback =
        wanted instanceof Device.Auto && !providerPresent()
            ? Optional.empty()
            : Optional.of(reason + "; the CPU computes instead");
    return new RunningDevice(OptionalInt.empty(), threads, fallback);
  }

  private static boolean providerPresent() {
    return OrtRuntime.providers().contains(OrtProvider.CUDA);
  }

  private static Optional<String> problemWithCuda(int index) {
    if (!providerPresent()) {
      return Optional.of("this ONNX Runtime is built for the CPU alone");
    }
    try (SessionOptions options = new SessionOptions()) {
      options.addCUDA(index);
      return Optional.empty();
    } catch (OrtException e) {
      return Optional.of(e.getMessage());
    }
  }

  /** How a batch of frames uses the device best. */
  ThreadLayout batchLayout(long frames) {
    ThreadLayout cores = ThreadLayout.batch(threads, frames);
    return cudaIndex.isPresent()
        ? new ThreadLayout((int) Math.min(CUDA_FRAMES_IN_FLIGHT, frames), cores.intraOpThreads())
        : cores;
  }

  /** The same device with another number of threads for one computation. */
  RunningDevice withThreads(int intraOpThreads) {
    return new RunningDevice(cudaIndex, intraOpThreads, fallback);
  }

  /** In words, for logs and results. */
  String describe() {
    return cudaIndex.isPresent()
        ? "CUDA:" + cudaIndex.getAsInt()
        : "CPU (" + threads + (threads == 1 ? " thread)" : " threads)");
  }

  /** Options for a session of one fixed size. */
  SessionOptions sessionOptions() throws OrtException {
    SessionOptions options = new SessionOptions();
    try {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      // Waiting threads that spin steal the cores from decoding and encoding.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      // A sixth less memory at no cost in time.
      options.setMemoryPatternOptimization(false);
      if (cudaIndex.isPresent()) {
        options.addCUDA(cudaIndex.getAsInt());
      }
      return options;
    } catch (OrtException e) {
      options.close();
      throw e;
    }
  }
}
