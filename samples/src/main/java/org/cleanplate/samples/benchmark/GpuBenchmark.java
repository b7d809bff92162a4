package org.cleanplate.samples.benchmark;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cleanplate.MattingException;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.PrecisionChoice;
import org.cleanplate.engine.gpu.CudaRuntime;
import org.cleanplate.engine.gpu.NvidiaSmi;
import org.cleanplate.engine.ort.OrtCuda;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.graph.GraphOptions;
import org.cleanplate.network.graph.Precision;

/**
 * What a frame costs on a GPU: in the graph, and from the host's memory to the host's memory with
 * several frames in flight; how far that is from what the device can do; whether the matte is the
 * CPU's. Says "not run: no device" where there is none. A quick run leaves out 32-bit floats and
 * other options of the provider, each of which takes the runtime a search for convolutions.
 */
public final class GpuBenchmark {
  private static final Device CUDA = new Device.Cuda(0, true);
  private static final Device TENSOR_RT = new Device.TensorRt(0, true);
  private static final int PRODUCT_SIDE = 4096;
  private static final int SUM_SIDE = 8192;
  private static final int TIMES = 32;

  /** What is worth trying in place of the engine's own options. */
  private static final List<Map<String, String>> TUNINGS =
      List.of(
          Map.of(),
          Map.of("prefer_nhwc", "1"),
          Map.of("cudnn_conv_algo_search", "HEURISTIC"),
          Map.of("fuse_conv_bias", "1"),
          Map.of("use_tf32", "1"),
          Map.of("arena_extend_strategy", "kNextPowerOfTwo"));

  private final BenchmarkOptions options;
  private final Report report;

  GpuBenchmark(BenchmarkOptions options, PrintStream out) {
    this.options = options;
    this.report = new Report(out);
  }

  /** Runs it; {@link BenchmarkOptions#USAGE}. Exit code 2 for a mistake in the arguments. */
  public static void main(String[] arguments) throws IOException, OrtException {
    try {
      new GpuBenchmark(BenchmarkOptions.parse(arguments), System.out).run();
    } catch (MattingException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  void run() throws IOException, OrtException {
    OrtCuda runtime = new OrtCuda();
    CudaRuntime.Trial trial = runtime.tryOut();
    if (trial.problem().isPresent()) {
      report.add("not run: no device (" + trial.problem().get() + ")");
      return;
    }
    report.add(
        "%s. %s. %s."
            .formatted(
                Machine.describe(),
                new NvidiaSmi().ask().map(driver -> driver.devices()).orElse("GPU unknown"),
                runtime.version()));
    List<Device> devices = new ArrayList<>(List.of(CUDA));
    runtime
        .problemWithTensorRt()
        .ifPresentOrElse(
            problem -> report.add("TensorRT: not run: " + problem), () -> devices.add(TENSOR_RT));
    PicturePair pictures = PicturePair.ofPerson(options.media());
    measure(Precision.FP16, devices, pictures);
    if (!options.quick()) {
      measure(Precision.FP32, devices, pictures);
      tune(pictures);
    }
    report.writeTo(options.results(), "gpu");
  }

  private void measure(Precision precision, List<Device> devices, PicturePair pictures)
      throws OrtException {
    DevicePeak peak = DevicePeak.of(CUDA, precision, PRODUCT_SIDE, SUM_SIDE, TIMES);
    report.add(
        String.format(
            Locale.ROOT,
            "%s: matrix products at %.0f TFLOP/s, memory at %.0f GB/s.",
            precision,
            peak.teraflops(),
            peak.gigabytes()));
    Table table = new Table(GpuResult.HEAD);
    for (FrameCase frame : options.cases()) {
      MattingModel.Network model = frame.model().load(options.golden());
      GpuThroughput cpu =
          GpuThroughput.measure(new Device.Cpu(), PrecisionChoice.FP32, model, frame, pictures, 1);
      for (Device device : devices) {
        GraphOptions graph = GpuFrame.options(frame, precision);
        GpuFrame alone =
            GpuFrame.measure(device, Map.of(), model, graph, pictures, options.rounds() * 10);
        GpuThroughput throughput =
            GpuThroughput.measure(
                device,
                PrecisionChoice.valueOf(precision.name()),
                model,
                frame,
                pictures,
                options.rounds() * 50);
        GpuResult result =
            new GpuResult(
                frame, alone, throughput, throughput.percentOff(cpu), peak, model.architecture());
        table.add(result.toRow());
        System.err.println(String.join(", ", result.toRow()));
      }
    }
    report.add(table.toMarkdown());
  }

  /** The first case in 16 bits with one option changed after the other. */
  private void tune(PicturePair pictures) throws OrtException {
    FrameCase frame = options.cases().get(options.cases().size() - 1);
    MattingModel.Network model = frame.model().load(options.golden());
    Table table = new Table(List.of("CUDA options", "first call, ms", "in the graph, ms"));
    for (Map<String, String> tuning : TUNINGS) {
      GpuFrame measured =
          GpuFrame.measure(
              CUDA,
              tuning,
              model,
              GpuFrame.options(frame, Precision.FP16),
              pictures,
              options.rounds() * 10);
      table.add(
          List.of(
              tuning.isEmpty() ? "the engine's" : tuning.toString(),
              millis(measured.firstMillis()),
              millis(measured.graphMillis())));
    }
    report.add(
        "Provider options, %s %s %s, fp16:"
            .formatted(frame.model().title(), frame.size(), frame.settings()));
    report.add(table.toMarkdown());
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
