package org.cleanplate.fiji.studio.options;

import java.util.List;
import javax.swing.JButton;
import javax.swing.SpinnerNumberModel;
import org.cleanplate.fiji.window.Form;
import org.cleanplate.imagej.parameters.AlignmentChoice;
import org.cleanplate.imagej.parameters.EstimateChoice;
import org.cleanplate.imagej.parameters.MatchChoice;

/** How the clean plate is brought to the frames. */
final class PlateSection implements OptionSection {
  private final ChoiceControl align;
  private final ChoiceControl match;
  private final NumberControl frames;
  private final JButton refresh = new JButton("Estimate and check anew");

  /**
   * @param anew estimates and checks the plate again
   */
  PlateSection(Controls make, Runnable anew) {
    align = make.choice("align", "Align", AlignmentChoice.values(), AlignmentChoice::key);
    match = make.choice("match", "Match light", MatchChoice.values(), MatchChoice::key);
    frames =
        make.number(
            "plate_frames",
            "Frames to estimate from",
            new SpinnerNumberModel(
                EstimateChoice.DEFAULT.frames(),
                EstimateChoice.FEWEST_FRAMES,
                Integer.MAX_VALUE,
                10));
    refresh.setName("refresh");
    refresh.setToolTipText("Looks at the pixels as they are now (F5)");
    refresh.addActionListener(event -> anew.run());
  }

  @Override
  public List<OptionControl> controls() {
    return List.of(align, match, frames);
  }

  @Override
  public void addTo(Form form) {
    form.section("Background")
        .row("Ali&gn", align.component())
        .row("Matc&h light", match.component())
        .row("Frames us&ed", frames.component())
        .wide(refresh);
  }
}
