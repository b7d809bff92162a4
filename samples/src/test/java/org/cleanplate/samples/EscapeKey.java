package org.cleanplate.samples;

import ij.IJ;
import java.awt.event.KeyEvent;

/** The key by which a user ends a run. */
final class EscapeKey {
  private EscapeKey() {}

  static void press() {
    IJ.setKeyDown(KeyEvent.VK_ESCAPE);
  }
}
