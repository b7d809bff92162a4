package org.cleanplate.samples.benchmark;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.cleanplate.engine.Device;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.engine.MattingSession;
import org.cleanplate.engine.ort.OrtEngine;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.progress.Cancellation;

/** The steps to the first matte of 1080p, as a command takes them; run in a JVM of its own. */
enum StartUpStep {
  JVM("Java"),
  MODEL("model read, while the runtime is loaded beside it"),
  RUNTIME("rest of loading the runtime"),
  GRAPH("graph written and opened"),
  FIRST_FRAME("first frame"),
  SECOND_FRAME("second frame");

  private static final FrameFormat FORMAT = new FrameFormat(1920, 1080, PixelLayout.BGRA_8);

  private final String title;

  StartUpStep(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /**
   * Takes the steps and prints the milliseconds of each, then the processor's of each.
   *
   * @param arguments the folder for unpacked libraries
   */
  public static void main(String[] arguments) {
    System.setProperty("cleanplate.cache", arguments[0]);
    Steps steps = new Steps();
    OrtEngine.prepare();
    ModelCatalog catalog = ModelCatalog.standard();
    MattingModel model = catalog.open(catalog.defaultModel());
    steps.end(MODEL);
    try (OrtEngine engine = OrtEngine.open(model, new Device.Auto())) {
      steps.end(RUNTIME);
      MattingSession session =
          engine.open(FORMAT, MattingOptions.of(Layer.ALPHA_8, Layer.FOREGROUND_8));
      steps.end(GRAPH);
      Frame source = Frame.allocate(FORMAT);
      Frame plate = Frame.allocate(FORMAT);
      Matte matte = session.allocateMatte();
      session.compute(source, plate, matte, new Cancellation());
      steps.end(FIRST_FRAME);
      session.compute(source, plate, matte, new Cancellation());
      steps.end(SECOND_FRAME);
    }
    System.out.println(steps.line());
  }

  /** The figures so far. */
  private static final class Steps {
    private final double[] millis = new double[values().length];
    private final double[] processorMillis = new double[values().length];
    private long startNanos = System.nanoTime();
    private long startProcessorNanos = CpuClock.processNanos();

    Steps() {
      millis[JVM.ordinal()] =
          System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
      processorMillis[JVM.ordinal()] = startProcessorNanos / 1e6;
    }

    void end(StartUpStep step) {
      long nanos = System.nanoTime();
      long processorNanos = CpuClock.processNanos();
      millis[step.ordinal()] = (nanos - startNanos) / 1e6;
      processorMillis[step.ordinal()] = (processorNanos - startProcessorNanos) / 1e6;
      startNanos = nanos;
      startProcessorNanos = processorNanos;
    }

    String line() {
      return DoubleStream.concat(Arrays.stream(millis), Arrays.stream(processorMillis))
          .mapToObj(value -> String.format(Locale.ROOT, "%.1f", value))
          .collect(Collectors.joining(" "));
    }
  }
}
