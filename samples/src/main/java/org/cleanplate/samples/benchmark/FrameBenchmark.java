package org.cleanplate.samples.benchmark;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import org.cleanplate.MattingException;
import org.cleanplate.network.catalog.MattingModel;

/**
 * What a frame costs, from the host's pixels to alpha and foreground: our graph, 8-bit in and out,
 * against the published ONNX export with the same weights, bare, float planes in and out as it
 * wants them. One thread, processor time, in turns within one process. The frame is a real
 * photograph with its clean plate.
 */
public final class FrameBenchmark {
  private final BenchmarkOptions options;
  private final PicturePair pictures;
  private final PublishedExport export;
  private final Report report;
  private final double peakGigaflops;

  /**
   * Reads pictures and published file, and measures the core.
   *
   * @param out where the figures go
   * @throws MattingException if the footage is missing
   */
  FrameBenchmark(BenchmarkOptions options, PrintStream out) throws IOException, OrtException {
    this.options = options;
    this.report = new Report(out);
    pictures = PicturePair.ofPerson(options.media());
    export = PublishedExport.read(options.golden());
    peakGigaflops = ConvolutionPeak.gigaflops();
  }

  /** Runs it; {@link BenchmarkOptions#USAGE}. Exit code 2 for a mistake in the arguments. */
  public static void main(String[] arguments) throws IOException, OrtException {
    try {
      new FrameBenchmark(BenchmarkOptions.parse(arguments), System.out).run();
    } catch (MattingException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  void run() throws IOException, OrtException {
    Table frames = new Table(FrameResult.HEAD);
    Table stages = new Table(FrameResult.STAGE_HEAD);
    Table csv = new Table(FrameResult.CSV_HEAD);
    report.add(
        String.format(
            Locale.ROOT,
            "%s. Load at the start %s. One thread; a core's peak is %.0f GFLOP/s.",
            Machine.describe(),
            Machine.load(),
            peakGigaflops));
    double mostOffThread = 0;
    for (FrameCase frame : options.cases()) {
      Path published = publishedFile(frame);
      try (Contestant ours = OurEngine.open(frame, options.golden(), pictures);
          Contestant rival = PublishedFile.open(frame.size(), published, pictures)) {
        Duel duel = new Duel(ours, rival);
        duel.fight(options.rounds(), options.roundMillis());
        FrameResult result = result(frame, duel, ours, rival, published);
        frames.add(result.toRow());
        System.err.println(String.join(", ", result.toRow()));
        result.toStageRows().forEach(stages::add);
        csv.add(result.toCsvRow());
        mostOffThread = Math.max(mostOffThread, duel.percentOffThread());
      } finally {
        deleteIfWritten(published);
      }
    }
    report.add("Processor milliseconds a frame, megabytes of a process that does nothing else:");
    report.add(frames.toMarkdown());
    report.add("Where it goes, in milliseconds of the runtime's profile (wall clock):");
    report.add(stages.toMarkdown());
    report.add(
        String.format(
            Locale.ROOT,
            "Load at the end %s. The process's clock showed at most %.1f %% more than the"
                + " measuring thread's.",
            Machine.load(),
            mostOffThread));
    if (options.csv().isPresent()) {
      Files.writeString(options.csv().get(), "# " + Machine.describe() + "\n" + csv.toCsv());
    }
    report.writeTo(options.results(), "frames");
  }

  private FrameResult result(
      FrameCase frame, Duel duel, Contestant ours, Contestant rival, Path published)
      throws IOException, OrtException {
    MattingModel.Network model = frame.model().load(options.golden());
    FrameCost cost = FrameCost.of(model.architecture(), frame);
    return new FrameResult(
        frame,
        duel.oursMillis(),
        duel.publishedMillis(),
        ours.profile(),
        rival.profile(),
        frame.sameWeights() ? OptionalDouble.of(duel.differingPercent()) : OptionalDouble.empty(),
        cost,
        cost.floorMillis(peakGigaflops),
        FrameMemory.ofOurs(frame, options),
        FrameMemory.ofPublished(frame, options, published));
  }

  private Path publishedFile(FrameCase frame) throws IOException {
    if (frame.asPublished()) {
      return PublishedExport.file(options.golden());
    }
    PublishedExport derived = export.with(frame.scale(), frame.pixels());
    if (frame.model().rival() != BenchmarkModel.MOBILENETV2) {
      derived = derived.withBaseOf(frame.model().rival().load(options.golden()));
    }
    Path file = Files.createTempFile("published", ".onnx");
    derived.write(file);
    return file;
  }

  private void deleteIfWritten(Path published) throws IOException {
    if (!published.equals(PublishedExport.file(options.golden()))) {
      Files.delete(published);
    }
  }
}
