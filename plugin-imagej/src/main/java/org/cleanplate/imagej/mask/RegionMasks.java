package org.cleanplate.imagej.mask;

import ij.gui.Roi;
import ij.process.ByteProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.cleanplate.MattingException;
import org.cleanplate.frame.FrameFormat;

/**
 * Masks from regions that are set on key frames: what is set on one holds until the next, or, on
 * request, on that one alone. One that is set on none holds always. On request an outline moves
 * evenly between two key frames that have one each.
 */
public final class RegionMasks implements FrameMasks {
  private final FrameFormat format;
  private final KeyFrames between;
  private final List<Roi> always = new ArrayList<>();
  private final NavigableMap<Long, List<Roi>> keyFrames = new TreeMap<>();

  /**
   * Takes regions.
   *
   * @param format of the frames
   * @param frames the frame, from 0, that a region is set on; empty if none
   * @param between what regions mean for the frames after theirs
   * @throws MattingException if one of them has no area
   */
  public RegionMasks(
      List<Roi> regions,
      FrameFormat format,
      Function<Roi, OptionalLong> frames,
      KeyFrames between) {
    this.format = format;
    this.between = between;
    for (Roi region : regions) {
      if (!region.isArea()) {
        throw new MattingException(
            "Region \""
                + region.getName()
                + "\" is a "
                + region.getTypeAsString().toLowerCase(java.util.Locale.ROOT)
                + " without an inside: draw a rectangle, an oval, a polygon or a freehand area");
      }
      OptionalLong frame = frames.apply(region);
      if (frame.isPresent()) {
        keyFrames.computeIfAbsent(frame.getAsLong(), key -> new ArrayList<>()).add(region);
      } else {
        always.add(region);
      }
    }
  }

  @Override
  public Optional<ByteProcessor> maskFor(long frame) {
    List<Roi> regions = new ArrayList<>(always);
    Map.Entry<Long, List<Roi>> from = keyFrames.floorEntry(frame);
    if (from != null && (between != KeyFrames.ALONE || from.getKey() == frame)) {
      regions.addAll(between(from, frame));
    }
    return regions.isEmpty() ? Optional.empty() : Optional.of(paint(regions));
  }

  private List<Roi> between(Map.Entry<Long, List<Roi>> from, long frame) {
    Map.Entry<Long, List<Roi>> to = keyFrames.higherEntry(from.getKey());
    boolean moves =
        between == KeyFrames.MOVED
            && to != null
            && from.getValue().size() == 1
            && to.getValue().size() == 1;
    if (!moves || frame == from.getKey()) {
      return from.getValue();
    }
    double along = (double) (frame - from.getKey()) / (to.getKey() - from.getKey());
    return List.of(MovingOutline.between(from.getValue().get(0), to.getValue().get(0), along));
  }

  private ByteProcessor paint(List<Roi> regions) {
    ByteProcessor mask = new ByteProcessor(format.width(), format.height());
    mask.setValue(255);
    regions.forEach(mask::fill);
    return mask;
  }
}
