package org.cleanplate.plate.match;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.Samples;
import org.cleanplate.plate.ForwardingPlate;
import org.cleanplate.plate.PlateModel;

/**
 * A plate in the light of each frame: for a sun that went behind a cloud, or a camera that chose
 * its exposure anew. While the light changes by less than a level of 8 bits the plate stays as it
 * is, so under a steady lamp it does not flicker. Where no light is found that much of the frame
 * agrees on, it stays as well, and {@link #summary} says so. Used by one thread at a time.
 */
public final class MatchedPlate extends ForwardingPlate {
  /** Smaller changes are noise. */
  private static final double STEADY = 1 / 255.0;

  private final MatchMode mode;
  private final MatchSummary summary;
  private ExposureMatcher matcher;
  private Frame given;
  private Frame lit;
  private Frame handedOut;
  private boolean unchanged;
  private Exposure inUse;
  private double agreeingShare;

  /**
   * Matches another plate.
   *
   * @param plate already lying as in the frames
   */
  public MatchedPlate(PlateModel plate, MatchMode mode) {
    super(plate);
    this.mode = mode;
    this.summary = new MatchSummary(mode);
  }

  /** What came of the frames so far; ask after the last one. */
  public MatchSummary summary() {
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
    if (inUse != null) {
      figures.put("Plate gain", inUse.meanGain());
      figures.put("Plate agreement", agreeingShare);
    }
    return figures;
  }

  @Override
  public Frame plateFor(Frame source) throws IOException {
    Frame current = plate().plateFor(source);
    boolean changed = current != given || !plate().isUnchanged();
    if (lit == null || !lit.format().equals(current.format())) {
      lit = Frame.allocate(current.format());
      matcher = new ExposureMatcher(current, mode);
      inUse = matcher.unchanged(Samples.of(current).channels());
    }
    given = current;
    ExposureMatch found = matcher.match(source, current, changed);
    agreeingShare = found.agreeingShare();
    boolean moved =
        found.fallback().isEmpty() && found.exposure().largestDifference(inUse) > STEADY;
    if (moved) {
      inUse = found.exposure();
    }
    boolean untouched = inUse.largestDifference(matcher.unchanged(inUse.tones().size())) <= STEADY;
    summary.add(found, inUse, untouched);
    if (!untouched && (moved || changed)) {
      inUse.apply(current, lit);
    }
    Frame picture = untouched ? current : lit;
    unchanged = picture == handedOut && !changed && (untouched || !moved);
    handedOut = picture;
    return picture;
  }

  @Override
  public boolean isUnchanged() {
    return unchanged;
  }
}
