package org.cleanplate.fiji.studio.options;

import java.util.List;
import javax.swing.SpinnerNumberModel;
import org.cleanplate.engine.MattingOptions;
import org.cleanplate.fiji.window.Form;
import org.cleanplate.imagej.parameters.DetailChoice;
import org.cleanplate.imagej.parameters.MattingParameters;
import org.cleanplate.imagej.parameters.RefinementKind;
import org.cleanplate.matte.TemporalSmoothing;

/** Which network, and how it is asked. */
final class NetworkSection implements OptionSection {
  private final ChoiceControl model;
  private final ChoiceControl device;
  private final ChoiceControl scale;
  private final ChoiceControl refinement;
  private final NumberControl pixels;
  private final NumberControl threshold;
  private final ChoiceControl detail;
  private final NumberControl temporal;

  NetworkSection(Controls make) {
    model = make.choice("model", "Model", List.of(MattingParameters.DEFAULT_MODEL));
    device =
        make.choice(
            "device", "Device", List.of("auto", "cpu", "cuda:0", "cuda:0 required", "tensorrt:0"));
    scale =
        make.choice("scale", "Coarse scale", List.of("auto", "0.25", "0.5", "0.75", "1"))
            .editable();
    refinement =
        make.choice("refinement", "Refinement", RefinementKind.values(), RefinementKind::key);
    pixels =
        make.number(
            "pixels",
            "Pixels to refine",
            new SpinnerNumberModel(
                MattingOptions.DEFAULT_SAMPLE_PIXELS, 0, Integer.MAX_VALUE, 10_000));
    threshold =
        make.number(
            "threshold",
            "Error threshold",
            new SpinnerNumberModel(MattingParameters.DEFAULT_THRESHOLD, 0, 1, 0.01));
    detail = make.choice("detail", "Detail from", DetailChoice.values(), DetailChoice::key);
    temporal =
        make.number(
            "temporal",
            "Steady over frames",
            new SpinnerNumberModel(0, 0, TemporalSmoothing.MAX_RADIUS, 1));
    enableWhatHasMeaning();
  }

  void setModels(List<String> names) {
    model.setValues(names);
  }

  /** Each kind of refinement has a number of its own. */
  void enableWhatHasMeaning() {
    pixels.setEnabled(refinement.value().equals(RefinementKind.SAMPLING.key()));
    threshold.setEnabled(refinement.value().equals(RefinementKind.THRESHOLDING.key()));
  }

  @Override
  public List<OptionControl> controls() {
    return List.of(model, device, scale, refinement, pixels, threshold, detail, temporal);
  }

  @Override
  public void addTo(Form form) {
    form.section("Network")
        .row("&Model", model.component())
        .row("&Device", device.component())
        .row("Coarse &scale", scale.component())
        .row("Re&finement", refinement.component())
        .row("&Pixels to refine", pixels.component())
        .row("Error &threshold", threshold.component())
        .row("Detai&l from", detail.component())
        .row("Steady &over frames", temporal.component());
  }
}
