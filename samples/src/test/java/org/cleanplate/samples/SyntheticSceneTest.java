package org.cleanplate.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SyntheticSceneTest {
  private static final SyntheticScene SCENE = new SyntheticScene(160, 120, 8, 7);

  @Test
  void sameSeedGivesSamePixels() {
    SyntheticScene again = new SyntheticScene(160, 120, 8, 7);
    assertArrayEquals(SCENE.cleanPlate(), again.cleanPlate());
    assertArrayEquals(SCENE.frame(3).rgb(), again.frame(3).rgb());
    assertArrayEquals(SCENE.frame(3).alpha(), again.frame(3).alpha());
  }

  @Test
  void frameDiffersFromThePlateOnlyByNoiseWhereAlphaIsZero() {
    int[] plate = SCENE.cleanPlate();
    SyntheticScene.Picture frame = SCENE.frame(4);
    for (int i = 0; i < plate.length; i++) {
      if (frame.alpha()[i] == 0) {
        for (int shift = 0; shift <= 16; shift += 8) {
          int difference = (plate[i] >> shift & 255) - (frame.rgb()[i] >> shift & 255);
          // Two exposures of noise 1.5 differ by 2.1 on average; six times that is out of reach.
          assertTrue(Math.abs(difference) < 13, "pixel " + i + " differs by " + difference);
        }
      }
    }
  }

  @Test
  void subjectHasASolidBodyAndSoftEdges() {
    int solid = 0;
    int soft = 0;
    for (float alpha : SCENE.frame(4).alpha()) {
      assertTrue(alpha >= 0 && alpha <= 1, "alpha " + alpha);
      if (alpha == 1) {
        solid++;
      } else if (alpha > 0.02) {
        soft++;
      }
    }
    assertTrue(solid > 500, "solid pixels: " + solid);
    assertTrue(soft > 300, "soft pixels: " + soft);
  }

  @Test
  void everyPixelIsFreeOfTheSubjectInMostFrames() {
    int[] covered = new int[160 * 120];
    int frames = 24;
    SyntheticScene walk = new SyntheticScene(160, 120, frames, 7);
    for (int i = 0; i < frames; i++) {
      float[] alpha = walk.frame(i).alpha();
      for (int p = 0; p < alpha.length; p++) {
        covered[p] += alpha[p] > 0 ? 1 : 0;
      }
    }
    int most = Arrays.stream(covered).max().orElseThrow();
    assertTrue(most * 2 < frames, "a pixel is covered in " + most + " of " + frames + " frames");
  }
}
