package org.cleanplate.imagej.dialog;

import ij.gui.GenericDialog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanplate.imagej.macro.MacroLine;
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

  /** Footage instead of folders: keys and labels. */
  private static final List<String[]> FOOTAGE =
      List.of(
          new String[] {"footage", "Footage instead, title or path"},
          new String[] {"background", "Background of the footage"},
          new String[] {"corrected", "Corrected mattes of it"},
          new String[] {"frames", "Numbers of their frames"});

  /** In this field any key may be written. */
  private static final String FURTHER = "Further keys";

  private TrainModelDialog() {}

  /**
   * Shows the dialog and waits.
   *
   * @return empty if it was cancelled
   */
  public static Optional<TrainModelParameters> ask() {
    GenericDialog dialog = new GenericDialog("Train Model");
    dialog.addMessage(
        "What is left empty is as the plan says, or the default of the stage.\n"
            + "Training Dashboard... shows curves and pictures while it trains, and stops and"
            + " resumes.");
    dialog.addFileField("Plan", "", 24);
    dialog.addChoice("Stage", stages(), AS_PLANNED);
    FOLDERS.forEach(field -> dialog.addDirectoryField(field[1], "", 24));
    FOOTAGE.forEach(field -> dialog.addStringField(field[1], "", 24));
    TEXTS.forEach(field -> dialog.addStringField(field[1], "", 16));
    dialog.addStringField("Import the model as", "", 16);
    dialog.addStringField(FURTHER, "", 24);
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
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("plan", Fields.path(dialog.getNextString()));
    String stage = dialog.getNextChoice();
    fields.put("stage", stage.equals(AS_PLANNED) ? "" : stage);
    Stream.of(FOLDERS, FOOTAGE)
        .flatMap(List::stream)
        .forEach(field -> fields.put(field[0], Fields.path(dialog.getNextString())));
    TEXTS.forEach(field -> fields.put(field[0], dialog.getNextString().strip()));
    fields.put("import", dialog.getNextString().strip());
    return read(fields, dialog.getNextString());
  }

  /**
   * What fields say, read as strictly as a macro.
   *
   * @param fields texts by key; empty ones are left out
   * @param further keys as in a macro
   * @throws org.cleanplate.MattingException if they make no sense together
   */
  static TrainModelParameters read(Map<String, String> fields, String further) {
    MacroLine line = new MacroLine();
    fields.forEach(
        (key, text) -> {
          if (!text.isEmpty()) {
            line.add(key, text);
          }
        });
    return TrainModelParameters.parse(line + " " + further.strip());
  }
}
