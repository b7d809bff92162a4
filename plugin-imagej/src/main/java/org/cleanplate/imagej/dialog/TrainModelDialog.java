package org.cleanplate.imagej.dialog;

import ij.gui.GenericDialog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanplate.imagej.parameters.TrainModelParameters;
import org.cleanplate.training.TrainingStage;

/** Asks for a training plan, and what is to hold instead of it. */
public final class TrainModelDialog {
  private static final String AS_PLANNED = "as the plan says";

  /** Settings asked for as text, in the order of the fields: their keys and labels. */
  private static final List<String[]> TEXTS =
      List.of(
          new String[] {"start", "Model to start from"},
          new String[] {"steps", "Steps"},
          new String[] {"batch_size", "Batch size"},
          new String[] {"crops", "Crops (WxH,...)"},
          new String[] {"seed", "Seed"},
          new String[] {"device", "Device"});

  /** Settings asked for as folders. */
  private static final List<String[]> FOLDERS =
      List.of(
          new String[] {"run_folder", "Run folder"},
          new String[] {"foregrounds", "Foregrounds (fgr)"},
          new String[] {"alphas", "Alphas (pha)"},
          new String[] {"backgrounds", "Backgrounds"},
          new String[] {"sources", "Or own frames"},
          new String[] {"plates", "with their plates"});

  private TrainModelDialog() {}

  /**
   * Shows the dialog and waits.
   *
   * @return empty if it was cancelled
   */
  public static Optional<TrainModelParameters> ask() {
    GenericDialog dialog = new GenericDialog("Train Model");
    dialog.addMessage("What is left empty is as the plan says, or the default of the stage.");
    dialog.addFileField("Plan", "", 24);
    dialog.addChoice("Stage", stages(), AS_PLANNED);
    FOLDERS.forEach(field -> dialog.addDirectoryField(field[1], "", 24));
    TEXTS.forEach(field -> dialog.addStringField(field[1], "", 16));
    dialog.addStringField("Import the model as", "", 16);
    dialog.addHelp(HelpPage.of(TrainModelParameters.SYNTAX));
    dialog.showDialog();
    return dialog.wasCanceled() ? Optional.empty() : Optional.of(read(dialog));
  }

  private static String[] stages() {
    return Stream.concat(
            Stream.of(AS_PLANNED), Stream.of(TrainingStage.values()).map(TrainingStage::id))
        .toArray(String[]::new);
  }

  private static TrainModelParameters read(GenericDialog dialog) {
    Optional<String> plan = given(Fields.path(dialog.getNextString()));
    Map<String, String> settings = new LinkedHashMap<>();
    String stage = dialog.getNextChoice();
    if (!stage.equals(AS_PLANNED)) {
      settings.put("stage", stage);
    }
    for (String[] field : FOLDERS) {
      given(Fields.path(dialog.getNextString())).ifPresent(path -> settings.put(field[0], path));
    }
    for (String[] field : TEXTS) {
      given(dialog.getNextString().strip()).ifPresent(text -> settings.put(field[0], text));
    }
    return new TrainModelParameters(
        plan, Optional.empty(), settings, given(dialog.getNextString().strip()));
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(value -> !value.isEmpty());
  }
}
