package org.cleanplate.samples.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cleanplate.MattingException;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.network.graph.Refinement;
import org.cleanplate.network.weights.Checkpoint;
import org.cleanplate.network.weights.CheckpointReader;

/**
 * What a frame costs, from the host's pixels to alpha and foreground: our graph, 8-bit in and out,
 * against the published ONNX file with the same weights, bare, float planes in and out as it wants
 * them. One thread, processor time, in turns within one process. The frame is a real photograph
 * with its clean plate.
 */
public final class FrameBenchmark {
  /** What the published file was exported with. */
  private static final double PUBLISHED_SCALE = 0.25;

  private static final int PUBLISHED_PIXELS = 80_000;

  private final BenchmarkOptions options;
  private final PicturePair pictures;
  private final PrintStream out;

  /**
   * Reads the pictures.
   *
   * @param out where the figures go
   * @throws MattingException if the footage is missing
   */
  FrameBenchmark(BenchmarkOptions options, PrintStream out) throws IOException {
    this.options = options;
    this.out = out;
    Path person = options.media().resolve("person-1080p");
    pictures = PicturePair.read(person.resolve("0001_img.png"), person.resolve("0001_back.png"));
  }

  /** Runs it; {@link BenchmarkOptions#USAGE}. Exit code 2 for a mistake in the arguments. */
  public static void main(String[] arguments) throws IOException {
    try {
      new FrameBenchmark(BenchmarkOptions.parse(arguments), System.out).run();
    } catch (MattingException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  void run() throws IOException {
    out.println(Machine.describe());
    out.println(
        "One thread, process CPU time, scale 1/4, 80,000 pixels, %d rounds of about %.1f s each"
            .formatted(options.rounds(), options.roundMillis() / 1000.0));
    out.println();
    out.println(DuelResult.TABLE_HEAD);
    List<DuelResult> results = new ArrayList<>();
    for (BenchmarkOptions.Size size : options.sizes()) {
      DuelResult result = measure(size);
      results.add(result);
      out.println(result.toTableRow());
    }
    out.println();
    out.println(DuelResult.CSV_HEAD);
    results.forEach(result -> out.println(result.toCsvRow()));
  }

  private DuelResult measure(BenchmarkOptions.Size size) {
    FrameFormat bytes = new FrameFormat(size.width(), size.height(), PixelLayout.BGRA_8);
    FrameFormat floats = new FrameFormat(size.width(), size.height(), PixelLayout.RGB_FLOAT);
    MattingOptions like =
        MattingOptions.of(Layer.ALPHA_8, Layer.FOREGROUND_8)
            .withBackboneScale(PUBLISHED_SCALE)
            .withRefinement(new Refinement.Sampling(PUBLISHED_PIXELS));
    Path onnx = options.golden().resolve("onnx/mbv2_refine_s025_p80k_roi_scelem.onnx");
    try (Contestant ours =
            new OurEngine(
                ourModel(), like, pictures.sourceAs(bytes), pictures.cleanPlateAs(bytes));
        Contestant published =
            new PublishedFile(onnx, pictures.sourceAs(floats), pictures.cleanPlateAs(floats))) {
      return new Duel(ours, published)
          .fight(size.toString(), options.rounds(), options.roundMillis());
    }
  }

  private MattingModel ourModel() {
    Path file = options.golden().resolve("weights/mobilenetv2.pth");
    Checkpoint checkpoint = CheckpointReader.read(file);
    return new MattingModel.Network(
        "mobilenetv2", "", checkpoint.architecture(), checkpoint.weights());
  }
}
