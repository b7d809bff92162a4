package org.cleanplate.matte;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.cleanplate.matte.Components.Component;
import org.junit.jupiter.api.Test;

class ComponentsTest {

  @Test
  void joinsWhatTouchesAtACornerAndNumbersInReadingOrder() {
    Components found =
        label(
            """
            ..#...#
            .#....#
            #..#..#
            ......#
            ##.....
            """,
            1);
    assertEquals(
        List.of(
            new Component(1, 3, 2, 0),
            new Component(2, 4, 6, 0),
            new Component(3, 1, 3, 2),
            new Component(4, 2, 0, 4)),
        found.components());
    assertEquals(1, found.labels()[14]);
    assertEquals(3, found.labels()[17]);
  }

  @Test
  void joinsTheArmsOfAForkThatMeetOnlyBelow() {
    Components found =
        label(
            """
            #.#.#
            #.#.#
            #####
            """,
            1);
    assertEquals(List.of(new Component(1, 11, 0, 0)), found.components());
  }

  @Test
  void doesNotJoinTheEndOfARowToTheStartOfTheNext() {
    assertEquals(2, label("..#\n#..\n", 1).components().size());
  }

  @Test
  void leavesSmallPartsOut() {
    Components found = label("##.#\n##..\n", 2);
    assertEquals(List.of(new Component(1, 4, 0, 0)), found.components());
    assertArrayEquals(new int[] {1, 1, 0, 0, 1, 1, 0, 0}, found.labels());
  }

  @Test
  void findsTheSamePartsAsAFloodFill() {
    Random random = new Random(3);
    float[] noise = new float[60 * 40];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = random.nextFloat();
    }
    Components found = Components.of(FloatBuffer.wrap(noise), 60, 0.6, 1);
    boolean[] seen = new boolean[noise.length];
    int parts = 0;
    for (int i = 0; i < noise.length; i++) {
      if (noise[i] >= 0.6 && !seen[i]) {
        int size = fill(noise, seen, i);
        assertEquals(size, found.components().get(found.labels()[i] - 1).areaPixels());
        parts++;
      }
    }
    assertEquals(parts, found.components().size());
  }

  private static int fill(float[] values, boolean[] seen, int start) {
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    seen[start] = true;
    int size = 0;
    while (!open.isEmpty()) {
      int i = open.pop();
      size++;
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          int x = i % 60 + dx;
          int y = i / 60 + dy;
          if (x >= 0
              && x < 60
              && y >= 0
              && y < 40
              && !seen[y * 60 + x]
              && values[y * 60 + x] >= 0.6) {
            seen[y * 60 + x] = true;
            open.push(y * 60 + x);
          }
        }
      }
    }
    return size;
  }

  private static Components label(String picture, int minArea) {
    String[] rows = picture.split("\n");
    FloatBuffer alpha = FloatBuffer.allocate(rows.length * rows[0].length());
    for (String row : rows) {
      row.chars().forEach(c -> alpha.put(c == '#' ? 1 : 0));
    }
    return Components.of(alpha.flip(), rows[0].length(), 0.5, minArea);
  }
}
