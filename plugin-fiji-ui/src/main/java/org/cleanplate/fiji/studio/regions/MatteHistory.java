package org.cleanplate.fiji.studio.regions;

import java.util.ArrayDeque;
import java.util.Deque;

/** A garbage matte that changes, and the way back. Used by one thread. */
public final class MatteHistory {
  static final int MOST_STEPS = 100;

  private final Deque<GarbageMatte> before = new ArrayDeque<>();
  private final Deque<GarbageMatte> after = new ArrayDeque<>();
  private GarbageMatte current = GarbageMatte.NONE;

  public GarbageMatte current() {
    return current;
  }

  /**
   * Goes on to another.
   *
   * @return whether it is another
   */
  public boolean add(GarbageMatte next) {
    if (next.equals(current)) {
      return false;
    }
    before.push(current);
    if (before.size() > MOST_STEPS) {
      before.removeLast();
    }
    after.clear();
    current = next;
    return true;
  }

  public boolean canUndo() {
    return !before.isEmpty();
  }

  public boolean canRedo() {
    return !after.isEmpty();
  }

  /** Goes back to the one before; nothing if there is none. */
  public void undo() {
    step(before, after);
  }

  /** Takes an undo back; nothing if there is none. */
  public void redo() {
    step(after, before);
  }

  private void step(Deque<GarbageMatte> from, Deque<GarbageMatte> to) {
    if (!from.isEmpty()) {
      to.push(current);
      current = from.pop();
    }
  }
}
