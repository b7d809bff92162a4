package org.cleanplate.fiji.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cleanplate.imagej.run.ChosenModel;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.training.ModelTrainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run as the window starts it, without the window. */
class TrainingJobTest {
  @TempDir private Path folder;

  private final SlowTrainer trainer = new SlowTrainer();
  private final CompletableFuture<JobOutcome> over = new CompletableFuture<>();

  @BeforeEach
  void useAFolderOfItsOwn() {
    System.setProperty(ModelCatalog.FOLDER_PROPERTY, folder.resolve("models").toString());
  }

  @AfterEach
  void useTheUsersFolder() {
    System.clearProperty(ModelCatalog.FOLDER_PROPERTY);
  }

  @Test
  void tellsOfStepsAndValidations() throws Exception {
    TrainingRecord record = new TrainingRecord();
    TrainingJob.training(() -> trainer, request(30).parameters(), record, over::complete).start();
    assertInstanceOf(JobOutcome.Done.class, over.get(30, TimeUnit.SECONDS));
    assertEquals(30, record.loss().length());
    assertEquals(
        new Curve(new double[] {10, 20, 30}, new double[] {40, 20, 400 / 30.0}), record.metric());
    assertEquals(1040, record.picture().orElseThrow().getWidth());
    assertEquals("After step 30, the best so far", record.caption().orElseThrow());
    assertEquals(1, record.progress().orElseThrow().fraction(), 1e-9);
    String log = String.join("\n", record.linesFrom(0));
    assertTrue(log.contains("Learning slowly"), log);
    assertTrue(log.contains("Trained to the end: 30 steps"), log);
    assertTrue(Files.exists(folder.resolve("my run/model-card.md")));
  }

  @Test
  void stopsAndGoesOn() throws Exception {
    TrainingRecord record = new TrainingRecord();
    TrainingJob job =
        TrainingJob.training(() -> trainer, request(60).parameters(), record, over::complete);
    job.start();
    while (record.loss().length() < 12) {
      assertFalse(over.isDone(), () -> over.join().text());
      Thread.sleep(5);
    }
    job.stop();
    JobOutcome stopped = over.get(30, TimeUnit.SECONDS);
    assertInstanceOf(JobOutcome.Stopped.class, stopped);
    int made = record.loss().length();
    assertTrue(made < 60, made + " steps");

    CompletableFuture<JobOutcome> again = new CompletableFuture<>();
    TrainingRecord whole = new TrainingRecord();
    TrainingJob.training(() -> trainer, request(60).parameters(), whole, again::complete).start();
    assertInstanceOf(JobOutcome.Done.class, again.get(30, TimeUnit.SECONDS));
    assertEquals(60, whole.loss().length(), "those before the stop included");
    assertEquals(60, whole.loss().lastStep());
  }

  @Test
  void saysWhatWentWrong() throws Exception {
    TrainingRecord record = new TrainingRecord();
    TrainingJob.training(() -> trainer, request(666).parameters(), record, over::complete).start();
    JobOutcome failed = over.get(30, TimeUnit.SECONDS);
    assertInstanceOf(JobOutcome.Failed.class, failed);
    assertTrue(failed.text().contains("the loss is NaN"), failed.text());
    assertTrue(record.linesFrom(0).contains(failed.text()));
  }

  @Test
  void saysWhatToInstallWithoutTheAddOn() throws Exception {
    TrainingJob.training(
            ModelTrainer::find, request(5).parameters(), new TrainingRecord(), over::complete)
        .start();
    JobOutcome failed = over.get(30, TimeUnit.SECONDS);
    assertTrue(failed.text().contains("training add-on, which is not installed"), failed.text());
  }

  @Test
  void theModelOfARunIsTakenOverUnderAFreeNameAndChosen() throws Exception {
    TrainingJob.training(
            () -> trainer, request(10).parameters(), new TrainingRecord(), over::complete)
        .start();
    over.get(30, TimeUnit.SECONDS);
    ModelCatalog catalog = ModelCatalog.standard();
    TrainedModel model = TrainedModel.in(folder.resolve("my run")).orElseThrow();
    assertEquals("my-run", model.use(catalog));
    assertEquals("my-run-2", model.use(catalog));
    var names = catalog.list().stream().map(entry -> entry.name()).toList();
    assertTrue(names.contains("my-run") && names.contains("my-run-2"), names.toString());
    assertEquals("my-run-2", ChosenModel.among(names));
    assertTrue(TrainedModel.in(folder.resolve("nothing")).isEmpty());
  }

  private TrainingRequest request(int steps) {
    return new TrainingRequest(
        StagePreset.BASE,
        new DataChoice.Generated(),
        "cleanplate-slim",
        steps,
        "64x64",
        "cpu",
        folder.resolve("my run").toString());
  }
}
