package org.cleanplate.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cleanplate.MattingException;
import org.cleanplate.engine.Device;
import org.cleanplate.network.Architecture;
import org.cleanplate.network.Backbone;
import org.cleanplate.network.catalog.MattingModel;
import org.cleanplate.network.catalog.ModelCatalog;
import org.cleanplate.network.graph.Refinement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingPlanTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void readsBackWhatItWrites(TrainingStage stage) {
    TrainingPlan plan = plan("stage = " + stage.id());
    assertEquals(plan, TrainingPlan.of(PlanText.parse(plan.toText(), Path.of("/elsewhere"))));
  }

  @Test
  void readsEveryKindOfValue() throws IOException {
    for (String name : List.of("fgr", "pha", "backgrounds")) {
      Files.createDirectory(folder.resolve(name));
    }
    Files.createFile(folder.resolve("mine.safetensors"));
    TrainingPlan plan =
        plan(
            """
            # People of the lab
            stage = finetune
            start = mine.safetensors
            run_folder = run
            seed = -7
            crops = 512x256, 256x512
            decoder_rate = 0.00005
            backbone_scale = 0.5, 1
            refine_pixels = 8000
            freeze_base = yes
            procedural_share = 0.25
            foregrounds = fgr
            alphas = pha
            backgrounds = backgrounds
            device = cuda:1 required
            """);
    assertEquals(
        new TrainingStart.Model(folder.resolve("mine.safetensors").toString()), plan.start());
    assertEquals(folder.resolve("run"), plan.runFolder());
    assertEquals(-7, plan.seed());
    assertEquals(List.of(new CropSize(512, 256), new CropSize(256, 512)), plan.schedule().crops());
    assertEquals(5e-5, plan.optimizer().decoderRate());
    assertEquals(
        Optional.of(new RefinementPlan(List.of(0.5, 1.0), new Refinement.Sampling(8000), true)),
        plan.refinement());
    assertEquals(
        new TrainingData(
            0.25,
            Optional.of(
                new TrainingData.Folders.Composed(
                    folder.resolve("fgr"), folder.resolve("pha"), folder.resolve("backgrounds"))),
            0.05),
        plan.data());
    assertEquals(new Device.Cuda(1, true), plan.compute().device());
    assertEquals(plan, TrainingPlan.of(PlanText.parse(plan.toText(), folder)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stage = base; stepz = 4 | knows no \"stepz\". Did you mean steps?",
        "steps = 4 | stage is missing, expected one of base, refine, finetune",
        "stage = bass | stage is \"bass\", expected one of base, refine, finetune",
        "stage = base; steps = many | steps is \"many\", expected a whole number from 1",
        "stage = base; steps = 0 | steps is \"0\", expected a whole number from 1",
        "stage = base; steps = | steps is empty",
        "stage = base; steps = 5; steps = 6 | Line 3 of the training plan gives \"steps\" a second",
        "stage = base; just words | Line 2 of the training plan is \"just words\"",
        "stage = base; encoder_rate = NaN | encoder_rate is \"NaN\", expected a number from 0",
        "stage = base; crops = 190x192 | A crop is 190x192 pixels, expected sides that are multipl",
        "stage = base; device = tensorrt:1 | TensorRT only computes networks that are trained",
        "stage = base; batch_size = 6; accumulation = 4 | batch_size is 6, which cannot be split",
        "stage = base; steps = 5; warmup_steps = 6 | warmup_steps is 6, expected at most the 5",
        "stage = base; refine_pixels = 64 | refine_pixels has no effect in the base stage",
        "stage = refine; backbone_scale = 0.5, | backbone_scale is \"0.5,\", expected a number",
        "stage = refine; backbone_scale = 1.5 | backbone_scale is \"1.5\", expected a number",
        "stage = base; architecture = slimm | Did you mean slim?",
        "stage = base; start = x; architecture = slim | leave one of the two out",
        "stage = finetune; start = scratch | starts from a trained model",
        "stage = base; procedural_share = 0.5 | name foregrounds, alphas and backgrounds",
        "stage = base; held_out_share = 0.1 | held_out_share has no effect without folders",
        "stage = base; sources = .; plates = .; alphas = .; held_out_share = 1 | held_out_share is",
        "stage = base; foregrounds = .; plates = . | folders of two kinds of data sets",
        "stage = base; sources = .; plates = . | alphas is missing: a data set on disk needs all"
            + " of",
        "stage = base; foregrounds = nowhere | foregrounds is \"nowhere\", expected a folder",
        "stage = base; bfloat16 = true | bfloat16 is \"true\", expected yes or no",
        "stage = base; device = gpu | Device is \"gpu\", expected auto, cpu",
      })
  void saysWhatIsWrong(String lines, String message) {
    String text = lines.strip().replace("; ", "\n");
    MattingException failure = assertThrows(MattingException.class, () -> plan(text));
    assertTrue(failure.getMessage().contains(message.strip()), failure.getMessage());
  }

  @Test
  void aValueGivenInlineTakesTheFilesPlace() {
    PlanText text = PlanText.parse("stage = base\nsteps = 50", folder).with("steps", " 60 ");
    assertEquals(60, TrainingPlan.of(text).schedule().steps());
  }

  @Test
  void refusesAFileThatIsNoText() throws IOException {
    Path file = folder.resolve("plan.properties");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    MattingException failure = assertThrows(MattingException.class, () -> TrainingPlan.read(file));
    assertTrue(failure.getMessage().contains("is no text"), failure.getMessage());
  }

  @Test
  void learningRateRisesThenFallsToNothing() {
    TrainingSchedule schedule =
        new TrainingSchedule(110, 10, 1, 1, List.of(new CropSize(64, 64)), true);
    assertEquals(1 / 11.0, schedule.learningRateFactor(0), 1e-12);
    assertEquals(1, schedule.learningRateFactor(10), 1e-12);
    assertEquals(0.5, schedule.learningRateFactor(60), 1e-12);
    assertTrue(schedule.learningRateFactor(109) < 1e-3);
  }

  @Test
  void slimIsTheArchitectureOfTheBundledModel() {
    MattingModel bundled = new ModelCatalog(folder).open("cleanplate-slim");
    assertEquals(Architecture.slim(), ((MattingModel.Network) bundled).architecture());
  }

  @Test
  void namesThePublishedArchitectures() {
    TrainingPlan plan = plan("stage = base\narchitecture = resnet50");
    assertEquals(
        new TrainingStart.Scratch(Architecture.published(Backbone.RESNET50, 3)), plan.start());
  }

  @Test
  void saysHowToGetTheTrainingAddOnWhereItIsMissing() throws IOException {
    try (URLClassLoader nothing = new URLClassLoader(new URL[0], null)) {
      MattingException failure =
          assertThrows(MattingException.class, () -> ModelTrainer.find(nothing));
      assertTrue(failure.getMessage().contains("training add-on"), failure.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"default-base", "default-base-large", "default-base-full", "default-refine"})
  void thePlansOfTheDefaultModelCanBeRead(String name) {
    Path plans = Path.of(System.getProperty("cleanplate.root")).resolve("samples/training");
    TrainingPlan plan = TrainingPlan.read(plans.resolve(name + ".properties"));
    assertEquals(plans.resolve("runs").resolve(name).normalize(), plan.runFolder());
    assertEquals(TrainingData.procedural(), plan.data());
  }

  @Test
  void backslashesOfWindowsPathsSurvive() {
    PlanText text = PlanText.parse("run_folder = C:\\runs\\new", folder);
    assertEquals("C:\\runs\\new", text.values().get("run_folder"));
    assertFalse(text.values().isEmpty());
  }

  private TrainingPlan plan(String text) {
    return TrainingPlan.of(PlanText.parse(text, folder));
  }
}
