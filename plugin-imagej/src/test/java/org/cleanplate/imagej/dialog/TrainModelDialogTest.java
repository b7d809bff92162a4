package org.cleanplate.imagej.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.cleanplate.MattingException;
import org.cleanplate.imagej.parameters.TrainModelParameters;
import org.junit.jupiter.api.Test;

class TrainModelDialogTest {
  private static final Map<String, String> FOOTAGE =
      Map.of(
          "stage", "finetune",
          "plan", "",
          "alphas", "",
          "footage", "my walk",
          "corrected", "mattes",
          "frames", "2,4,6-7",
          "run_folder", "runs/a b");

  @Test
  void asksForFootageAndForAnyFurtherKey() {
    TrainModelParameters asked =
        TrainModelDialog.read(new TreeMap<>(FOOTAGE), "patience=3 laplacian_weight=0.5");

    assertEquals(
        TrainModelParameters.parse(
            "footage=[my walk] background=median corrected=mattes frames=2,4,6-7 stage=finetune"
                + " run_folder=[runs/a b] patience=3 laplacian_weight=0.5"),
        asked);
    assertEquals(asked, TrainModelParameters.parse(asked.toMacro()));
  }

  @Test
  void refusesWhatAMacroWouldRefuse() {
    MattingException misspelt =
        assertThrows(
            MattingException.class,
            () -> TrainModelDialog.read(new TreeMap<>(FOOTAGE), "patiens=3"));
    assertTrue(misspelt.getMessage().contains("did you mean \"patience\""), misspelt.getMessage());

    Map<String, String> twoDataSets = new TreeMap<>(FOOTAGE);
    twoDataSets.put("alphas", "pha");
    MattingException both =
        assertThrows(MattingException.class, () -> TrainModelDialog.read(twoDataSets, ""));
    assertTrue(both.getMessage().contains("beside footage="), both.getMessage());
  }
}
