package org.cleanplate.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.cleanplate.MattingException;
import org.cleanplate.frame.Frame;
import org.cleanplate.frame.FrameFormat;
import org.cleanplate.frame.Matte;
import org.cleanplate.network.graph.Layer;
import org.cleanplate.network.graph.PixelLayout;
import org.cleanplate.video.VideoFrameSink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data sets of videos: each frame has a level of its own, by which it is known again. */
class EvaluationVideosTest {
  private static final int SIDE = 32;
  private static final CompositeOptions OPTIONS =
      new CompositeOptions(64, 64, 1, SizeRange.PUBLISHED, PlateNuisances.NONE);

  @TempDir private Path data;

  @Test
  void readsFramesPlatesAndAlphasOfVideosInAnyOrder() throws IOException {
    video("src/walk.mkv", 40, 50, 60, 70);
    video("bgr/walk.mkv", 20, 21, 22, 23);
    video("pha/walk.mkv", 0, 85, 170, 255);
    video("src/run.mkv", 200, 210);
    picture("bgr/run.png", 9);
    video("pha/run.mkv", 255, 0);
    try (EvaluationSet set = EvaluationSet.open(data, Optional.empty(), OPTIONS)) {
      assertEquals(6, set.size());
      int[][] expected = {
        {200, 9, 255}, {210, 9, 0}, {40, 20, 0}, {50, 21, 85}, {60, 22, 170}, {70, 23, 255}
      };
      for (int index : new int[] {0, 1, 2, 3, 4, 5, 3, 0, 5}) {
        EvaluationSample sample = set.sample(index);
        assertEquals(index < 2 ? "run" : "walk", sample.folder(), "a sequence of its own");
        assertEquals(expected[index][0], level(sample.source()), 2);
        assertEquals(expected[index][1], level(sample.cleanPlate()), 2);
        assertEquals(expected[index][2] / 255.0, sample.truth().values()[17], 0.01);
      }
    }
  }

  @Test
  void laysSubjectsOfVideosOverBackgrounds() throws IOException {
    video("fgr/one.mkv", 250, 250);
    video("pha/one.mkv", 255, 255);
    picture("rooms/room.png", 30);
    try (EvaluationSet set =
        EvaluationSet.open(data, Optional.of(data.resolve("rooms")), OPTIONS)) {
      assertEquals(2, set.size());
      EvaluationSample sample = set.sample(1);
      assertEquals("one/00002", sample.name());
      assertEquals(30, level(sample.cleanPlate()), 2);
    }
  }

  @Test
  void namesFramesWithoutAPartner() throws IOException {
    video("src/walk.mkv", 40, 50, 60);
    picture("bgr/walk.png", 20);
    video("pha/walk.mkv", 0, 85);
    MattingException mistake =
        assertThrows(
            MattingException.class, () -> EvaluationSet.open(data, Optional.empty(), OPTIONS));
    assertTrue(mistake.getMessage().contains("1 pictures are in only one"), mistake.getMessage());
    assertTrue(mistake.getMessage().contains("walk/00003"), mistake.getMessage());
  }

  private static int level(Frame frame) {
    return frame.pixels().get(0) & 0xFF;
  }

  private void picture(String name, int level) throws IOException {
    Path file = data.resolve(name);
    Files.createDirectories(file.getParent());
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < SIDE * SIDE; i++) {
      image.setRGB(i % SIDE, i / SIDE, level * 0x010101);
    }
    ImageIO.write(image, "png", file.toFile());
  }

  /** A lossless video of even frames. */
  private void video(String name, int... levels) throws IOException {
    Path file = data.resolve(name);
    Files.createDirectories(file.getParent());
    FrameFormat format = new FrameFormat(SIDE, SIDE, PixelLayout.GRAY_8);
    try (VideoFrameSink sink = VideoFrameSink.create(file, Layer.ALPHA_8, format, 25)) {
      for (int i = 0; i < levels.length; i++) {
        Frame frame = Frame.allocate(format);
        frame.stamp(i, i * 40_000L);
        for (int k = 0; k < SIDE * SIDE; k++) {
          frame.pixels().put(k, (byte) levels[i]);
        }
        Matte matte = new Matte(Map.of(Layer.ALPHA_8, frame));
        matte.stamp(frame);
        sink.write(matte);
      }
      sink.finish();
    }
  }
}
