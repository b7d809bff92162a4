package org.cleanplate.imagej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.process.FloatPolygon;
import ij.process.ImageProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person and the empty scene, both taken by hand in 1080p: the bundled model, by macro. */
class HandheldBackgroundTest {
  /** Drawn by hand: all of the person lies within this in both pictures. */
  private static final Roi AROUND =
      polygon(440, 1080, 480, 860, 580, 740, 560, 180, 1180, 180, 1180, 730, 1290, 880, 1320, 1080);

  /** And nothing but the person within this. */
  private static final Roi INSIDE =
      polygon(
          610, 1075, 640, 870, 780, 760, 760, 350, 820, 290, 930, 330, 890, 740, 1070, 830, 1110,
          1075);

  /** By hand as well: beyond the background's edge lies the right rim, and the upper one. */
  private static final Roi KNOWN = polygon(0, 45, 1885, 45, 1900, 1080, 0, 1080);

  /** The chin in 1000, which looks like the dark wall behind it. */
  private static final Roi CHIN = polygon(674, 645, 740, 645, 740, 688, 702, 688, 682, 674);

  private final MacroRunner macro = new MacroRunner();

  @AfterEach
  void closeImages() {
    macro.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0001", "1000"})
  void leaksNothingOnceItsBackgroundIsAligned(String name) {
    String options = open(name) + " alpha";

    assertTrue(macro.run(new MatteStackCommand(), options + " align=off"), macro.log());
    double unaligned = leak(WindowManager.getCurrentImage());
    assertTrue(macro.run(new MatteStackCommand(), options), macro.log());
    ImagePlus alpha = WindowManager.getCurrentImage();
    double aligned = leak(alpha);
    double holes = 1 - share(alpha, INSIDE, true, 0.5);
    String figures =
        "unaligned " + unaligned + ", aligned " + aligned + " of the background, holes " + holes;

    assertTrue(unaligned > 0.1, figures);
    assertTrue(aligned < 0.01, figures);
    assertTrue(holes < 0.02, figures);
    assertEquals(0, share(alpha, KNOWN, false, 0.05), "beyond the background's edge");
    assertTrue(macro.log().contains("Background aligned by homography: "), macro.log());
    assertEquals("homography", alpha.getProp("cleanplate.align"));
    assertEquals("gain", alpha.getProp("cleanplate.match"));
    double shift = Double.parseDouble(alpha.getProp("cleanplate.align.shift").replace(" px", ""));
    assertTrue(shift > 20 && shift < 50, "shift is " + shift);
  }

  @Test
  void hasNoHoleWhereItLooksLikeTheBackground() {
    assertTrue(macro.run(new MatteStackCommand(), open("1000") + " alpha"), macro.log());

    assertEquals(1, share(WindowManager.getCurrentImage(), CHIN, true, 0.95));
  }

  /** Opens a picture; gives the options that name it and its background. */
  private String open(String name) {
    Path folder = Path.of(System.getProperty("cleanplate.media", ""), "person-1080p");
    Path picture = folder.resolve(name + "_img.png");
    Assumptions.assumeTrue(Files.exists(picture), "no footage at " + folder);
    macro.open(IJ.openImage(picture.toString()));
    return "source=" + name + "_img.png background=[" + folder.resolve(name + "_back.png") + "]";
  }

  /** The share of the background with an alpha over a half. */
  private static double leak(ImagePlus alpha) {
    return share(alpha, AROUND, false, 0.5);
  }

  /** The share of what lies in a region, or of all else, with an alpha over that. */
  private static double share(ImagePlus alpha, Roi region, boolean within, double over) {
    ImageProcessor pixels = alpha.getProcessor();
    int count = 0;
    int subject = 0;
    for (int y = 0; y < pixels.getHeight(); y++) {
      for (int x = 0; x < pixels.getWidth(); x++) {
        if (region.contains(x, y) == within) {
          count++;
          subject += pixels.getf(x, y) > over ? 1 : 0;
        }
      }
    }
    return (double) subject / count;
  }

  private static Roi polygon(float... xy) {
    FloatPolygon corners = new FloatPolygon();
    for (int i = 0; i < xy.length; i += 2) {
      corners.addPoint(xy[i], xy[i + 1]);
    }
    return new PolygonRoi(corners, Roi.POLYGON);
  }
}
