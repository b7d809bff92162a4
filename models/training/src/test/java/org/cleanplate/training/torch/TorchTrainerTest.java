package org.cleanplate.training.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.cleanplate.MattingException;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.weights.CheckpointReader;
import org.cleanplate.network.weights.Weights;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.progress.Progress;
import org.cleanplate.training.PlanText;
import org.cleanplate.training.TrainingListener;
import org.cleanplate.training.TrainingPlan;
import org.cleanplate.training.TrainingReport;
import org.cleanplate.training.TrainingReport.Outcome;
import org.cleanplate.training.TrainingStep;
import org.cleanplate.training.ValidationResult;
import org.cleanplate.training.data.SampleProvider;
import org.cleanplate.training.data.SampleSource;
import org.cleanplate.training.data.TrainingSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The trainer on the bundled model and discs on noise, at sizes that take a fraction of a second.
 */
class TorchTrainerTest {
  private static final SampleProvider DISCS = (data, use, seed) -> new DiscSamples(seed);

  private static final String QUICK =
      """
      start = cleanplate-slim
      steps = 6
      warmup_steps = 1
      batch_size = 4
      accumulation = 2
      crops = 64x64, 96x64
      validation_samples = 3
      validate_every = 2
      checkpoint_every = 2
      threads = 1
      """;

  @TempDir private Path folder;

  @Test
  void learnsFromNothing() {
    List<TrainingStep> steps = new ArrayList<>();
    TrainingPlan plan =
        plan(
            "run",
            """
            stage = base
            architecture = slim
            steps = 40
            warmup_steps = 5
            batch_size = 4
            crops = 64x64
            encoder_rate = 0.005
            aspp_rate = 0.005
            decoder_rate = 0.005
            average_decay = 0.8
            validation_samples = 8
            threads = 1
            """);
    TrainingReport report = train(plan, DISCS, steps::add);
    assertEquals(Outcome.COMPLETED, report.outcome());
    double before = meanAlphaLoss(steps.subList(0, 5));
    double after = meanAlphaLoss(steps.subList(35, 40));
    assertTrue(after < 0.6 * before, "alpha loss went from " + before + " to " + after);
    double found = report.best().orElseThrow().meanAbsoluteDifference();
    assertTrue(found < 0.2, "averaged weights are off by " + found + ", all empty by 0.2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "refine", "refine\nbackbone_scale = 0.25, 0.5, 1", "finetune"})
  void aRunThatIsStoppedAndResumedEqualsOneThatIsNot(String stage) throws IOException {
    String lines = "stage = " + stage + "\n" + QUICK;
    TrainingReport whole = train(plan("whole", lines), DISCS, step -> {});
    assertEquals(Outcome.COMPLETED, whole.outcome());

    TrainingPlan parts = plan("parts", lines);
    Cancellation cancellation = new Cancellation();
    TrainingReport stopped =
        new TorchTrainer(DISCS).run(parts, cancelAfter(3, cancellation), cancellation);
    assertEquals(Outcome.CANCELLED, stopped.outcome());
    assertEquals(3, stopped.steps());
    TrainingReport resumed = train(parts, DISCS, step -> {});
    assertEquals(Outcome.COMPLETED, resumed.outcome());

    assertEquals(withoutTime(folder.resolve("whole")), withoutTime(folder.resolve("parts")));
    assertArrayEquals(Files.readAllBytes(whole.model()), Files.readAllBytes(resumed.model()));
    assertEquals(
        Files.readAllLines(folder.resolve("whole/validation.csv")),
        Files.readAllLines(folder.resolve("parts/validation.csv")));
  }

  @Test
  void aStepThatIsCancelledHalfwayLeavesNoTrace() throws IOException {
    String lines = "stage = base\n" + QUICK;
    TrainingReport whole = train(plan("whole", lines), DISCS, step -> {});

    TrainingPlan parts = plan("parts", lines);
    Cancellation cancellation = new Cancellation();
    // Sample 14 is in the second half of the fourth step's batch.
    SampleProvider cancelling =
        (data, use, seed) -> afterDrawing(new DiscSamples(seed), 14, cancellation::cancel);
    TrainingReport stopped =
        new TorchTrainer(cancelling).run(parts, TrainingListener.NONE, cancellation);
    assertEquals(Outcome.CANCELLED, stopped.outcome());
    TrainingReport resumed = train(parts, DISCS, step -> {});
    assertEquals(withoutTime(folder.resolve("whole")), withoutTime(folder.resolve("parts")));
    assertArrayEquals(Files.readAllBytes(whole.model()), Files.readAllBytes(resumed.model()));
  }

  @Test
  void aFrozenBaseKeepsItsMatteWhileRefinerAndHiddenChannelsLearn() {
    TrainingPlan plan = plan("run", "stage = refine\ndecoder_rate = 0.01\n" + QUICK);
    Weights after = CheckpointReader.read(train(plan, DISCS, step -> {}).model()).weights();
    CheckpointReader.read(
            Path.of(System.getProperty("cleanplate.root"))
                .resolve("models/weights/cleanplate-slim.safetensors"))
        .weights()
        .asMap()
        .forEach((name, before) -> assertFrozen(name, before.values(), after.get(name).values()));
  }

  /** The coarse channels stand before the hidden ones in the decoder's last convolution. */
  private static void assertFrozen(String name, float[] before, float[] after) {
    int fixed =
        name.startsWith("refiner.")
            ? 0
            : name.startsWith("decoder.conv4.")
                ? before.length / Architecture.slim().baseOutputChannels() * 5
                : before.length;
    assertArrayEquals(Arrays.copyOf(before, fixed), Arrays.copyOf(after, fixed), name);
    if (fixed < before.length) {
      int end = before.length;
      assertFalse(Arrays.equals(before, fixed, end, after, fixed, end), name + " is as it was");
    }
  }

  @Test
  void keepsModelsPicturesAndTables() throws IOException {
    TrainingPlan plan = plan("run", "stage = base\n" + QUICK);
    List<ValidationResult> validations = new ArrayList<>();
    TrainingReport report =
        new TorchTrainer(DISCS)
            .run(
                plan,
                new TrainingListener() {
                  @Override
                  public void validation(ValidationResult result) {
                    validations.add(result);
                  }
                },
                new Cancellation());
    Path run = folder.resolve("run");
    try (Stream<Path> files = Files.list(run)) {
      assertEquals(
          List.of(
              ".lock",
              "best.safetensors",
              "checkpoint-4.safetensors",
              "checkpoint-4.state",
              "checkpoint-6.safetensors",
              "checkpoint-6.state",
              "curve.csv",
              "model.safetensors",
              "plan.properties",
              "validation-2.png",
              "validation-4.png",
              "validation-6.png",
              "validation.csv"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
    assertEquals(Architecture.slim(), CheckpointReader.read(report.model()).architecture());
    assertEquals(7, Files.readAllLines(run.resolve("curve.csv")).size());
    assertEquals(List.of(2, 4, 6), validations.stream().map(ValidationResult::step).toList());
    assertEquals(4 * 260, ImageIO.read(validations.get(0).picture().toFile()).getWidth());
    assertEquals(plan, TrainingPlan.read(run.resolve("plan.properties")));
  }

  @Test
  void aCompletedRunIsNotTrainedAgain() {
    TrainingPlan plan = plan("run", "stage = base\n" + QUICK);
    train(plan, DISCS, step -> {});
    List<TrainingStep> again = new ArrayList<>();
    assertEquals(Outcome.COMPLETED, train(plan, DISCS, again::add).outcome());
    assertEquals(List.of(), again);
  }

  @Test
  void refusesAFolderThatHoldsAnotherPlansRun() {
    train(plan("run", "stage = base\n" + QUICK), DISCS, step -> {});
    TrainingPlan other = plan("run", ("stage = base\n" + QUICK).replace("steps = 6", "steps = 9"));
    MattingException failure =
        assertThrows(MattingException.class, () -> train(other, DISCS, step -> {}));
    assertTrue(failure.getMessage().contains("steps was 6 and is 9"), failure.getMessage());
  }

  @Test
  void stopsEarlyWhenNothingGetsBetter() {
    String rates = "encoder_rate = 0\naspp_rate = 0\ndecoder_rate = 0\npatience = 1\n";
    // Frozen running statistics would need no steps: with rates of 0 only they change.
    TrainingPlan plan =
        plan(
            "run",
            "stage = base\naverage_decay = 0.999999\n"
                + rates
                + QUICK.replace("steps = 6", "steps = 60"));
    TrainingReport report = train(plan, DISCS, step -> {});
    assertEquals(Outcome.STOPPED_EARLY, report.outcome());
    assertTrue(report.steps() < 60, "after " + report.steps());
  }

  @Test
  void everyStepTellsHowFarTheRunIsAndHowLongItTakesYet() {
    List<Progress> told = new ArrayList<>();
    train(plan("run", "stage = base\n" + QUICK), DISCS, step -> told.add(step.progress()));
    assertEquals(6, told.size());
    for (int i = 0; i < 6; i++) {
      assertTrue(told.get(i).describe().startsWith("Training " + (i + 1) + "/6"));
      assertEquals((i + 1) / 6.0, told.get(i).fraction(), 1e-9);
      assertTrue(told.get(i).remaining().isPresent());
    }
  }

  @Test
  void aLossThatIsNoNumberStopsTheRunAndKeepsTheLastCheckpoint() {
    SampleProvider poisoned =
        (data, use, seed) ->
            (number, width, height) -> {
              TrainingSample sample = new DiscSamples(seed).draw(number, width, height);
              if (number == 17) {
                sample.source()[5] = Float.NaN;
              }
              return sample;
            };
    TrainingPlan plan = plan("run", "stage = base\n" + QUICK);
    MattingException failure =
        assertThrows(MattingException.class, () -> train(plan, poisoned, step -> {}));
    assertTrue(failure.getMessage().contains("At step 4 the loss is NaN"), failure.getMessage());
    CheckpointReader.read(folder.resolve("run/checkpoint-4.safetensors"));
    assertEquals(Outcome.COMPLETED, train(plan, DISCS, step -> {}).outcome());
  }

  @Test
  void aSampleThatCannotBeReadIsNamed() {
    SampleProvider broken =
        (data, use, seed) ->
            (number, width, height) -> {
              throw new IOException("fgr/0017.png is damaged");
            };
    MattingException failure =
        assertThrows(
            MattingException.class,
            () -> train(plan("run", "stage = base\n" + QUICK), broken, step -> {}));
    assertTrue(failure.getMessage().contains("fgr/0017.png is damaged"), failure.getMessage());
  }

  @Test
  void endsWithinASecondOfBeingCancelled() throws InterruptedException {
    TrainingPlan plan =
        plan(
            "run",
            "stage = base\n"
                + "start = cleanplate-slim\n"
                + "batch_size = 8\n"
                + "validate_every = 1000\n"
                + "threads = 1\n");
    Cancellation cancellation = new Cancellation();
    long[] cancelledAt = new long[1];
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void step(TrainingStep step) {
            if (step.done() == 2) {
              cancelLater(cancellation, cancelledAt);
            }
          }
        };
    TrainingReport report = new TorchTrainer(DISCS).run(plan, listener, cancellation);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - cancelledAt[0]);
    assertEquals(Outcome.CANCELLED, report.outcome());
    assertTrue(millis < 1000, "took " + millis + " ms");
  }

  /** Somewhere in the middle of the next step. */
  private static void cancelLater(Cancellation cancellation, long[] cancelledAt) {
    Thread thread =
        new Thread(
            () -> {
              try {
                Thread.sleep(100);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              cancelledAt[0] = System.nanoTime();
              cancellation.cancel();
            });
    thread.start();
  }

  private static SampleSource afterDrawing(SampleSource source, long last, Runnable action) {
    return (number, width, height) -> {
      TrainingSample sample = source.draw(number, width, height);
      if (number == last) {
        action.run();
      }
      return sample;
    };
  }

  private static TrainingListener cancelAfter(int steps, Cancellation cancellation) {
    return new TrainingListener() {
      @Override
      public void step(TrainingStep step) {
        if (step.done() == steps) {
          cancellation.cancel();
        }
      }
    };
  }

  private static TrainingReport train(
      TrainingPlan plan, SampleProvider samples, Consumer<TrainingStep> steps) {
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void step(TrainingStep step) {
            steps.accept(step);
          }
        };
    return new TorchTrainer(samples).run(plan, listener, new Cancellation());
  }

  private static double meanAlphaLoss(List<TrainingStep> steps) {
    return steps.stream().mapToDouble(step -> step.losses().alpha()).average().orElseThrow();
  }

  /** The learning curve without its last column, which is the time. */
  private static List<String> withoutTime(Path run) throws IOException {
    return Files.readAllLines(run.resolve("curve.csv")).stream()
        .map(line -> line.substring(0, line.lastIndexOf(',')))
        .toList();
  }

  private TrainingPlan plan(String runFolder, String lines) {
    return TrainingPlan.of(
        PlanText.parse(lines, folder).with("run_folder", folder.resolve(runFolder).toString()));
  }
}
