package org.cleanplate.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Trains by macros in an ImageJ without a display and prints what happened, a line for each fact:
 * {@code TrainingHost FOLDER}. A run to the end; one that Esc ends half-way; the same again, which
 * goes on; and the sample macros, at sizes that take seconds.
 */
final class TrainingHost {
  static final String TRAIN_DEFAULT = "train-default.ijm";
  static final String EVALUATE_SUBJECTS = "evaluate-subjects.ijm";

  static final String DARK_SUBJECT_MATTES = "dark-subject-mattes.ijm";
  static final String FINETUNE_FOOTAGE = "finetune-footage.ijm";

  /** The sample macros that are run here. */
  static final List<String> MACROS =
      List.of(TRAIN_DEFAULT, EVALUATE_SUBJECTS, DARK_SUBJECT_MATTES, FINETUNE_FOOTAGE);

  /** Frames of the arena whose mattes are made, and trained on or measured with in turns. */
  private static final String FRAMES = "1,2,3,5,6,8";

  private static final String SETTINGS =
      " start=cleanplate-slim steps=50 warmup_steps=5 batch_size=2 crops=64x64 validate_every=25"
          + " validation_samples=2 checkpoint_every=25 seed=3 device=cpu threads=1"
          + " loader_threads=1";
  private static final int CANCELLED_AT = 12;

  private final Path folder;
  private final HeadlessImageJ imageJ = HeadlessImageJ.start();

  private TrainingHost(Path folder) {
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    new TrainingHost(Path.of(arguments[0])).run();
    System.exit(0);
  }

  private void run() throws Exception {
    Thread watch =
        atLine(
            folder.resolve("whole/curve.csv"),
            15,
            () -> say("early megabytes", megabytesOutsideTheHeap()));
    boolean whole = train("whole");
    say("whole", whole);
    if (!whole) {
      return;
    }
    watch.join();
    say("late megabytes", megabytesOutsideTheHeap());

    long[] pressed = new long[1];
    Thread escape =
        atLine(
            folder.resolve("parted/curve.csv"),
            CANCELLED_AT,
            () -> {
              pressed[0] = System.nanoTime();
              EscapeKey.press();
            });
    say("cancelled", train("parted"));
    long millis = (System.nanoTime() - pressed[0]) / 1_000_000;
    escape.join(TimeUnit.SECONDS.toMillis(10));
    say("millis to cancel", millis);
    say("steps before", lines(folder.resolve("parted/curve.csv")) - 1);
    say("resumed", train("parted"));

    say(
        TRAIN_DEFAULT,
        imageJ.run(
            Samples.macro(TRAIN_DEFAULT),
            InstalledImageJ.SAMPLES.resolve("training")
                + ";"
                + folder.resolve("default")
                + ";steps=3 warmup_steps=0 batch_size=2 crops=128x128 validation_samples=2"
                + " device=cpu threads=1"));
    say(
        EVALUATE_SUBJECTS,
        imageJ.run(
            Samples.macro(EVALUATE_SUBJECTS),
            String.join(
                ";",
                folder.resolve("subjects").toString(),
                folder.resolve("grounds").toString(),
                folder.resolve("scores").toString(),
                "160x120",
                "0.8",
                "1.2",
                folder.resolve("default/refine/best.safetensors").toString())));
    String arena = folder.resolve("arena.tif") + ";median;";
    Path mattes = folder.resolve("mattes.tif");
    say(
        DARK_SUBJECT_MATTES,
        imageJ.run(Samples.macro(DARK_SUBJECT_MATTES), arena + FRAMES + ";20;" + mattes));
    say(
        FINETUNE_FOOTAGE,
        imageJ.run(
            Samples.macro(FINETUNE_FOOTAGE),
            arena
                + String.join(";", mattes.toString(), FRAMES, folder.resolve("tuned").toString())
                + ";steps=3 warmup_steps=0 crops=64x64 validation_samples=2 device=cpu threads=1"));
  }

  private boolean train(String name) throws IOException {
    Path macro = folder.resolve("train-" + name + ".ijm");
    Files.writeString(
        macro,
        "setBatchMode(true);\nrun(\"Train Model...\", \"stage=base run_folder=["
            + folder.resolve(name)
            + "]"
            + folders()
            + SETTINGS
            + "\");\n");
    return imageJ.run(macro, "");
  }

  private String folders() {
    return " foregrounds=["
        + folder.resolve("subjects/fgr")
        + "] alphas=["
        + folder.resolve("subjects/pha")
        + "] backgrounds=["
        + folder.resolve("grounds")
        + "]";
  }

  /** Does something once a file has so many lines. */
  private static Thread atLine(Path file, int count, Runnable action) {
    Thread thread =
        new Thread(
            () -> {
              try {
                while (lines(file) <= count) {
                  Thread.sleep(5);
                }
                action.run();
              } catch (InterruptedException | IOException e) {
                throw new IllegalStateException(e);
              }
            });
    thread.start();
    return thread;
  }

  private static long lines(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file).lines().count() : 0;
  }

  /**
   * Memory in use outside the Java heap, in megabytes; -1 if the system does not say. The heap
   * itself grows as the collector likes.
   */
  private static long megabytesOutsideTheHeap() {
    try {
      return Files.readAllLines(Path.of("/proc/self/status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .map(resident -> resident - (Runtime.getRuntime().totalMemory() >> 20))
          .findFirst()
          .orElse(-1);
    } catch (IOException e) {
      return -1;
    }
  }

  private static void say(String what, Object how) {
    System.out.println(String.format(Locale.ROOT, "[%s] %s", what, how));
  }
}
