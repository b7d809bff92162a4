package org.cleanplate.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The comparison's own resizing, which finds the blocks on the verge, is the network's. */
class GoldenResizeTest {

  /** The reference computes coordinates in single precision. */
  private static final double TOLERANCE = 5e-6;

  @Test
  void resizesLikeTheReference() throws IOException {
    GoldenFolder folder = GoldenFolder.fromSystemProperties();
    try (NpzFile file = NpzFile.open(folder.find("outputs/op_goldens.npz"))) {
      Planes original = Planes.of(file.get("in"));
      int sizes = 0;
      for (String name : file.names()) {
        if (name.startsWith("bilinear_")) {
          Planes expected = Planes.of(file.get(name));
          Planes found = original.resize(expected.width(), expected.height());
          Deviation.between(name, found, expected, Deviation.Mask.ALL).assertMaxAtMost(TOLERANCE);
          sizes++;
        }
      }
      assertEquals(7, sizes, "sizes compared");
    }
  }
}
