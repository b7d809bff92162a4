package org.cleanplate.plate.align;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cleanplate.frame.Frame;
import org.cleanplate.plate.ForwardingPlate;
import org.cleanplate.plate.PlateModel;

/**
 * A plate that is moved under each frame, for a camera held by hand or one that was touched between
 * plate and take. The motion is looked for in every frame, from that of the frame before; while no
 * corner of the picture moves by a tenth of a pixel, the plate stays as it lies, so under a camera
 * that stands still it neither trembles nor is it ever touched. Where no motion is found it stays
 * as well, and {@link #summary} says so. Used by one thread at a time.
 */
public final class AlignedPlate extends ForwardingPlate {
  /** Smaller motions are noise; they would only blur the plate. */
  private static final double STILL_PIXELS = 0.1;

  private final Motion motion;
  private final AlignmentSummary summary;
  private Homography inUse = Homography.IDENTITY;
  private Frame fitted;
  private Optional<PlateAligner> aligner = Optional.empty();
  private Frame moved;
  private Frame handedOut;
  private boolean unchanged;
  private Optional<Alignment> latest = Optional.empty();

  /**
   * Aligns another plate.
   *
   * @param plate one whose pictures are of the frames' size, and which hands out another object for
   *     another picture
   * @param motion how the camera may have moved
   */
  public AlignedPlate(PlateModel plate, Motion motion) {
    super(plate);
    this.motion = motion;
    this.summary = new AlignmentSummary(motion);
  }

  /** What came of the frames so far; ask after the last one. */
  public AlignmentSummary summary() {
    return summary;
  }

  @Override
  public List<String> remarks() {
    return Stream.concat(plate().remarks().stream(), Stream.of(summary.describe())).toList();
  }

  @Override
  public Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>(plate().properties());
    properties.putAll(summary.properties());
    return properties;
  }

  @Override
  public Map<String, Double> figures() {
    Map<String, Double> figures = new LinkedHashMap<>(plate().figures());
    latest.ifPresent(found -> figures.put("Plate shift", found.shiftPixels()));
    return figures;
  }

  @Override
  public Frame plateFor(Frame source) throws IOException {
    Frame given = plate().plateFor(source);
    if (given != fitted) {
      boolean otherFormat = moved == null || !moved.format().equals(given.format());
      fitted = given;
      moved = otherFormat ? Frame.allocate(given.format()) : moved;
      aligner = Optional.empty();
      inUse = Homography.IDENTITY;
    }
    Alignment found = find(source);
    latest = Optional.of(found);
    int width = source.format().width();
    int height = source.format().height();
    boolean moves =
        found.frameToPlate().largestCornerDistance(inUse, width, height) >= STILL_PIXELS;
    if (moves) {
      inUse = found.frameToPlate();
      PlateWarp.warp(fitted, inUse, moved);
    }
    boolean untouched = inUse.equals(Homography.IDENTITY);
    summary.add(found, untouched);
    Frame picture = untouched ? fitted : moved;
    unchanged = picture == handedOut && !moves;
    handedOut = picture;
    return picture;
  }

  @Override
  public boolean isUnchanged() {
    return unchanged;
  }

  private Alignment find(Frame source) {
    try {
      if (aligner.isEmpty()) {
        aligner = Optional.of(new PlateAligner(fitted, motion));
      }
      return aligner.get().align(source, inUse);
    } catch (LinkageError e) {
      // Matting works without OpenCV, so a missing or foreign one ends nothing.
      return new Alignment(
          motion, inUse, 0, 0, 0, Optional.of("OpenCV cannot be loaded (" + e.getMessage() + ")"));
    }
  }
}
