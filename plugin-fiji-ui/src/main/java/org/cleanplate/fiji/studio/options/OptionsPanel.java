package org.cleanplate.fiji.studio.options;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.SpinnerNumberModel;
import net.miginfocom.swing.MigLayout;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.fiji.studio.model.StudioModel;
import org.cleanplate.fiji.studio.model.StudioModel.Aspect;
import org.cleanplate.fiji.studio.model.StudioSession;
import org.cleanplate.imagej.parameters.AlignmentChoice;
import org.cleanplate.imagej.parameters.DetailChoice;
import org.cleanplate.imagej.parameters.EstimateChoice;
import org.cleanplate.imagej.parameters.MatchChoice;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.imagej.parameters.Output;
import org.cleanplate.imagej.parameters.OverlayChoice;
import org.cleanplate.imagej.parameters.RefinementKind;
import org.cleanplate.matte.TemporalSmoothing;

/** How to matte, and what to make. */
public final class OptionsPanel {
  private final StudioSession session;
  private final ChoiceControl model;
  private final ChoiceControl refinement;
  private final NumberControl pixels;
  private final NumberControl threshold;
  private final NumberControl plateFrames;
  private final BackdropControl backdrop;
  private final AdvancedControl advanced;
  private final List<OptionControl> controls;
  private final JPanel panel;
  private boolean showing;

  /** Follows the session's model from now on. */
  public OptionsPanel(StudioSession session) {
    this.session = session;
    model = choice("model", "Model", List.of(MattingParameters.DEFAULT_MODEL));
    ChoiceControl device =
        choice(
            "device", "Device", List.of("auto", "cpu", "cuda:0", "cuda:0 required", "tensorrt:0"));
    refinement = choice("refinement", "Refinement", RefinementKind.values(), RefinementKind::key);
    pixels =
        number(
            "pixels",
            "Pixels to refine",
            new SpinnerNumberModel(
                MattingOptions.DEFAULT_SAMPLE_PIXELS, 0, Integer.MAX_VALUE, 10_000));
    threshold =
        number(
            "threshold",
            "Error threshold",
            new SpinnerNumberModel(MattingParameters.DEFAULT_THRESHOLD, 0, 1, 0.01));
    ChoiceControl scale =
        choice("scale", "Coarse scale", List.of("auto", "0.25", "0.5", "0.75", "1")).editable();
    ChoiceControl detail =
        choice("detail", "Detail from", DetailChoice.values(), DetailChoice::key);
    NumberControl temporal =
        number(
            "temporal",
            "Steady over frames",
            new SpinnerNumberModel(0, 0, TemporalSmoothing.MAX_RADIUS, 1));
    ChoiceControl align = choice("align", "Align", AlignmentChoice.values(), AlignmentChoice::key);
    ChoiceControl match = choice("match", "Match light", MatchChoice.values(), MatchChoice::key);
    plateFrames =
        number(
            "plate_frames",
            "Frames to estimate from",
            new SpinnerNumberModel(
                EstimateChoice.DEFAULT.frames(),
                EstimateChoice.FEWEST_FRAMES,
                Integer.MAX_VALUE,
                10));
    ChoiceControl depth = choice("alpha_depth", "Alpha bits", List.of("32", "16", "8"));
    backdrop = new BackdropControl(this::changed);
    List<FlagControl> outputs = Output.ALL.stream().map(this::output).toList();
    FlagControl table = new FlagControl("table", "Table", this::changed);
    FlagControl rois = new FlagControl("rois", "ROIs", this::changed);
    ChoiceControl overlay = choice("overlay", "Overlay", overlays());
    advanced = new AdvancedControl(this::changed);
    controls =
        Stream.concat(
                Stream.of(
                    model,
                    device,
                    refinement,
                    pixels,
                    threshold,
                    scale,
                    detail,
                    temporal,
                    align,
                    match,
                    plateFrames,
                    depth,
                    backdrop,
                    table,
                    rois,
                    overlay),
                outputs.stream())
            .toList();
    Form form = new Form();
    form.section("Network")
        .row("&Model", model.component())
        .row("&Device", device.component())
        .row("Coarse &scale", scale.component())
        .row("Re&finement", refinement.component())
        .row("&Pixels to refine", pixels.component())
        .row("Error &threshold", threshold.component())
        .row("Detai&l from", detail.component())
        .row("Steady &over frames", temporal.component());
    form.section("Background")
        .row("Ali&gn", align.component())
        .row("Matc&h light", match.component())
        .row("Frames us&ed", plateFrames.component())
        .wide(refresh());
    form.section("Results")
        .wide(grid(Stream.concat(outputs.stream(), Stream.of(table, rois)).toList()))
        .row("Alpha &bits", depth.component())
        .row("Bac&kdrop", backdrop.component())
        .row("O&verlay", overlay.component());
    form.section("Advanced options, as in a macro").wide(advanced.component());
    panel = form.panel();
    panel.setName("options");
    session.model().addListener(this::update);
    show();
  }

  private JButton refresh() {
    JButton button = new JButton("Estimate and check anew");
    button.setName("refresh");
    button.setToolTipText("Looks at the pixels as they are now (F5)");
    button.addActionListener(event -> session.refresh());
    return button;
  }

  private ChoiceControl choice(String key, String label, List<String> values) {
    return new ChoiceControl(key, label, values, this::changed);
  }

  private <E> ChoiceControl choice(String key, String label, E[] values, Function<E, String> word) {
    return choice(key, label, Arrays.stream(values).map(word).toList());
  }

  private NumberControl number(String key, String label, SpinnerNumberModel numbers) {
    return new NumberControl(key, label, numbers, 7, this::changed);
  }

  private FlagControl output(Output output) {
    String key = output.key();
    String label = key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
    return new FlagControl(key, label, this::changed);
  }

  private static List<String> overlays() {
    return Stream.concat(
            Stream.of("none"),
            Arrays.stream(OverlayChoice.Style.values()).map(OverlayChoice.Style::key))
        .toList();
  }

  private static JPanel grid(List<FlagControl> flags) {
    JPanel grid = new JPanel(new MigLayout("insets 0, fillx, wrap 2", "[grow,sg][grow,sg]"));
    grid.setOpaque(false);
    flags.forEach(flag -> grid.add(flag.component()));
    return grid;
  }

  public JPanel component() {
    return panel;
  }

  /** The macro keys that have controls here. */
  public Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    controls.forEach(control -> keys.addAll(control.keys()));
    return keys;
  }

  /** Offers these models. */
  public void setModels(List<String> names) {
    model.setValues(names);
  }

  /** Offers the images that are open now. */
  public void updateImages() {
    backdrop.update();
  }

  private void changed() {
    if (showing) {
      return;
    }
    enableWhatHasMeaning();
    Map<String, String> values = new LinkedHashMap<>();
    controls.forEach(control -> values.putAll(control.values()));
    session.setOptions(
        session.model().options().with(keys(), values).withAdvanced(advanced.text()));
  }

  private void enableWhatHasMeaning() {
    pixels.setEnabled(refinement.value().equals(RefinementKind.SAMPLING.key()));
    threshold.setEnabled(refinement.value().equals(RefinementKind.THRESHOLDING.key()));
  }

  private void update(Aspect aspect) {
    StudioModel shown = session.model();
    if (aspect == Aspect.OPTIONS || aspect == Aspect.SOURCE) {
      show();
      advanced.show(shown.mistake());
    }
  }

  private void show() {
    showing = true;
    controls.forEach(control -> control.show(session.model().options()));
    advanced.show(session.model().options());
    enableWhatHasMeaning();
    showing = false;
  }
}
