package org.cleanplate.fiji.studio.options;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.JPanel;
import org.cleanplate.fiji.studio.model.StudioModel;
import org.cleanplate.fiji.studio.model.StudioModel.Aspect;
import org.cleanplate.fiji.studio.model.StudioSession;
import org.cleanplate.fiji.window.Form;
import org.cleanplate.fiji.window.Stages;

/** How to matte, and what to make. */
public final class OptionsPanel {
  private final StudioSession session;
  private final Form form = new Form("10 12 10 12");
  private final List<OptionControl> controls = new ArrayList<>();
  private Optional<NetworkSection> network = Optional.empty();
  private Optional<ResultSection> results = Optional.empty();
  private Optional<AdvancedControl> advanced = Optional.empty();
  private boolean showing;

  /** Nothing is in it yet. */
  public OptionsPanel(StudioSession session) {
    this.session = session;
    form.panel().setName("options");
  }

  /** Adds its sections, and follows the session's model from then on. */
  public void fill(Stages stages) {
    Controls make = new Controls(this::changed);
    stages
        .then(() -> network = Optional.of(new NetworkSection(make)))
        .then(() -> network.ifPresent(this::add))
        .then(() -> add(new PlateSection(make, session::refresh)))
        .then(() -> results = Optional.of(new ResultSection(make)))
        .then(() -> results.ifPresent(this::add))
        .then(this::addAdvanced)
        .then(this::follow);
  }

  private void add(OptionSection section) {
    section.addTo(form);
    controls.addAll(section.controls());
    form.panel().revalidate();
  }

  private void addAdvanced() {
    AdvancedControl control = new AdvancedControl(this::changed);
    form.section("Advanced options, as in a macro").wide(control.component());
    form.panel().revalidate();
    advanced = Optional.of(control);
  }

  private void follow() {
    session.model().addListener(this::update);
    show();
  }

  public JPanel component() {
    return form.panel();
  }

  /** The macro keys that have controls here. */
  public Set<String> keys() {
    Set<String> keys = new LinkedHashSet<>();
    controls.forEach(control -> keys.addAll(control.keys()));
    return keys;
  }

  /** Offers these models. */
  public void setModels(List<String> names) {
    network.ifPresent(section -> section.setModels(names));
  }

  /** Offers the images that are open now. */
  public void updateImages() {
    results.ifPresent(ResultSection::updateImages);
  }

  private void changed() {
    if (showing) {
      return;
    }
    network.ifPresent(NetworkSection::enableWhatHasMeaning);
    Map<String, String> values = new LinkedHashMap<>();
    controls.forEach(control -> values.putAll(control.values()));
    session.setOptions(
        session
            .model()
            .options()
            .with(keys(), values)
            .withAdvanced(advanced.map(AdvancedControl::text).orElse("")));
  }

  private void update(Aspect aspect) {
    StudioModel shown = session.model();
    if (aspect == Aspect.OPTIONS || aspect == Aspect.SOURCE) {
      show();
      advanced.ifPresent(control -> control.show(shown.mistake()));
    }
  }

  private void show() {
    showing = true;
    controls.forEach(control -> control.show(session.model().options()));
    advanced.ifPresent(control -> control.show(session.model().options()));
    network.ifPresent(NetworkSection::enableWhatHasMeaning);
    showing = false;
  }
}
