package org.cleanplate.plate;

import java.io.IOException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.HalfSize;

/** Another plate, which changes with time, at half its size. Closed with it. */
public final class HalfSizePlate extends ForwardingPlate {
  /** Stands for the frame of the whole size: it has its place in the sequence, not its pixels. */
  private final Frame place;

  private final Frame half;

  /**
   * Takes over a plate.
   *
   * @param whole the format it is asked for
   */
  public HalfSizePlate(PlateModel plate, FrameFormat whole) {
    super(plate);
    this.place = Frame.allocate(whole);
    this.half = Frame.allocate(HalfSize.of(whole));
  }

  @Override
  public Frame plateFor(Frame source) throws IOException {
    place.stamp(source.index(), source.timeMicros());
    HalfSize.reduce(plate().plateFor(place), half);
    return half;
  }
}
