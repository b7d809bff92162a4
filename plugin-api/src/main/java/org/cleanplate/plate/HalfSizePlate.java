package org.cleanplate.plate;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.HalfSize;

/** Another plate, which changes with time, at half its size. Closed with it. */
public final class HalfSizePlate implements PlateModel {
  private final PlateModel plate;

  /** Stands for the frame of the whole size: it has its place in the sequence, not its pixels. */
  private final Frame place;

  private final Frame half;

  /**
   * Takes over a plate.
   *
   * @param whole the format it is asked for
   */
  public HalfSizePlate(PlateModel plate, FrameFormat whole) {
    this.plate = plate;
    this.place = Frame.allocate(whole);
    this.half = Frame.allocate(HalfSize.of(whole));
  }

  @Override
  public String description() {
    return plate.description();
  }

  @Override
  public Frame plateFor(Frame source) throws IOException {
    place.stamp(source.index(), source.timeMicros());
    HalfSize.reduce(plate.plateFor(place), half);
    return half;
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
