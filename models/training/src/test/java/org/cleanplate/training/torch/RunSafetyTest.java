package org.cleanplate.training.torch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.cleanplate.MattingException;
import org.cleanplate.network.weights.CheckpointReader;
import org.cleanplate.progress.Cancellation;
import org.cleanplate.testing.SmallDisk;
import org.cleanplate.training.PlanText;
import org.cleanplate.training.TrainingListener;
import org.cleanplate.training.TrainingPlan;
import org.cleanplate.training.TrainingReport;
import org.cleanplate.training.TrainingReport.Outcome;
import org.cleanplate.training.TrainingStep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is learnt survives kills, full disks and damaged files; memory does not grow. */
class RunSafetyTest {
  private static final String NO_MOUNT = "not run: this user may not mount a file system";

  private static final String QUICK =
      """
      stage = base
      start = cleanplate-slim
      steps = 6
      batch_size = 2
      crops = 64x64
      validation_samples = 2
      validate_every = 6
      checkpoint_every = 1
      kept_checkpoints = 2
      threads = 1
      """;

  @TempDir private Path folder;

  @Test
  void aKilledRunGoesOnAsIfNothingHadHappened() throws IOException, InterruptedException {
    TrainingReport whole = train(plan("whole"));

    TrainingPlan killed = plan("killed");
    Path file = folder.resolve("killed.properties");
    Files.writeString(file, killed.toText());
    Process child = ChildTraining.start(file, "-Xmx512m");
    try (BufferedReader output = child.inputReader()) {
      String line = output.readLine();
      while (line != null && !line.startsWith("3 ")) {
        line = output.readLine();
      }
      assertTrue(line != null, "The child ended by itself");
    } finally {
      child.destroyForcibly().waitFor();
    }
    assertEquals(137, child.exitValue());

    TrainingReport resumed = train(killed);
    assertEquals(Outcome.COMPLETED, resumed.outcome());
    assertArrayEquals(Files.readAllBytes(whole.model()), Files.readAllBytes(resumed.model()));
    assertEquals(7, Files.readAllLines(folder.resolve("killed/curve.csv")).size());
  }

  @Test
  void aTornCheckpointIsPassedOver() throws IOException {
    TrainingPlan plan = plan("run");
    TrainingReport whole = train(plan);
    byte[] expected = Files.readAllBytes(whole.model());
    Path state = folder.resolve("run/checkpoint-6.state");
    Files.write(state, java.util.Arrays.copyOf(Files.readAllBytes(state), 100_000));
    Files.writeString(folder.resolve("run/.checkpoint-7.state-0.tmp"), "half");

    List<String> messages = new ArrayList<>();
    TrainingReport again =
        new TorchTrainer((data, use, seed) -> new DiscSamples(seed))
            .run(
                plan,
                new TrainingListener() {
                  @Override
                  public void message(String text) {
                    messages.add(text);
                  }
                },
                new Cancellation());
    assertTrue(
        messages.stream().anyMatch(text -> text.startsWith("Checkpoint 6 is passed over")),
        messages.toString());
    assertTrue(messages.contains("Going on after step 5"), messages.toString());
    assertArrayEquals(expected, Files.readAllBytes(again.model()));
    assertTrue(Files.notExists(folder.resolve("run/.checkpoint-7.state-0.tmp")));
  }

  @Test
  void aFullDiskLeavesTheLastCheckpointWhole() throws IOException, InterruptedException {
    // A checkpoint takes 23 MB, the best model 4 more.
    Optional<SmallDisk> mounted = SmallDisk.mount(folder.resolve("disk"), "size=50m");
    assumeTrue(mounted.isPresent(), NO_MOUNT);
    try (SmallDisk disk = mounted.get()) {
      TrainingPlan plan = plan("disk");
      MattingException failure = assertThrows(MattingException.class, () -> train(plan));
      assertTrue(failure.getMessage().contains("the disk full?"), failure.getMessage());
      CheckpointReader.read(folder.resolve("disk/checkpoint-2.safetensors"));

      disk.remount("size=100m");
      TrainingReport resumed = train(plan);
      assertArrayEquals(
          Files.readAllBytes(train(plan("whole")).model()), Files.readAllBytes(resumed.model()));
    }
  }

  /** A disk that fails, or someone who writes into the folder meanwhile. */
  @Test
  void aPictureThatIsDamagedWhileItTrainsIsNamedAndTheLastCheckpointIsWhole() throws IOException {
    for (String name : List.of("one.png", "two.png", "three.png")) {
      picture("fgr/" + name, BufferedImage.TYPE_INT_RGB);
      picture("pha/" + name, BufferedImage.TYPE_BYTE_GRAY);
    }
    picture("bgr/wall.png", BufferedImage.TYPE_INT_RGB);
    TrainingPlan plan =
        TrainingPlan.of(
            PlanText.parse(QUICK, folder)
                .with("run_folder", folder.resolve("run").toString())
                .with("steps", "40")
                .with("foregrounds", folder.resolve("fgr").toString())
                .with("alphas", folder.resolve("pha").toString())
                .with("backgrounds", folder.resolve("bgr").toString())
                .with("procedural_share", "0"));
    TrainingListener damaging =
        new TrainingListener() {
          @Override
          public void step(TrainingStep step) {
            if (step.done() == 2) {
              write(folder.resolve("pha/two.png"), new byte[] {1, 2, 3});
            }
          }
        };

    MattingException failure =
        assertThrows(
            MattingException.class,
            () -> new TorchTrainer().run(plan, damaging, new Cancellation()));

    assertTrue(failure.getMessage().contains("two.png"), failure.getMessage());
    List<Path> checkpoints;
    try (Stream<Path> files = Files.list(folder.resolve("run"))) {
      checkpoints =
          files.filter(file -> file.toString().matches(".*checkpoint-\\d+\\.safetensors")).toList();
    }
    assertFalse(checkpoints.isEmpty());
    checkpoints.forEach(CheckpointReader::read);
    assertTrue(Files.notExists(folder.resolve("run/model.safetensors")));
  }

  private void picture(String file, int type) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    BufferedImage picture = new BufferedImage(80, 80, type);
    picture.createGraphics().fillOval(20, 20, 40, 40);
    ImageIO.write(picture, "png", path.toFile());
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void refusesAFolderThatCannotBeWrittenTo() throws IOException, InterruptedException {
    Optional<SmallDisk> mounted = SmallDisk.mount(folder.resolve("disk"), "ro");
    assumeTrue(mounted.isPresent(), NO_MOUNT);
    try (SmallDisk disk = mounted.get()) {
      MattingException failure = assertThrows(MattingException.class, () -> train(plan("disk")));
      assertTrue(failure.getMessage().contains("cannot be written to"), failure.getMessage());
      assertTrue(disk != null);
    }
  }

  @Test
  void refusesAFolderThatAnotherProcessWorksIn() throws IOException, InterruptedException {
    TrainingPlan plan = plan("run");
    Path file = folder.resolve("run.properties");
    Files.writeString(file, plan.toText().replace("steps = 6", "steps = 100000"));
    Process child = ChildTraining.start(file, "-Xmx512m");
    try (BufferedReader output = child.inputReader()) {
      assertTrue(output.readLine().startsWith("1 "));
      MattingException failure = assertThrows(MattingException.class, () -> train(plan));
      assertTrue(failure.getMessage().contains("Another training works"), failure.getMessage());
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  /** The heap is all resident from the start, so that what grows is native. */
  @Test
  void fiftyStepsInTwoGigabytesLeaveNativeMemoryFlat() throws IOException, InterruptedException {
    assumeTrue(Files.exists(Path.of("/proc/self/status")), "not run: no /proc here");
    TrainingPlan plan =
        TrainingPlan.of(
            PlanText.parse(QUICK, folder)
                .with("run_folder", folder.resolve("run").toString())
                .with("steps", "50")
                .with("crops", "96x96")
                .with("checkpoint_every", "10")
                .with("validate_every", "10"));
    Path file = folder.resolve("plan.properties");
    Files.writeString(file, plan.toText());
    Process child = ChildTraining.start(file, "-Xmx2g", "-Xms2g", "-XX:+AlwaysPreTouch");
    List<Long> kilobytes;
    try (BufferedReader output = child.inputReader()) {
      kilobytes = output.lines().map(line -> Long.valueOf(line.split(" ")[1])).toList();
    }
    assertEquals(0, child.waitFor());
    assertEquals(50, kilobytes.size());
    long growth = kilobytes.get(49) - kilobytes.get(14);
    assertTrue(growth < 60_000, "grew by " + growth + " kB from step 15 to 50: " + kilobytes);
  }

  private static TrainingReport train(TrainingPlan plan) {
    return new TorchTrainer((data, use, seed) -> new DiscSamples(seed))
        .run(plan, TrainingListener.NONE, new Cancellation());
  }

  private TrainingPlan plan(String runFolder) {
    return TrainingPlan.of(
        PlanText.parse(QUICK, folder).with("run_folder", folder.resolve(runFolder).toString()));
  }
}
