package org.cleanplate.samples.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cleanplate.MattingException;

/**
 * A whole 1080p video: the bundled model as users run it against the published MobileNetV2 in a
 * plain loop, both from H.264 to H.264, each in a process of its own, in turns; and what a second
 * frame worker brings.
 */
public final class VideoBenchmark {
  private static final int FRAMES = 60;
  private static final int QUICK_FRAMES = 15;
  private static final int MOST_ROUNDS = 3;

  private final BenchmarkOptions options;
  private final Report report;
  private final int rounds;
  private final int frames;

  VideoBenchmark(BenchmarkOptions options, PrintStream out) {
    this.options = options;
    this.report = new Report(out);
    rounds = options.quick() ? 1 : Math.min(MOST_ROUNDS, options.rounds());
    frames = options.quick() ? QUICK_FRAMES : FRAMES;
  }

  /** Runs it; {@link BenchmarkOptions#USAGE}. Exit code 2 for a mistake in the arguments. */
  public static void main(String[] arguments) throws IOException {
    try {
      new VideoBenchmark(BenchmarkOptions.parse(arguments), System.out).run();
    } catch (MattingException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  void run() throws IOException {
    report.add(
        "%s. Load at the start %s. %d frames of 1920x1080, %d rounds in turns."
            .formatted(Machine.describe(), Machine.load(), frames, rounds));
    Path folder = Files.createTempDirectory("video-benchmark");
    try {
      compareVideos(folder);
    } finally {
      deleteAll(folder);
    }
    compareWorkers();
    report.add("Load at the end " + Machine.load() + ".");
    report.writeTo(options.results(), "video");
  }

  private void compareVideos(Path folder) throws IOException {
    VideoClip clip = VideoClip.write(PicturePair.ofPerson(options.media()), frames, folder);
    Contender published =
        new Contender(
            "published MobileNetV2, plain loop",
            PublishedVideoRun.class,
            clip.video().toString(),
            clip.cleanPlate().toString(),
            folder.toString(),
            PublishedExport.file(options.golden()).toString());
    List<Contender> all = new ArrayList<>();
    for (VideoSetting setting : VideoSetting.values()) {
      all.add(ours(setting, clip, folder));
    }
    all.add(published);
    inTurns(all);
    report.add("Decode, matte, encode alpha and foreground:");
    report.add(table(all).toMarkdown());
    for (Contender ours : all.subList(0, all.size() - 1)) {
      report.add(ratio(ours.title + ", frames/s against the published file's", ours, published));
    }
  }

  private static Contender ours(VideoSetting setting, VideoClip clip, Path folder) {
    return new Contender(
        setting.title(),
        OurVideoRun.class,
        clip.video().toString(),
        clip.cleanPlate().toString(),
        folder.toString(),
        setting.name());
  }

  private void compareWorkers() throws IOException {
    Contender one = workers(1);
    Contender two = workers(2);
    inTurns(List.of(one, two));
    report.add("Matting alone, from memory to nowhere, one thread for each frame worker:");
    report.add(table(List.of(one, two)).toMarkdown());
    report.add(ratio("Two workers / one, frames/s", two, one));
  }

  private Contender workers(int count) {
    return new Contender(
        count + (count == 1 ? " frame worker" : " frame workers"),
        WorkerRun.class,
        Integer.toString(count),
        Integer.toString(frames),
        options.media().toString());
  }

  private void inTurns(List<Contender> contenders) throws IOException {
    for (int round = 0; round < rounds; round++) {
      for (Contender contender : contenders) {
        contender.run();
      }
    }
  }

  private static Table table(List<Contender> contenders) {
    Table table =
        new Table(List.of("", "frames/s best", "median", "CPU ms/frame min", "median", "RSS MB"));
    contenders.forEach(contender -> table.add(contender.toRow()));
    return table;
  }

  private static String ratio(String what, Contender a, Contender b) {
    return String.format(
        Locale.ROOT,
        "%s: %.2f of the best, %.2f of the medians.",
        what,
        a.framesPerSecond.maximum() / b.framesPerSecond.maximum(),
        a.framesPerSecond.median() / b.framesPerSecond.median());
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** A program that runs in a process of its own, and its figures so far. */
  private static final class Contender {
    private final String title;
    private final Class<?> main;
    private final String[] arguments;
    private final Timings framesPerSecond = new Timings();
    private final Timings cpuMillis = new Timings();
    private long peakMegabytes;

    Contender(String title, Class<?> main, String... arguments) {
      this.title = title;
      this.main = main;
      this.arguments = arguments;
    }

    void run() throws IOException {
      RunFigures figures = RunFigures.parse(ChildProcess.lastLineOf(main, arguments));
      framesPerSecond.add(figures.framesPerSecond());
      cpuMillis.add(figures.cpuMillis());
      peakMegabytes = Math.max(peakMegabytes, figures.peakMegabytes());
    }

    List<String> toRow() {
      return List.of(
          title,
          number(framesPerSecond.maximum()),
          number(framesPerSecond.median()),
          number(cpuMillis.minimum()),
          number(cpuMillis.median()),
          Long.toString(peakMegabytes));
    }

    private static String number(double value) {
      return String.format(Locale.ROOT, "%.1f", value);
    }
  }
}
