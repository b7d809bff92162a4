package org.cleanplate.fiji.studio.options;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.cleanplate.fiji.window.Form;
import org.cleanplate.imagej.parameters.Output;
import org.cleanplate.imagej.parameters.OverlayChoice;

/** What to make of the mattes. */
final class ResultSection implements OptionSection {
  private final List<FlagControl> flags;
  private final ChoiceControl depth;
  private final BackdropControl backdrop;
  private final ChoiceControl overlay;

  ResultSection(Controls make) {
    flags =
        Stream.concat(
                Output.ALL.stream().map(output -> make.flag(output.key(), title(output.key()))),
                Stream.of(make.flag("table", "Table"), make.flag("rois", "ROIs")))
            .toList();
    depth = make.choice("alpha_depth", "Alpha bits", List.of("32", "16", "8"));
    backdrop = new BackdropControl(make.changed());
    overlay = make.choice("overlay", "Overlay", overlays());
  }

  private static String title(String key) {
    return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
  }

  private static List<String> overlays() {
    return Stream.concat(
            Stream.of("none"),
            Arrays.stream(OverlayChoice.Style.values()).map(OverlayChoice.Style::key))
        .toList();
  }

  /** Offers the images that are open now. */
  void updateImages() {
    backdrop.update();
  }

  @Override
  public List<OptionControl> controls() {
    return Stream.concat(flags.stream(), Stream.of(depth, backdrop, overlay)).toList();
  }

  @Override
  public void addTo(Form form) {
    form.section("Results")
        .wide(grid())
        .row("Alpha &bits", depth.component())
        .row("Bac&kdrop", backdrop.component())
        .row("O&verlay", overlay.component());
  }

  private JPanel grid() {
    JPanel grid = new JPanel(new MigLayout("insets 0, fillx, wrap 2", "[grow,sg][grow,sg]"));
    grid.setOpaque(false);
    flags.forEach(flag -> grid.add(flag.component()));
    return grid;
  }
}
