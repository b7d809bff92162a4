package org.cleanplate.samples.benchmark;

import java.io.IOException;
import java.nio.file.Path;

/** The memory of a process that mattes a few frames in one way; a child of the benchmark. */
final class FrameMemory {
  private static final String OURS = "ours";
  private static final String PUBLISHED = "published";
  private static final int RUNS = 3;

  private FrameMemory() {}

  /** Megabytes of a process that runs ours. */
  static long ofOurs(FrameCase frame, BenchmarkOptions options) throws IOException {
    return measure(OURS, frame, options, "");
  }

  /** Megabytes of a process that runs the published graph. */
  static long ofPublished(FrameCase frame, BenchmarkOptions options, Path file) throws IOException {
    return measure(PUBLISHED, frame, options, file.toString());
  }

  private static long measure(String whose, FrameCase frame, BenchmarkOptions options, String file)
      throws IOException {
    return Long.parseLong(
        ChildProcess.lastLineOf(
            FrameMemory.class,
            whose,
            frame.model().name(),
            frame.size().toString(),
            Double.toString(frame.scale()),
            Integer.toString(frame.pixels()),
            options.golden().toString(),
            options.media().toString(),
            file));
  }

  /** Runs the few frames and prints the memory. */
  public static void main(String[] arguments) throws IOException {
    FrameCase frame =
        new FrameCase(
            BenchmarkModel.parse(arguments[1]),
            BenchmarkOptions.Size.parse(arguments[2]),
            Double.parseDouble(arguments[3]),
            Integer.parseInt(arguments[4]));
    PicturePair pictures = PicturePair.ofPerson(Path.of(arguments[6]));
    try (Contestant contestant =
        arguments[0].equals(OURS)
            ? OurEngine.open(frame, Path.of(arguments[5]), pictures)
            : PublishedFile.open(frame.size(), Path.of(arguments[7]), pictures)) {
      for (int i = 0; i < RUNS; i++) {
        contestant.run();
      }
    }
    System.out.println(Machine.peakMegabytes());
  }
}
