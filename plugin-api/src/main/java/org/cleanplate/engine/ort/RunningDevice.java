package org.cleanplate.engine.ort;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.cleanplate.MattingException;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.PrecisionChoice;
import org.cleanplate.engine.ThreadLayout;
import org.cleanplate.network.graph.GraphForm;
import org.cleanplate.network.graph.Precision;
import org.cleanplate.network.graph.Refinement;

/**
 * The processor that sessions run on.
 *
 * @param provider what computes
 * @param precision the floats of the network
 * @param threads of the CPU
 * @param fallback why it is not the device asked for
 */
record RunningDevice(
    Provider provider, Precision precision, int threads, Optional<String> fallback) {

  /** While one frame is computed another is brought to the device and one fetched from it. */
  static final int GPU_FRAMES_IN_FLIGHT = 3;

  /**
   * Finds the device a user asks for, trying each out rather than trusting its presence.
   *
   * @throws MattingException if a required device does not work
   */
  static RunningDevice choose(Device wanted, PrecisionChoice precision, int threads) {
    return choose(wanted, precision, threads, ProviderTrial::problem);
  }

  /**
   * As {@link #choose(Device, PrecisionChoice, int)}.
   *
   * @param trial why a provider does not work; empty if it does
   */
  static RunningDevice choose(
      Device wanted,
      PrecisionChoice precision,
      int threads,
      Function<Provider, Optional<String>> trial) {
    List<String> problems = new ArrayList<>();
    for (Provider gpu : gpus(wanted)) {
      Optional<String> problem = trial.apply(gpu);
      if (problem.isEmpty()) {
        return new RunningDevice(gpu, precision.on(true), threads, fallback(problems, gpu));
      }
      String reason = gpu.describe() + " cannot be used: " + problem.get();
      if (isRequired(wanted)) {
        throw new MattingException(
            reason + ". Expected a working device: install what is missing or use device=auto");
      }
      // Nobody who asked for "auto" misses a device that is not there.
      if (!(wanted instanceof Device.Auto) || gpu.isBuiltIn()) {
        problems.add(reason);
      }
    }
    Provider cpu = new Provider.Cpu();
    return new RunningDevice(cpu, precision.on(false), threads, fallback(problems, cpu));
  }

  private static List<Provider> gpus(Device wanted) {
    if (wanted instanceof Device.TensorRt tensorRt) {
      return List.of(new Provider.TensorRt(tensorRt.index()), new Provider.Cuda(tensorRt.index()));
    }
    if (wanted instanceof Device.Cuda cuda) {
      return List.of(new Provider.Cuda(cuda.index()));
    }
    return wanted instanceof Device.Auto ? List.of(new Provider.Cuda(0)) : List.of();
  }

  private static boolean isRequired(Device wanted) {
    return wanted instanceof Device.Cuda cuda && cuda.required()
        || wanted instanceof Device.TensorRt tensorRt && tensorRt.required();
  }

  private static Optional<String> fallback(List<String> problems, Provider instead) {
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join("; ", problems) + "; the " + instead.describe() + " computes instead");
  }

  boolean isGpu() {
    return provider.isGpu();
  }

  /**
   * How a batch of frames uses the device best. What a GPU leaves of a frame's work, such as hair
   * and edges by the plate, takes the CPU's cores as frame workers; the device itself takes {@link
   * #GPU_FRAMES_IN_FLIGHT} of their frames at a time.
   */
  ThreadLayout batchLayout(long frames) {
    return ThreadLayout.batch(isGpu() ? Math.max(threads, GPU_FRAMES_IN_FLIGHT) : threads, frames);
  }

  /** The same device with another number of threads for one computation. */
  RunningDevice withThreads(int intraOpThreads) {
    return new RunningDevice(provider, precision, intraOpThreads, fallback);
  }

  /** The form of graph that suits it. */
  GraphForm form(Refinement refinement) {
    if (!isGpu() && precision == Precision.FP32) {
      return GraphForm.ADAPTIVE;
    }
    int blocks = refinement instanceof Refinement.Sampling sampling ? sampling.blocks() : 0;
    return new GraphForm.Static(precision, blocks);
  }

  /** In words, for logs and results. */
  String describe() {
    String floats = precision.name().toLowerCase(Locale.ROOT);
    if (isGpu()) {
      return provider.describe() + ", " + floats;
    }
    String cores = "CPU (" + threads + (threads == 1 ? " thread)" : " threads)");
    return precision == Precision.FP32 ? cores : cores + ", " + floats;
  }

  /**
   * Options for a session of one fixed size. On a GPU such a session either runs there as a whole
   * or is not opened: the runtime may leave nothing of it to the CPU.
   */
  SessionOptions sessionOptions(byte[] graph) throws OrtException {
    return options(options -> handOver(options, provider, graph));
  }

  /** Options for a file of any size, whose arithmetic on sizes the runtime keeps on the CPU. */
  SessionOptions optionsForAnySize() throws OrtException {
    return options(
        options -> {
          if (provider instanceof Provider.Cuda cuda) {
            CudaProvider.add(options, cuda.index());
          }
        });
  }

  /** Adds something to a session's options. */
  @FunctionalInterface
  private interface Addition {
    void addTo(SessionOptions options) throws OrtException;
  }

  private SessionOptions options(Addition providers) throws OrtException {
    SessionOptions options = new SessionOptions();
    try {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      // Waiting threads that spin steal the cores from decoding and encoding.
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      // On the CPU a sixth less memory at no cost in time.
      options.setMemoryPatternOptimization(isGpu());
      providers.addTo(options);
      return options;
    } catch (OrtException e) {
      options.close();
      throw e;
    }
  }

  /** Gives a session to a provider as a whole. */
  static void handOver(SessionOptions options, Provider provider, byte[] graph)
      throws OrtException {
    if (provider.isGpu()) {
      forbidCpu(options);
    }
    provider.addTo(options, graph);
  }

  /** Without this the runtime would quietly compute on the CPU what it cannot elsewhere. */
  static void forbidCpu(SessionOptions options) throws OrtException {
    options.addConfigEntry("session.disable_cpu_ep_fallback", "1");
  }
}
