package org.cleanplate.plate.check;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.cleanplate.frame.Frame;
import org.cleanplate.plate.ForwardingPlate;
import org.cleanplate.plate.PlateModel;

/** A plate that is checked against the first frame it is asked for. */
public final class CheckedPlate extends ForwardingPlate {
  private final Consumer<PlateCheck> listener;
  private Optional<PlateCheck> check = Optional.empty();

  /**
   * Checks another plate.
   *
   * @param plate not yet moved or lit
   * @param listener hears what came of it, once, on the thread that asks for plates
   */
  public CheckedPlate(PlateModel plate, Consumer<PlateCheck> listener) {
    super(plate);
    this.listener = listener;
  }

  @Override
  public boolean isFixed() {
    return plate().isFixed();
  }

  @Override
  public Frame plateFor(Frame source) throws IOException {
    Frame given = plate().plateFor(source);
    if (check.isEmpty()) {
      check = Optional.of(PlateInspector.inspect(source, given));
      listener.accept(check.get());
    }
    return given;
  }

  @Override
  public Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>(plate().properties());
    check.ifPresent(found -> properties.put("plate.check", found.verdict()));
    return properties;
  }
}
