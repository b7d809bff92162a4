package org.cleanplate.imagej.run;

import ij.Prefs;
import java.util.List;
import org.cleanplate.imagej.parameters.MattingParameters;

/**
 * The model that dialogs and windows begin with, which a user may choose, such as one trained on
 * own footage. Macros do not heed it, as they must give the same on every machine.
 */
public final class ChosenModel {
  private static final String KEY = "cleanplate.model";

  private ChosenModel() {}

  /** Keeps a choice; ImageJ writes it with its other preferences. */
  public static void choose(String name) {
    Prefs.set(KEY, name);
  }

  /**
   * The user's choice if it is still there, else the bundled model.
   *
   * @param models names of all there are
   */
  public static String among(List<String> models) {
    String chosen = Prefs.get(KEY, MattingParameters.DEFAULT_MODEL);
    return models.contains(chosen) ? chosen : MattingParameters.DEFAULT_MODEL;
  }
}
