package org.cleanplate.fiji.studio.regions;

import java.util.Collections;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What is painted on all frames of an image. Immutable. The later stroke holds: one over all frames
 * covers what was painted on one, and the other way round.
 *
 * <p>A frame goes by its plane, the place in the image's stack, from 1, of its first channel.
 *
 * @param everywhere what is painted on each frame that is not in {@code own}
 * @param own all that is painted on a frame, by plane, where it differs from that
 */
public record GarbageMatte(Painted everywhere, SortedMap<Integer, Painted> own) {
  public static final GarbageMatte NONE =
      new GarbageMatte(Painted.NOTHING, Collections.emptySortedMap());

  public GarbageMatte {
    SortedMap<Integer, Painted> copy = new TreeMap<>(own);
    Painted common = everywhere;
    copy.values().removeIf(common::equals);
    own = Collections.unmodifiableSortedMap(copy);
  }

  /** What is painted on a frame. */
  public Painted on(int plane) {
    return own.getOrDefault(plane, everywhere);
  }

  public boolean isNone() {
    return everywhere.isNothing() && own.isEmpty();
  }

  /**
   * The same with a stroke over it.
   *
   * @param plane that it is made on; empty for all frames
   */
  public GarbageMatte painted(OptionalInt plane, Brush brush, PixelMask stroke) {
    return changed(plane, before -> before.with(brush, stroke));
  }

  /** The same with nothing on one frame. */
  public GarbageMatte cleared(int plane) {
    return changed(OptionalInt.of(plane), before -> Painted.NOTHING);
  }

  private GarbageMatte changed(OptionalInt plane, UnaryOperator<Painted> change) {
    SortedMap<Integer, Painted> changed = new TreeMap<>(own);
    if (plane.isPresent()) {
      changed.put(plane.getAsInt(), change.apply(on(plane.getAsInt())));
      return new GarbageMatte(everywhere, changed);
    }
    changed.replaceAll((at, before) -> change.apply(before));
    return new GarbageMatte(change.apply(everywhere), changed);
  }
}
