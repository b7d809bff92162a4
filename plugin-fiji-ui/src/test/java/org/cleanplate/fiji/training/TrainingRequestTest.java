package org.cleanplate.fiji.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.cleanplate.MattingException;
import org.cleanplate.imagej.parameters.TrainModelParameters;
import org.junit.jupiter.api.Test;

class TrainingRequestTest {
  private static final DataChoice.Footage MOUSE =
      new DataChoice.Footage("my mouse.tif", "median", "mattes.tif", "3, 10,20-24");

  @Test
  void isTheMacroLineThatDoesTheSame() {
    TrainingRequest request = request(StagePreset.FOOTAGE, MOUSE, "runs\\mouse");
    assertEquals(
        "run(\"Train Model...\", \"footage=[my mouse.tif] background=median corrected=mattes.tif"
            + " frames=3,10,20-24 stage=finetune run_folder=runs/mouse start=cleanplate-slim"
            + " steps=300 crops=256x256\");",
        request.toMacro().strip());
    assertEquals(request.parameters(), TrainModelParameters.parse(request.parameters().toMacro()));
  }

  @Test
  void namesFoldersAndWhatDiffersFromTheDefaults() {
    TrainingRequest request =
        new TrainingRequest(
            StagePreset.BASE,
            new DataChoice.Folders("a b/fgr", "a b/pha", "rooms", 0.25),
            "",
            10,
            "96x64",
            "cuda:0",
            "run");
    assertEquals(
        "stage=base run_folder=run start=scratch steps=10 crops=96x64 foregrounds=[a b/fgr]"
            + " alphas=[a b/pha] backgrounds=rooms procedural_share=0.25 device=cuda:0",
        request.parameters().toMacro());
    assertEquals(request.parameters(), TrainModelParameters.parse(request.parameters().toMacro()));
  }

  @Test
  void saysWhichFieldIsEmpty() {
    assertMistake(
        "Run folder is empty", request(StagePreset.BASE, new DataChoice.Generated(), " "));
    assertMistake(
        "Corrected mattes is empty",
        request(StagePreset.FOOTAGE, new DataChoice.Footage("mouse", "median", "", ""), "run"));
    assertMistake(
        "Alphas is empty",
        request(StagePreset.REFINE, new DataChoice.Folders("fgr", "", "rooms", 0), "run"));
    assertMistake(
        "rising order",
        request(StagePreset.FOOTAGE, new DataChoice.Footage("mouse", "median", "m", "5,3"), "run"));
  }

  @Test
  void aRunGoesOnByThePlanInItsFolder() {
    assertEquals(
        "plan=[my runs/mouse/plan.properties] run_folder=[my runs/mouse]",
        TrainingRequest.resume("my runs\\mouse").toMacro());
  }

  private static TrainingRequest request(StagePreset preset, DataChoice data, String folder) {
    return new TrainingRequest(
        preset, data, "cleanplate-slim", preset.steps(), preset.crops(), "auto", folder);
  }

  private static void assertMistake(String words, TrainingRequest request) {
    MattingException mistake = assertThrows(MattingException.class, request::parameters);
    assertTrue(mistake.getMessage().contains(words), mistake.getMessage());
  }
}
