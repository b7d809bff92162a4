package org.cleanplate.fiji.studio.regions;

import ij.ImagePlus;
import ij.gui.Roi;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.cleanplate.imagej.result.FramePlace;

/**
 * A garbage matte in ImageJ's own terms: regions with names, colours and the slices that they are
 * set on.
 *
 * @param keep what is subject at any rate
 * @param remove what is background at any rate
 */
public record PaintedRegions(List<Roi> keep, List<Roi> remove) {
  /** Sky blue and vermilion, which people of every colour vision tell apart (Okabe and Ito). */
  public static final Color KEEP_COLOUR = new Color(0x56B4E9);

  public static final Color REMOVE_COLOUR = new Color(0xD55E00);

  public PaintedRegions {
    keep = List.copyOf(keep);
    remove = List.copyOf(remove);
  }

  /** The regions of a matte that was painted on an image. Takes time, on any thread. */
  public static PaintedRegions of(GarbageMatte matte, ImagePlus image) {
    return new PaintedRegions(
        regions(matte, Painted::keep, image, "keep", KEEP_COLOUR),
        regions(matte, Painted::remove, image, "remove", REMOVE_COLOUR));
  }

  /** Whether any of them is set on a slice. */
  public boolean areSetOnSlices() {
    return keep.stream().anyMatch(PaintedRegions::isSet)
        || remove.stream().anyMatch(PaintedRegions::isSet);
  }

  private static boolean isSet(Roi roi) {
    return roi.getPosition() > 0 || roi.hasHyperStackPosition();
  }

  /** What all frames have in common is set on none; the rest of each is set on its own. */
  private static List<Roi> regions(
      GarbageMatte matte,
      Function<Painted, PixelMask> side,
      ImagePlus image,
      String name,
      Color colour) {
    PixelMask common = side.apply(matte.everywhere());
    for (Painted painted : matte.own().values()) {
      common = common.intersection(side.apply(painted));
    }
    List<Roi> regions = new ArrayList<>();
    common.toRoi().ifPresent(roi -> regions.add(dressed(roi, name + "-all", colour)));
    for (int slice = 1; slice <= image.getNSlices(); slice++) {
      for (int time = 1; time <= image.getNFrames(); time++) {
        int plane = image.getStackIndex(1, slice, time);
        FramePlace place = new FramePlace(0, slice, time, plane);
        String placed = name + String.format("-%04d", plane);
        side.apply(matte.on(plane))
            .minus(common)
            .toRoi()
            .map(roi -> dressed(roi, placed, colour))
            .ifPresent(
                roi -> {
                  place.assignTo(roi, image);
                  regions.add(roi);
                });
      }
    }
    return regions;
  }

  private static Roi dressed(Roi roi, String name, Color colour) {
    roi.setName(name);
    roi.setStrokeColor(colour);
    return roi;
  }

  /** The matte that these regions make on an image. Takes time, on any thread. */
  public GarbageMatte toMatte(ImagePlus image) {
    return painted(
        painted(GarbageMatte.NONE, Brush.KEEP, keep, image), Brush.REMOVE, remove, image);
  }

  /** Those for all frames first: a frame of its own starts from them. */
  private static GarbageMatte painted(
      GarbageMatte matte, Brush brush, List<Roi> regions, ImagePlus image) {
    GarbageMatte painted = matte;
    for (boolean set : new boolean[] {false, true}) {
      for (Roi roi : regions) {
        if (isSet(roi) == set) {
          PixelMask mask = PixelMask.of(roi, image.getWidth(), image.getHeight());
          painted = painted.painted(planeOf(roi, image), brush, mask);
        }
      }
    }
    return painted;
  }

  private static OptionalInt planeOf(Roi roi, ImagePlus image) {
    if (!isSet(roi)) {
      return OptionalInt.empty();
    }
    int[] place =
        roi.hasHyperStackPosition()
            ? new int[] {1, roi.getZPosition(), roi.getTPosition()}
            : image.convertIndexToPosition(roi.getPosition());
    return OptionalInt.of(image.getStackIndex(1, Math.max(1, place[1]), Math.max(1, place[2])));
  }
}
