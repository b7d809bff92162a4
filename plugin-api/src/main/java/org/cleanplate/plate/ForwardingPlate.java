package org.cleanplate.plate;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * A step between another plate and the frames: says what the other says, and is to change the
 * picture or what is told of it. Closes the other with itself.
 */
public abstract class ForwardingPlate implements PlateModel {
  private final PlateModel plate;

  /** Takes over another plate. */
  protected ForwardingPlate(PlateModel plate) {
    this.plate = plate;
  }

  /** The plate that this one builds upon. */
  protected final PlateModel plate() {
    return plate;
  }

  @Override
  public String description() {
    return plate.description();
  }

  @Override
  public List<String> remarks() {
    return plate.remarks();
  }

  @Override
  public Map<String, String> properties() {
    return plate.properties();
  }

  @Override
  public Map<String, Double> figures() {
    return plate.figures();
  }

  @Override
  public void close() throws IOException {
    plate.close();
  }
}
