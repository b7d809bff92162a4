package org.cleanplate.fiji.studio.regions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.imagej.mask.KeyFrames;
import org.cleanplate.imagej.mask.RegionMasks;
import org.cleanplate.imagej.result.RoiFile;
import org.cleanplate.network.graph.PixelLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionFilesTest {
  private static final int WIDTH = 50;
  private static final int HEIGHT = 30;
  private static final int PLANES = 6;
  private static final OptionalInt ALL = OptionalInt.empty();

  @TempDir Path folder;

  @Test
  void runReadsWhatWasPainted() throws IOException {
    ImagePlus image = stack();
    GarbageMatte matte = painted();
    RegionFiles files = RegionFiles.save(matte, image, folder);
    assertTrue(files.setOnSlices());
    RegionMasks keep = masks(files.keep().orElseThrow());
    RegionMasks remove = masks(files.remove().orElseThrow());
    for (int plane = 1; plane <= PLANES; plane++) {
      assertSame(matte.on(plane).keep(), keep.maskFor(plane - 1));
      assertSame(matte.on(plane).remove(), remove.maskFor(plane - 1));
    }
    assertSame(matte, files.load(image));
  }

  @Test
  void regionsKnowTheirPlaceInAHyperstack() throws IOException {
    ImagePlus image = stack();
    image.setDimensions(1, 2, 3);
    image.setOpenAsHyperStack(true);
    GarbageMatte matte = painted();
    RegionFiles files = RegionFiles.save(matte, image, folder);
    assertSame(matte, files.load(image));
    List<Roi> regions = RoiFile.read(files.keep().orElseThrow());
    Roi third = regions.stream().filter(roi -> roi.getName().equals("keep-0003")).findAny().get();
    assertEquals(
        "0 1 2", third.getCPosition() + " " + third.getZPosition() + " " + third.getTPosition());
  }

  @Test
  void whatIsPaintedOnAllFramesIsOneRegionSetOnNone() throws IOException {
    GarbageMatte matte = GarbageMatte.NONE.painted(ALL, Brush.REMOVE, stroke(20));
    RegionFiles files = RegionFiles.save(matte, stack(), folder);
    assertEquals(Optional.empty(), files.keep());
    List<Roi> regions = RoiFile.read(files.remove().orElseThrow());
    assertEquals(List.of("remove-all"), regions.stream().map(Roi::getName).toList());
    assertEquals(0, regions.get(0).getPosition());
    assertEquals(Map.of("exclude_area", files.remove().get().toString()), files.values());
  }

  @Test
  void sameMatteGivesTheSameFileAndAnotherMatteAnother() throws IOException {
    GarbageMatte matte = painted();
    RegionFiles first = RegionFiles.save(matte, stack(), folder);
    byte[] bytes = Files.readAllBytes(first.keep().orElseThrow());
    assertEquals(first, RegionFiles.save(matte, stack(), folder));
    RegionFiles other =
        RegionFiles.save(matte.painted(ALL, Brush.KEEP, stroke(2)), stack(), folder);
    assertNotEquals(first.keep(), other.keep());
    assertArrayEquals(
        bytes, Files.readAllBytes(first.keep().get()), "an older macro means what it meant");
  }

  @Test
  void leavesAFileAloneThatWasEditedByHand() throws IOException {
    GarbageMatte matte = GarbageMatte.NONE.painted(ALL, Brush.KEEP, stroke(20));
    Path edited = RegionFiles.save(matte, stack(), folder).keep().orElseThrow();
    RoiFile.write(edited, List.of(new Roi(1, 2, 3, 4)));
    Path again = RegionFiles.save(matte, stack(), folder).keep().orElseThrow();
    assertEquals(edited.toString().replace(".zip", "-2.zip"), again.toString());
    assertEquals(new Roi(1, 2, 3, 4).getBounds(), RoiFile.read(edited).get(0).getBounds());
  }

  @Test
  void knowsItsOwnFilesInAMacro() throws IOException {
    RegionFiles files = RegionFiles.save(painted(), stack(), folder);
    assertEquals(Optional.of(files), RegionFiles.named(files.values()));
    assertEquals(Optional.of(RegionFiles.NONE), RegionFiles.named(Map.of("alpha", "")));
    assertEquals(Optional.empty(), RegionFiles.named(Map.of("include_area", "roi")));
    Path foreign = folder.resolve("fence.zip");
    RoiFile.write(foreign, List.of(new Roi(1, 2, 3, 4)));
    assertEquals(Optional.empty(), RegionFiles.named(Map.of("exclude_area", foreign.toString())));
  }

  @Test
  void liesBesideTheImageOrInTheHomeFolder() throws IOException {
    ImagePlus image = stack();
    System.setProperty(RegionFolder.HOME_PROPERTY, folder.resolve("home").toString());
    try {
      assertEquals(folder.resolve("home"), RegionFolder.of(image));
    } finally {
      System.clearProperty(RegionFolder.HOME_PROPERTY);
    }
    Path file = folder.resolve("my walk.tif");
    new FileSaver(image).saveAsTiff(file.toString());
    assertEquals(folder.resolve("my walk-regions"), RegionFolder.of(IJ.openImage(file.toString())));
  }

  /** Nothing, something and everything in common between frames, a hole among them. */
  private static GarbageMatte painted() {
    return GarbageMatte.NONE
        .painted(ALL, Brush.KEEP, stroke(20))
        .painted(ALL, Brush.REMOVE, stroke(8))
        .painted(OptionalInt.of(3), Brush.KEEP, stroke(12))
        .painted(OptionalInt.of(3), Brush.ERASE, dot(25, 12))
        .painted(OptionalInt.of(5), Brush.ERASE, dot(25, 20))
        .cleared(6);
  }

  private static PixelMask stroke(double y) {
    BrushStroke stroke = new BrushStroke(3, new Point2D.Double(4, y));
    stroke.moveTo(new Point2D.Double(45, y + 2));
    return stroke.mask(WIDTH, HEIGHT);
  }

  private static PixelMask dot(double x, double y) {
    return new BrushStroke(2, new Point2D.Double(x, y)).mask(WIDTH, HEIGHT);
  }

  private static ImagePlus stack() {
    ImageStack stack = new ImageStack(WIDTH, HEIGHT);
    for (int plane = 0; plane < PLANES; plane++) {
      stack.addSlice(new ByteProcessor(WIDTH, HEIGHT));
    }
    return new ImagePlus("walk", stack);
  }

  /** As a run makes them. */
  private static RegionMasks masks(Path file) throws IOException {
    return new RegionMasks(
        RoiFile.read(file),
        new FrameFormat(WIDTH, HEIGHT, PixelLayout.GRAY_8),
        roi ->
            roi.getPosition() > 0 ? OptionalLong.of(roi.getPosition() - 1) : OptionalLong.empty(),
        KeyFrames.ALONE);
  }

  private static void assertSame(GarbageMatte expected, GarbageMatte found) {
    for (int plane = 1; plane <= PLANES; plane++) {
      assertEquals(expected.on(plane), found.on(plane), "plane " + plane);
    }
  }

  private static void assertSame(PixelMask expected, Optional<ByteProcessor> found) {
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        boolean inside = found.isPresent() && found.get().get(x, y) != 0;
        assertEquals(expected.contains(x, y), inside, x + ", " + y);
      }
    }
  }
}
