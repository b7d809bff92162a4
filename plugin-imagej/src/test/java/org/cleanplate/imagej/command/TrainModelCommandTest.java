package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.plugin.PlugIn;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.cleanplate.imagej.parameters.TrainModelParameters;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.training.TrainingData;
import org.cleanplate.training.TrainingPlan;
import org.cleanplate.training.TrainingStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command round the trainer; that the real one trains by it is tested where it is built. */
class TrainModelCommandTest {
  @TempDir private Path folder;

  private final ScriptedTrainer trainer = new ScriptedTrainer();
  private final PlugIn command =
      arg ->
          Launcher.launch(
              TrainModelParameters.COMMAND, () -> TrainModelCommand.command(() -> trainer));
  private final MacroRunner macro = new MacroRunner();

  @BeforeEach
  void useAFolderOfItsOwn() {
    System.setProperty(ModelCatalog.FOLDER_PROPERTY, folder.resolve("models").toString());
  }

  @AfterEach
  void closeImages() {
    macro.close();
    System.clearProperty(ModelCatalog.FOLDER_PROPERTY);
  }

  @Test
  void keepsCurvesAndAModelCardInTheRunFolderAndImportsTheModel() throws IOException {
    assertTrue(run("stage=base steps=200 seed=7 run_folder=[DIR/run] import=mine"), macro.log());
    for (String picture : new String[] {"loss.png", "validation.png"}) {
      BufferedImage plot = ImageIO.read(folder.resolve("run/" + picture).toFile());
      assertTrue(plot.getWidth() > 500, picture);
      assertTrue(coloured(plot) > 100, picture + " has a blue curve");
    }
    String card = Files.readString(folder.resolve("run/model-card.md"));
    assertTrue(card.startsWith("# mine"), card);
    assertTrue(card.contains("| Steps | 200 of 200, batches of 8 |"), card);
    assertTrue(card.contains("mean absolute difference of alpha 25.00 thousandths"), card);
    assertTrue(card.contains("seed = 7"), card);
    String sha256 = ModelCatalog.standard().open(folder + "/run/best.safetensors").sha256();
    assertTrue(card.contains(sha256), card);
    assertTrue(
        ModelCatalog.standard().list().stream().anyMatch(model -> model.name().equals("mine")));
    assertTrue(macro.log().contains("Step 30: mean absolute difference 25.00e-3"), macro.log());
  }

  @Test
  void settingsStandAboveThePlan() throws IOException {
    Path plan = folder.resolve("plans/slim.properties");
    Files.createDirectories(plan.getParent());
    Files.writeString(plan, "stage = refine\nsteps = 70\nrun_folder = here\nseed = 4\n");
    assertTrue(run("plan=[" + plan + "] steps=12 device=cpu"), macro.log());
    TrainingPlan asked = trainer.plans().get(0);
    assertEquals(TrainingStage.REFINE, asked.stage());
    assertEquals(12, asked.schedule().steps());
    assertEquals(4, asked.seed());
    assertEquals(folder.resolve("plans/here"), asked.runFolder());
  }

  @Test
  void namesOnesOwnRecordingsInline() throws IOException {
    for (String name : new String[] {"src", "bgr", "pha"}) {
      Files.createDirectories(folder.resolve(name));
    }
    assertTrue(
        run(
            "stage=finetune sources=[DIR/src] plates=[DIR/bgr] alphas=[DIR/pha]"
                + " run_folder=[DIR/run]"),
        macro.log());
    assertEquals(
        Optional.of(
            new TrainingData.Folders.Recorded(
                folder.resolve("src"), folder.resolve("bgr"), folder.resolve("pha"))),
        trainer.plans().get(0).data().folders());
  }

  @Test
  void aCancelledRunEndsTheMacroButKeepsWhatWasLearnt() throws IOException {
    trainer.cancelAt(60);
    assertFalse(run("stage=base steps=200 run_folder=[DIR/run] import=mine"));
    assertTrue(macro.log().contains("Cancelled; the same call goes on: 60 steps"), macro.log());
    String card = Files.readString(folder.resolve("run/model-card.md"));
    assertTrue(card.contains("unfinished"), card);
    assertFalse(Files.exists(folder.resolve("models")));
  }

  @Test
  void saysWhatIsMissingWithoutTheAddOn() {
    assertFalse(macro.run(new TrainModelCommand(), "stage=base run_folder=[" + folder + "/run]"));
    assertTrue(macro.log().contains("training add-on, which is not installed"), macro.log());
    assertFalse(Files.exists(folder.resolve("run")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "steps=5 | stage is missing",
        "stage=bass | stage is \"bass\"",
        "stage=base steps=none | steps is \"none\"",
        "stage=base stepps=5 | did you mean \"steps\"",
        "stage=base foregrounds=[DIR/none] | foregrounds is",
        "stage=finetune sources=[DIR/none] | sources is",
        "stage=finetune sources=[DIR] alphas=[DIR] | plates is missing",
        "stage=finetune sources=[DIR] plates=[DIR] | alphas is missing",
        "stage=finetune plates=[DIR] backgrounds=[DIR] | data sets: either",
        "stage=finetune source=[DIR] | did you mean \"sources\"",
        "stage=base freeze_base=yes | freeze_base has no effect",
        "stage=base import=cleanplate-slim | There is a model named",
        "stage=base import=../mine | cannot be a model's name",
        "plan=[DIR/none.properties] | Cannot read the training plan",
      })
  void refusesWhatMakesNoSenseBeforeItTrains(String options, String reason) {
    assertFalse(run(options));
    assertTrue(macro.log().contains(reason), macro.log());
    assertTrue(trainer.plans().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plan=[my plan.properties] import=mine",
        "stage=base run_folder=[a b] start=scratch steps=50 crops=[64x64, 96x64] device=[cuda:0 required]"
      })
  void readsBackWhatItRecords(String options) {
    TrainModelParameters run = TrainModelParameters.parse(options);
    assertEquals(run, TrainModelParameters.parse(run.toMacro()));
  }

  private boolean run(String options) {
    return macro.run(command, options.replace("DIR", folder.toString()));
  }

  private static int coloured(BufferedImage plot) {
    int count = 0;
    for (int i = 0; i < plot.getWidth() * plot.getHeight(); i++) {
      int rgb = plot.getRGB(i % plot.getWidth(), i / plot.getWidth());
      count += (rgb & 255) > 150 && (rgb >> 16 & 255) < 100 ? 1 : 0;
    }
    return count;
  }
}
