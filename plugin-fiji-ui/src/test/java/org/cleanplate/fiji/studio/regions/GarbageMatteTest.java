package org.cleanplate.fiji.studio.regions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.Roi;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GarbageMatteTest {
  private static final OptionalInt ALL = OptionalInt.empty();
  private static final OptionalInt THIRD = OptionalInt.of(3);
  private static final PixelMask LEFT = rectangle(0, 0, 10, 20);
  private static final PixelMask TOP = rectangle(0, 0, 20, 10);

  @Test
  void strokeOnOneFrameLeavesTheOthersAlone() {
    GarbageMatte matte = GarbageMatte.NONE.painted(THIRD, Brush.KEEP, LEFT);
    assertEquals(new Painted(LEFT, PixelMask.EMPTY), matte.on(3));
    assertEquals(Painted.NOTHING, matte.on(4));
  }

  @Test
  void strokesOfOneKindAreJoined() {
    GarbageMatte matte =
        GarbageMatte.NONE.painted(ALL, Brush.REMOVE, LEFT).painted(ALL, Brush.REMOVE, TOP);
    assertEquals(LEFT.union(TOP), matte.on(1).remove());
  }

  @Test
  void laterStrokeHolds() {
    GarbageMatte matte =
        GarbageMatte.NONE
            .painted(ALL, Brush.REMOVE, LEFT)
            .painted(THIRD, Brush.KEEP, TOP)
            .painted(ALL, Brush.ERASE, rectangle(0, 0, 2, 2));
    PixelMask corner = rectangle(0, 0, 2, 2);
    assertEquals(TOP.minus(corner), matte.on(3).keep());
    assertEquals(LEFT.minus(TOP), matte.on(3).remove());
    assertEquals(LEFT.minus(corner), matte.on(4).remove());
    assertTrue(matte.on(4).keep().isEmpty());
  }

  @Test
  void frameIsClearedForItself() {
    GarbageMatte matte = GarbageMatte.NONE.painted(ALL, Brush.KEEP, LEFT).cleared(3);
    assertTrue(matte.on(3).isNothing());
    assertEquals(LEFT, matte.on(2).keep());
    assertFalse(matte.isNone());
  }

  @Test
  void remembersOnlyFramesThatDiffer() {
    GarbageMatte matte =
        GarbageMatte.NONE.painted(THIRD, Brush.KEEP, LEFT).painted(ALL, Brush.KEEP, LEFT);
    assertEquals(Map.of(), matte.own());
    assertTrue(matte.painted(ALL, Brush.ERASE, LEFT).isNone());
  }

  @Test
  void historyGoesBackAndForth() {
    MatteHistory history = new MatteHistory();
    GarbageMatte first = GarbageMatte.NONE.painted(THIRD, Brush.KEEP, LEFT);
    GarbageMatte second = first.painted(ALL, Brush.REMOVE, TOP);
    assertFalse(history.canUndo() || history.canRedo());
    assertTrue(history.add(first));
    assertFalse(history.add(first), "nothing has changed");
    history.add(second);
    history.undo();
    assertEquals(first, history.current());
    history.undo();
    history.undo();
    assertEquals(GarbageMatte.NONE, history.current());
    history.redo();
    history.redo();
    history.redo();
    assertEquals(second, history.current());
    history.undo();
    history.add(GarbageMatte.NONE);
    assertFalse(history.canRedo(), "another way was taken");
    history.undo();
    assertEquals(first, history.current());
  }

  @Test
  void historyHasAnEnd() {
    MatteHistory history = new MatteHistory();
    for (int step = 0; step < MatteHistory.MOST_STEPS + 7; step++) {
      history.add(GarbageMatte.NONE.painted(ALL, Brush.KEEP, rectangle(0, 0, step + 1, 1)));
    }
    int back = 0;
    while (history.canUndo()) {
      history.undo();
      back++;
    }
    assertEquals(MatteHistory.MOST_STEPS, back);
  }

  private static PixelMask rectangle(int x, int y, int width, int height) {
    return PixelMask.of(new Roi(x, y, width, height), 200, 20);
  }
}
